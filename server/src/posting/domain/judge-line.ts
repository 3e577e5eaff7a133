import type { PostingRefusalReason } from "./posting-refusals.ts";
import type { ApprovalState, PostingQuestion } from "./words.ts";

/**
 * What bears on whether a line may be posted. Lines of equal facts are judged once, so that a count
 * of 100,000 lines asks a few dozen times.
 */
export interface LineFacts {
  isCounted: boolean;
  isPosted: boolean;
  isDisputed: boolean;
  /** Its latest round is not counted yet. */
  isRecountOpen: boolean;
  /** Each of its rounds found something else, and nobody has chosen one. */
  doRoundsDisagree: boolean;
  isMovedDuringCount: boolean;
  isTimeUncertain: boolean;
  approval: ApprovalState;
  isCountedAgainSince: boolean;
  /** Of a line that differs: a match moves nothing, wherever it lies. */
  isPlaceClosedOff: boolean;
  /** Of a line that differs: it may be counted, and not posted. */
  isOnHold: boolean;
  /** More was found than was expected, and nobody knows what it is worth. */
  isCostMissing: boolean;
  wouldGoNegative: boolean;
}

/** All reasons against a line at once, in their order; none where it may be posted. */
export function refusalsOf(
  facts: LineFacts,
  accepted: readonly PostingQuestion[],
): PostingRefusalReason[] {
  if (!facts.isCounted) return ["NOT_COUNTED"];
  if (facts.isPosted) return ["ALREADY_POSTED"];
  const speaksAgainst: [PostingRefusalReason, boolean][] = [
    ["DISPUTED", facts.isDisputed],
    ["RECOUNT_OPEN", facts.isRecountOpen],
    ["ROUNDS_DISAGREE", facts.doRoundsDisagree],
    ["MOVED_DURING_COUNT", facts.isMovedDuringCount && !accepted.includes("MOVED_DURING_COUNT")],
    ["TIME_UNCERTAIN", facts.isTimeUncertain && !accepted.includes("TIME_UNCERTAIN")],
    ["NOT_APPROVED", facts.approval === "MISSING"],
    ["APPROVAL_INVALID", facts.approval === "INVALID"],
    ["COUNTED_AGAIN_SINCE", facts.isCountedAgainSince],
    ["PLACE_CLOSED_OFF", facts.isPlaceClosedOff],
    ["ON_HOLD", facts.isOnHold],
    ["COST_MISSING", facts.isCostMissing && !accepted.includes("COST_MISSING")],
    ["WOULD_GO_NEGATIVE", facts.wouldGoNegative],
  ];
  return speaksAgainst.flatMap(([reason, speaks]) => (speaks ? [reason] : []));
}
