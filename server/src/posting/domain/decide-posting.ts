import type { Rejection } from "../../shared/rejection.ts";
import { isRefused, type PostingPlan } from "./plan-posting.ts";
import { rejectPosting, type PostSessionRejectionReason } from "./posting-refusals.ts";

/** The words of a count's state, as far as posting depends on it. */
export interface PostedState {
  status: "DRAFT" | "OPEN" | "PENDING_APPROVAL" | "PARTIAL" | "POSTED" | "CANCELLED";
  isSubmitted: boolean;
}

/** Why nothing is posted, the first in the order of the reasons; null where nothing speaks against it. */
export function rejectPostSession(
  { status }: PostedState,
  plan: PostingPlan & { digest: string },
  digest: string,
): Rejection<PostSessionRejectionReason> | null {
  if (status === "DRAFT") return rejectPosting("SESSION_DRAFT");
  if (status === "CANCELLED") return rejectPosting("SESSION_CANCELLED");
  if (status === "POSTED") return rejectPosting("SESSION_POSTED");
  if (plan.digest !== digest) return rejectPosting("STALE_DIGEST");
  if (isRefused(plan)) return rejectPosting("LINES_REFUSED");
  return plan.sums.lines === 0 ? rejectPosting("NOTHING_TO_POST") : null;
}

export interface WhatIsPosted {
  hasPosted: boolean;
  /** Counted lines, matches too. */
  hasUnposted: boolean;
}

/** A count is complete when it was handed in and all that was counted is posted. */
export function stateAfterPosting(
  { isSubmitted }: PostedState,
  { hasUnposted }: WhatIsPosted,
): PostedState {
  return { status: isSubmitted && !hasUnposted ? "POSTED" : "PARTIAL", isSubmitted };
}

/** What was taken back waits for another posting; where nothing is posted any more, as before the first. */
export function stateAfterReversal(
  { isSubmitted }: PostedState,
  { hasPosted }: WhatIsPosted,
  isApprovalRequired: boolean,
): PostedState {
  if (hasPosted) return { status: "PARTIAL", isSubmitted };
  return { status: isSubmitted && isApprovalRequired ? "PENDING_APPROVAL" : "OPEN", isSubmitted };
}
