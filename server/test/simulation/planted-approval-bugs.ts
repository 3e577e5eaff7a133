import { Decimal } from "../../src/shared/exact-decimal.ts";
import { soundApprovalCore as sound, type ApprovalCore } from "./approval-core.ts";

/** Mistakes that somebody may make one day; each has to be found. */
export const plantedApprovalBugs: Record<string, Partial<ApprovalCore>> = {
  "a counter approves his own count": {
    refusalsToApprove: (facts, rules) =>
      sound.refusalsToApprove({ ...facts, isOwnCount: false }, rules),
    planApproval: (classes, facts) =>
      sound.planApproval(classes, { ...facts, isSinglePerson: true }),
  },
  "an approval of other numbers still holds": {
    approvalOf: (approved) => (approved ? "APPROVED" : "MISSING"),
  },
  "an approval of another cost still holds": {
    approvalOf: (approved, now) =>
      sound.approvalOf(approved && { ...approved, cost: now.cost }, now),
  },
  "a line is posted though nobody approved it": {
    refusalsToPost: (facts, accepted) =>
      sound.refusalsToPost({ ...facts, approval: "APPROVED" }, accepted),
  },
  "a posted line is posted once more": {
    refusalsToPost: (facts, accepted) =>
      sound.refusalsToPost({ ...facts, isPosted: false }, accepted),
  },
  "the limit forgets what was approved before": {
    planApproval: (classes, facts) =>
      sound.planApproval(classes, { ...facts, grossStanding: new Decimal(0) }),
  },
  "posting writes what was counted over what is there": {
    deltaOf: ({ counted }, onHand) => counted - onHand,
  },
  "a reversal takes back what differs now": {
    takenBack: (_, { counted, expected }) => expected - counted,
  },
  "a count is complete while lines wait": {
    stateAfterPosting: (state, left) =>
      sound.stateAfterPosting(state, { ...left, hasUnposted: false }),
  },
  "a count whose last posting was taken back is still partly posted": {
    stateAfterReversal: (state, left, isRequired) =>
      sound.stateAfterReversal(state, { ...left, hasPosted: true }, isRequired),
  },
};
