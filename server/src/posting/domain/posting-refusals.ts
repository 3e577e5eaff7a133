import { rejectionsOf } from "../../shared/rejection.ts";

/** Why one line may not be posted, in the order in which the reasons are looked for. */
export const postingRefusals = {
  NOT_COUNTED: "Nobody has counted it.",
  ALREADY_POSTED: "It is posted already.",
  DISPUTED: "Independent counts of it disagree.",
  RECOUNT_OPEN: "It waits to be counted again: wait, or choose a round.",
  ROUNDS_DISAGREE: "No two of its rounds agree: choose one.",
  MOVED_DURING_COUNT: "Stock moved while it was being counted: count it again, or accept it.",
  TIME_UNCERTAIN: "Stock moved when it may have been counted: count it again, or accept it.",
  NOT_APPROVED: "Nobody has approved it.",
  APPROVAL_INVALID: "Its numbers are not those that were approved.",
  COUNTED_AGAIN_SINCE: "A later count of the same stock is posted already.",
  PLACE_CLOSED_OFF: "Its place is closed off.",
  ON_HOLD: "This stock is on hold: it may be counted, but not posted.",
  COST_MISSING: "What was found has no cost: enter one, or accept it without.",
  WOULD_GO_NEGATIVE: "Less is on hand by now than is missing.",
  SERIAL_CONFLICT: "A piece has moved since, or was seen in two places.",
  COUNTERPART_NOT_CHOSEN: "A piece was found on another line of this count: post both together.",
} as const;
export type PostingRefusalReason = keyof typeof postingRefusals;

/** Why nothing was posted, in the order in which the reasons are looked for. */
export const postSessionRejections = {
  SESSION_DRAFT: "This count has not started.",
  SESSION_CANCELLED: "This count was cancelled.",
  SESSION_POSTED: "This count is posted.",
  SELECTION_UNKNOWN: "There is no such selection; perhaps it was made long ago.",
  SELECTION_OF_ANOTHER_PERSON: "Another person has made this selection.",
  SELECTION_OF_ANOTHER_COUNT: "This selection is of another count.",
  SELECTION_EXPIRED: "This selection is older than a day: choose the lines again.",
  STALE_DIGEST: "The numbers are not those of the preview any more: look at them again.",
  LINES_REFUSED: "Some lines may not be posted; nothing was posted.",
  NOTHING_TO_POST: "Nothing of it is counted and not yet posted.",
} as const;
export type PostSessionRejectionReason = keyof typeof postSessionRejections;
export const rejectPosting = rejectionsOf<PostSessionRejectionReason>(postSessionRejections);

/** Why nothing was taken back, in the order in which the reasons are looked for. */
export const reversePostingRejections = {
  REASON_MISSING: "Say why.",
  REASON_TOO_LONG: "A reason has at most 2,000 characters.",
  REVERSAL_OF_REVERSAL: "This posting takes another back; post the lines again instead.",
  PLACE_CLOSED_OFF: "Its place is closed off.",
  ON_HOLD: "This stock is on hold.",
  WOULD_GO_NEGATIVE: "Less is on hand by now than would have to leave again.",
  SERIAL_CONFLICT: "A piece has moved since.",
} as const;
export type ReversePostingRejectionReason = keyof typeof reversePostingRejections;
export const rejectReversal = rejectionsOf<ReversePostingRejectionReason>(reversePostingRejections);
