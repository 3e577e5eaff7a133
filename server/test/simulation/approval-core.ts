import { stateAfterPosting, stateAfterReversal } from "../../src/posting/domain/decide-posting.ts";
import { refusalsOf } from "../../src/posting/domain/judge-line.ts";
import type { ApprovalState } from "../../src/posting/domain/words.ts";
import { refusalsToApprove } from "../../src/review/domain/approval.ts";
import { planApproval } from "../../src/review/domain/decide-approval.ts";

/** The numbers that an approval is of. */
export interface Numbers {
  counted: number;
  expected: number;
  cost: number;
}

/** What the rules decide; a planted bug puts another rule in the place of one of these. */
export const soundApprovalCore = {
  refusalsToApprove,
  planApproval,
  refusalsToPost: refusalsOf,
  stateAfterPosting,
  stateAfterReversal,
  /** As the database compares an approval with its line. */
  approvalOf: (approved: Numbers | null, now: Numbers): ApprovalState => {
    if (!approved) return "MISSING";
    const isSame =
      approved.counted === now.counted &&
      approved.expected === now.expected &&
      approved.cost === now.cost;
    return isSame ? "APPROVED" : "INVALID";
  },
  deltaOf: ({ counted, expected }: Numbers, _onHand: number): number => counted - expected,
  takenBack: (postedDelta: number, _now: Numbers): number => -postedDelta,
};
export type ApprovalCore = typeof soundApprovalCore;
