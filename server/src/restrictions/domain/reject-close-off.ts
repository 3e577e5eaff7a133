import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import { isOver, type CloseOffRow } from "./close-off.ts";

const longestReason = 2_000;
/** A lease that nobody renews ends by itself, and soon enough to be noticed. */
export const longestLeaseDays = 30;
const dayMs = 86_400_000;

/** Why a place is not closed off, or not for longer, in the order in which the reasons are looked for. */
export const closeOffRejections = {
  REASON_MISSING: "Say why the place is closed off.",
  REASON_TOO_LONG: "A reason has at most 2,000 characters.",
  EXPIRES_IN_THE_PAST: "It must end at some time to come.",
  EXPIRES_TOO_LATE: "It ends within 30 days; it can be extended.",
} as const;
export type CloseOffRejectionReason = keyof typeof closeOffRejections;
const reject = rejectionsOf<CloseOffRejectionReason>(closeOffRejections);

export function rejectCloseOff(
  { reason, expiresAt }: { reason: string; expiresAt: Date },
  now: Date,
): Rejection<CloseOffRejectionReason> | null {
  if (reason === "") return reject("REASON_MISSING");
  if (reason.length > longestReason) return reject("REASON_TOO_LONG");
  if (expiresAt <= now) return reject("EXPIRES_IN_THE_PAST");
  if (expiresAt.valueOf() > now.valueOf() + longestLeaseDays * dayMs)
    return reject("EXPIRES_TOO_LATE");
  return null;
}

/** Why it stays as it is, in the order in which the reasons are looked for. */
export const changeCloseOffRejections = {
  CLOSE_OFF_OVER: "It is over: close the place off again.",
  NOT_THE_OWNER: "Only its owner extends it; its owner ends it, or somebody else who says why.",
  REASON_TOO_LONG: "A reason has at most 2,000 characters.",
  EXPIRES_IN_THE_PAST: "It must end at some time to come.",
  EXPIRES_TOO_LATE: "It ends within 30 days; it can be extended.",
} as const;
export type ChangeCloseOffRejectionReason = keyof typeof changeCloseOffRejections;
const rejectChange = rejectionsOf<ChangeCloseOffRejectionReason>(changeCloseOffRejections);
type No = Rejection<ChangeCloseOffRejectionReason> | null;

export function rejectExtension(
  before: CloseOffRow,
  { actorId, expiresAt, now }: { actorId: string; expiresAt: Date; now: Date },
): No {
  if (isOver(before, now)) return rejectChange("CLOSE_OFF_OVER");
  if (before.ownerId !== actorId) return rejectChange("NOT_THE_OWNER");
  const no = rejectCloseOff({ reason: before.reason, expiresAt }, now)?.reason;
  return no === "EXPIRES_IN_THE_PAST" || no === "EXPIRES_TOO_LATE" ? rejectChange(no) : null;
}

export function rejectEnding(
  before: CloseOffRow,
  { actorId, reason, now }: { actorId: string; reason: string; now: Date },
): No {
  if (isOver(before, now)) return rejectChange("CLOSE_OFF_OVER");
  if (before.ownerId !== actorId && reason === "") return rejectChange("NOT_THE_OWNER");
  return reason.length > longestReason ? rejectChange("REASON_TOO_LONG") : null;
}
