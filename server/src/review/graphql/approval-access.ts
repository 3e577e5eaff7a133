import { argumentsOf, everyFieldIs, type AccessRules } from "../../transport/access-rules.ts";

/** Whether a line was approved tells of the books: it is for those who may see what is expected. */
const see = ["view:stock-count", "view:expected-quantity"] as const;
const approve = ["approve:stock-count", "view:stock-count", "view:expected-quantity"] as const;
const approveCost = [...approve, "view:cost"] as const;
const seeLimits = [...see, "view:cost"] as const;
const manage = "manage:users";
const asField = "as-field";

/** Who may say yes or no to counted lines, and how much. */
export const approvalAccess: AccessRules = {
  Query: {
    approvalPreview: approve,
    ...everyFieldIs(seeLimits, ["approverLimits", "possibleApprovers"]),
    ...argumentsOf("possibleApprovers", ["warehouseId"]),
    ...argumentsOf("approvalPreview", ["input"]),
    ...argumentsOf("approverLimits", ["warehouseId"]),
  },
  Mutation: {
    ...everyFieldIs(approve, ["approveLines", "rejectLines"]),
    saveApproverLimit: manage,
    ...argumentsOf("approveLines", ["input"]),
    ...argumentsOf("rejectLines", ["input"]),
    ...argumentsOf("saveApproverLimit", ["input"]),
  },
  CountSession: { approval: see },
  CountLine: { approval: see },
  CountApproval: everyFieldIs(see, [
    "isRequired",
    "isSinglePerson",
    "approved",
    "waiting",
    "lost",
    "rejected",
  ]),
  LineApproval: everyFieldIs(see, [
    "state",
    "by",
    "at",
    "isOwnCount",
    "lostBecause",
    "lostAt",
    "lostBy",
    "rejectionReason",
    "quantityCounted",
    "quantityExpected",
  ]),
  ApprovalPreview: {
    ...everyFieldIs(approve, [
      "numbersDigest",
      "canApprove",
      "lines",
      "withoutCost",
      "ownCounts",
      "refusals",
      "refusedLines",
    ]),
    ...everyFieldIs(approveCost, ["valueGross", "valueNet", "valueAtMost", "valueApproved"]),
  },
  ApprovalRefusalCount: everyFieldIs(approve, ["reason", "lines"]),
  LineNotApproved: everyFieldIs(approve, ["line", "reasons", "messages"]),
  LinesApproved: everyFieldIs(approve, ["session", "lines", "refusedLines"]),
  ApproveLinesRejected: everyFieldIs(approve, ["reason", "message", "refusedLines"]),
  LinesRejected: everyFieldIs(approve, ["session", "lines"]),
  RejectLinesRejected: everyFieldIs(asField, ["reason", "message"]),
  ApprovalPreviewInput: everyFieldIs(approve, ["sessionId", "selection", "lineIds"]),
  ApproveLinesInput: everyFieldIs(approve, ["sessionId", "selection", "lineIds", "numbersDigest"]),
  RejectLinesInput: everyFieldIs(approve, ["sessionId", "selection", "lineIds", "reason"]),
  ApproverLimit: everyFieldIs(seeLimits, ["user", "valueAtMost", "savedAt"]),
  SaveApproverLimitInput: everyFieldIs(manage, ["warehouseId", "userId", "valueAtMost"]),
  ApproverLimitSaved: { limits: seeLimits },
  SaveApproverLimitRejected: everyFieldIs(asField, ["reason", "message"]),
};
