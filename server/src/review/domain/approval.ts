/** Why a line may not be approved, in the order in which the reasons are looked for. */
export const approvalRefusals = {
  NOT_COUNTED: "Nobody has counted it.",
  POSTED: "It is posted already.",
  ALREADY_APPROVED: "Somebody has approved these numbers already.",
  NUMBERS_CHANGED: "Its numbers are not those that you have looked at.",
  OWN_COUNT: "You have counted it yourself: another person has to approve it.",
  DISPUTED: "Independent counts of it disagree.",
  VALUE_UNKNOWN: "It differs and has no cost: your approvals have a limit in money.",
  ABOVE_LIMIT: "Its difference is worth more than you may approve.",
} as const;
export type ApprovalRefusalReason = keyof typeof approvalRefusals;

/** What bears on whether a line may be approved by one person. Lines of equal facts are judged once. */
export interface ApprovalFacts {
  isCounted: boolean;
  isPosted: boolean;
  isApproved: boolean;
  /** The person has made an entry that counts on it, in whatever round, by whatever device or key. */
  isOwnCount: boolean;
  isDisputed: boolean;
  /** It differs, and nobody knows what it is worth. */
  isValueUnknown: boolean;
  /** By itself it is worth more than the person may approve. */
  isAboveLimit: boolean;
}

export interface ApprovalRules {
  /** One person does all, and somebody has said so. */
  isSinglePerson: boolean;
  hasLimit: boolean;
}

/** All reasons against approving a line at once, in their order. */
export function refusalsToApprove(
  facts: ApprovalFacts,
  { isSinglePerson, hasLimit }: ApprovalRules,
): ApprovalRefusalReason[] {
  if (!facts.isCounted) return ["NOT_COUNTED"];
  if (facts.isPosted) return ["POSTED"];
  if (facts.isApproved) return ["ALREADY_APPROVED"];
  const speaksAgainst: [ApprovalRefusalReason, boolean][] = [
    ["OWN_COUNT", facts.isOwnCount && !isSinglePerson],
    ["DISPUTED", facts.isDisputed],
    ["VALUE_UNKNOWN", hasLimit && facts.isValueUnknown],
    ["ABOVE_LIMIT", hasLimit && facts.isAboveLimit],
  ];
  return speaksAgainst.flatMap(([reason, speaks]) => (speaks ? [reason] : []));
}

/** Why an approval holds no more. */
export const lossReasons = {
  ENTRY_RECORDED: "Somebody has counted it again.",
  ENTRY_VOIDED: "An entry was taken back.",
  MOVED_LATE: "A move that was heard of late has changed what was expected.",
  COST_CHANGED: "Its cost or currency has changed.",
  COUNT_RESET: "The count was begun again.",
  DISPUTED: "Independent counts of it disagree by now.",
  COUNTED_BY_APPROVER: "Whoever approved it has counted it since.",
  REJECTED: "Somebody has rejected it.",
} as const;
export type LossReason = keyof typeof lossReasons;

/** What is known of the approval of a line. */
export interface LineApprovalRow {
  warehouseId: number;
  lineId: number;
  state: "APPROVED" | "LOST" | "REJECTED";
  /** Of the approval, or of the rejection. */
  byId: string;
  at: Date;
  isOwnCount: boolean;
  lostBecause: LossReason | null;
  lostAt: Date | null;
  lostById: string | null;
  rejectionReason: string | null;
  /** What was approved. */
  quantityCounted: string | null;
  quantityExpected: string | null;
}
