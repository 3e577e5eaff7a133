import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import { claimLeaseMs } from "./heartbeat.ts";

/** Whether the place is counted, or counted a second time by somebody else and compared. */
export type ClaimPurpose = "COUNT" | "VERIFY";

export interface Claim {
  userId: string;
  claimedAt: Date;
  expiresAt: Date;
}

/** In the order in which they are looked for. */
export const claimRejections = {
  SESSION_NOT_OPEN: "This count is not open.",
  LOCATION_NOT_IN_COUNT: "Nothing of this count lies at this place.",
  HELD_BY_ANOTHER: "Somebody else is counting this place.",
} as const;
export type ClaimRejectionReason = keyof typeof claimRejections;
export const rejectClaim = rejectionsOf<ClaimRejectionReason>(claimRejections);

export interface ClaimFacts {
  mayCount: boolean;
  isInCount: boolean;
  /** Who holds the place, or held it last. */
  holder: Claim | null;
  /** Others who have entered what they saw there, since. */
  countedByOthersAt: Date | null;
}

export interface AskedClaim {
  userId: string;
  /** When the counter took the place, corrected by the device's offset; in the past when offline. */
  claimedAt: Date;
  takeOverReason: string | null;
}

export type ClaimDecision =
  | { kind: "GRANTED"; purpose: ClaimPurpose; expiresAt: Date; takenFrom: string | null }
  | { kind: "RENEWED"; expiresAt: Date }
  | { kind: "REJECTED"; rejection: Rejection<ClaimRejectionReason>; holder: Claim | null };

/**
 * One counter at a place, unless a person decides otherwise. Who took it offline, and learns only now
 * that another was there meanwhile, keeps the work: it becomes a second count that is compared.
 */
export function decideClaim(asked: AskedClaim, facts: ClaimFacts, now: Date): ClaimDecision {
  const { holder } = facts;
  if (!facts.mayCount) return rejected("SESSION_NOT_OPEN", null);
  if (!facts.isInCount) return rejected("LOCATION_NOT_IN_COUNT", null);
  const expiresAt = new Date(now.valueOf() + claimLeaseMs);
  if (holder?.userId === asked.userId && isHeld(holder, now)) return { kind: "RENEWED", expiresAt };

  const other = holder && holder.userId !== asked.userId && isHeld(holder, now) ? holder : null;
  if (asked.takeOverReason !== null)
    return { kind: "GRANTED", purpose: "COUNT", expiresAt, takenFrom: other?.userId ?? null };
  if (wasOffline(asked, now) && wasThereMeanwhile(asked, facts))
    return { kind: "GRANTED", purpose: "VERIFY", expiresAt, takenFrom: null };
  if (other) return rejected("HELD_BY_ANOTHER", other);
  return { kind: "GRANTED", purpose: "COUNT", expiresAt, takenFrom: null };
}

const isHeld = ({ expiresAt }: Claim, now: Date) => expiresAt > now;

/** Longer ago than a slow network explains. */
const onTheWayMs = 15_000;
const wasOffline = ({ claimedAt }: AskedClaim, now: Date) =>
  now.valueOf() - claimedAt.valueOf() > onTheWayMs;

/** Another held the place after it was taken offline, or has counted there since. */
function wasThereMeanwhile(
  { userId, claimedAt }: AskedClaim,
  { holder, countedByOthersAt }: ClaimFacts,
): boolean {
  if (holder && holder.userId !== userId && holder.expiresAt > claimedAt) return true;
  return countedByOthersAt !== null && countedByOthersAt >= claimedAt;
}

function rejected(reason: ClaimRejectionReason, holder: Claim | null): ClaimDecision {
  return { kind: "REJECTED", rejection: rejectClaim(reason), holder };
}
