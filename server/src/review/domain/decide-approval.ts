import { Decimal } from "../../shared/exact-decimal.ts";
import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import {
  refusalsToApprove,
  type ApprovalFacts,
  type ApprovalRefusalReason,
  type ApprovalRules,
} from "./approval.ts";

const ofTheCount = {
  SESSION_DRAFT: "This count has not started.",
  SESSION_CANCELLED: "This count was cancelled.",
  SESSION_POSTED: "This count is posted.",
} as const;
const ofTheSelection = {
  SELECTION_UNKNOWN: "There is no such selection; perhaps it was made long ago.",
  SELECTION_OF_ANOTHER_PERSON: "Another person has made this selection.",
  SELECTION_OF_ANOTHER_COUNT: "This selection is of another count.",
  SELECTION_EXPIRED: "This selection is older than a day: choose the lines again.",
} as const;

/** Why nothing was approved, in the order in which the reasons are looked for. */
export const approveRejections = {
  ...ofTheCount,
  APPROVAL_NOT_REQUIRED: "This count is posted without approval.",
  ...ofTheSelection,
  NUMBERS_CHANGED: "The numbers are not those of the preview any more: look at them again.",
  NOTHING_TO_APPROVE: "None of these lines may be approved by you.",
  ABOVE_LIMIT: "Together they are worth more than you may approve in one count.",
} as const;
export type ApproveRejectionReason = keyof typeof approveRejections;
const rejectApproving = rejectionsOf<ApproveRejectionReason>(approveRejections);

/** Why nothing was rejected, in the order in which the reasons are looked for. */
export const rejectLinesRejections = {
  ...ofTheCount,
  REASON_MISSING: "Say why.",
  REASON_TOO_LONG: "A reason has at most 2,000 characters.",
  ...ofTheSelection,
  NOTHING_TO_REJECT: "None of these lines is counted and not posted.",
} as const;
export type RejectLinesRejectionReason = keyof typeof rejectLinesRejections;
const rejectRejecting = rejectionsOf<RejectLinesRejectionReason>(rejectLinesRejections);

/** Lines of equal facts, with what they come to. */
export interface ApprovalClass extends ApprovalFacts {
  key: string;
  lines: number;
  valueGross: Decimal;
  valueNet: Decimal;
  withoutCost: number;
}

export interface ApproverFacts {
  /** Null where there is none. */
  limit: Decimal | null;
  /** What the person has approved of this count already, and still holds. */
  grossStanding: Decimal;
  isSinglePerson: boolean;
  /** Lines that were named are refused for what of a whole count is passed over. */
  isWholeCount: boolean;
}

export interface ApprovalPlan {
  /** The classes whose lines are approved. */
  keys: readonly string[];
  lines: number;
  valueGross: Decimal;
  valueNet: Decimal;
  withoutCost: number;
  ownCounts: number;
  refusals: readonly { key: string; lines: number; reasons: readonly ApprovalRefusalReason[] }[];
  limit: Decimal | null;
  grossStanding: Decimal;
  isAboveLimit: boolean;
}

const passedOver: readonly ApprovalRefusalReason[] = ["NOT_COUNTED", "POSTED", "ALREADY_APPROVED"];

/** What approving would mean: which lines would be approved, and every reason against the others. */
export function planApproval(
  classes: readonly ApprovalClass[],
  { limit, grossStanding, isSinglePerson, isWholeCount }: ApproverFacts,
): ApprovalPlan {
  const rules: ApprovalRules = { isSinglePerson, hasLimit: limit !== null };
  const judged = classes.map((each) => ({ each, reasons: refusalsToApprove(each, rules) }));
  const approved = judged.filter(({ reasons }) => reasons.length === 0).map(({ each }) => each);
  const refused = judged.filter(
    ({ reasons: [first] }) => first && !(isWholeCount && passedOver.includes(first)),
  );
  const sum = (part: (each: ApprovalClass) => Decimal.Value) =>
    approved.reduce((total, each) => total.plus(part(each)), new Decimal(0));
  const valueGross = sum((each) => each.valueGross);
  return {
    keys: approved.map(({ key }) => key),
    lines: sum(({ lines }) => lines).toNumber(),
    valueGross,
    valueNet: sum((each) => each.valueNet),
    withoutCost: sum((each) => each.withoutCost).toNumber(),
    ownCounts: sum((each) => (each.isOwnCount ? each.lines : 0)).toNumber(),
    refusals: refused.map(({ each: { key, lines }, reasons }) => ({ key, lines, reasons })),
    limit,
    grossStanding,
    isAboveLimit: limit !== null && grossStanding.plus(valueGross).greaterThan(limit),
  };
}

export interface ReviewedState {
  status: "DRAFT" | "OPEN" | "PENDING_APPROVAL" | "PARTIAL" | "POSTED" | "CANCELLED";
}

function rejectState({ status }: ReviewedState): keyof typeof ofTheCount | null {
  if (status === "DRAFT") return "SESSION_DRAFT";
  if (status === "CANCELLED") return "SESSION_CANCELLED";
  return status === "POSTED" ? "SESSION_POSTED" : null;
}

/** Whether a count has anything to approve at all. */
export function rejectApprovingCount(
  session: ReviewedState & { isApprovalRequired: boolean },
): Rejection<ApproveRejectionReason> | null {
  const no = rejectState(session);
  if (no) return rejectApproving(no);
  return session.isApprovalRequired ? null : rejectApproving("APPROVAL_NOT_REQUIRED");
}

/** Why these lines are not approved with this digest; null where nothing speaks against it. */
export function rejectApproval(
  plan: ApprovalPlan,
  digests: { now: string; seen: string },
): Rejection<ApproveRejectionReason> | null {
  if (digests.now !== digests.seen) return rejectApproving("NUMBERS_CHANGED");
  if (plan.lines === 0) return rejectApproving("NOTHING_TO_APPROVE");
  if (!plan.isAboveLimit) return null;
  return rejectApproving("ABOVE_LIMIT", `${plan.limit?.toFixed()}`);
}

const longestReason = 2_000;

export function rejectRejection(
  session: ReviewedState,
  reason: string,
): Rejection<RejectLinesRejectionReason> | null {
  const no = rejectState(session);
  if (no) return rejectRejecting(no);
  if (reason === "") return rejectRejecting("REASON_MISSING");
  return reason.length > longestReason ? rejectRejecting("REASON_TOO_LONG") : null;
}

export const rejectNothing = () => rejectRejecting("NOTHING_TO_REJECT");
