import type { Rejection } from "../../shared/rejection.ts";
import { rejectReversal, type ReversePostingRejectionReason } from "./posting-refusals.ts";

type No = Rejection<ReversePostingRejectionReason> | null;

const longestReason = 2_000;

export function rejectReason(reason: string): No {
  if (reason === "") return rejectReversal("REASON_MISSING");
  return reason.length > longestReason ? rejectReversal("REASON_TOO_LONG") : null;
}

const standingReasons = [
  "PLACE_CLOSED_OFF",
  "ON_HOLD",
  "WOULD_GO_NEGATIVE",
  "SERIAL_CONFLICT",
] as const;

/** One line that cannot be taken back, and none is. */
export function rejectStanding(
  against: readonly { reason: (typeof standingReasons)[number] }[],
): No {
  const first = standingReasons.find((reason) => against.some((line) => line.reason === reason));
  return first ? rejectReversal(first) : null;
}
