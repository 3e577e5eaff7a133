import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { enumOf } from "../../counting/graphql/enums.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { reasonsOf, rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import {
  approvalRefusals,
  lossReasons,
  type ApprovalRefusalReason as Refusal,
  type LineApprovalRow,
  type LossReason,
} from "../domain/approval.ts";
import {
  approveRejections,
  rejectLinesRejections,
  type ApproveRejectionReason,
} from "../domain/decide-approval.ts";

export const LineApprovalState = enumOf<LineApprovalRow["state"]>(
  "LineApprovalState",
  "What became of a line at the approver's.",
  {
    APPROVED: "Somebody has said yes to the numbers that it has.",
    LOST: "It was approved with other numbers.",
    REJECTED: "Somebody has said no to the numbers that it has.",
  },
);
export const ApprovalLossReason = enumOf<LossReason>(
  "ApprovalLossReason",
  "Why an approval holds no more.",
  lossReasons,
);
export const ApprovalRefusalReason = enumOf<Refusal>(
  "ApprovalRefusalReason",
  "Why a line may not be approved by whoever asks.",
  approvalRefusals,
);

@ObjectType({ description: "The last word of an approver on a line." })
export class LineApproval {
  byId!: string;
  lostById!: string | null;

  @Field(() => LineApprovalState, { description: "Whether it holds." })
  state!: LineApprovalRow["state"];

  @Field(() => DateTimeScalar, { description: "When it was approved or rejected." })
  at!: Date;

  @Field(() => Boolean, {
    description: "Approved by somebody who counted it, where one person does all.",
  })
  isOwnCount!: boolean;

  @Field(() => ApprovalLossReason, { nullable: true, description: "Why it holds no more." })
  lostBecause!: LossReason | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when." })
  lostAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Of a rejection: why." })
  rejectionReason!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What was counted as approved." })
  quantityCounted!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What was expected as approved." })
  quantityExpected!: string | null;
}

@ObjectType({ description: "A line that you may not approve, with all that speaks against it." })
export class LineNotApproved {
  warehouseId!: number;
  lineRowId!: number;

  @Field(() => [ApprovalRefusalReason], { description: "The reasons, for programs." })
  reasons!: readonly Refusal[];

  @Field(() => [String], { description: "The reasons in sentences, for people." })
  messages!: string[];
}

@ObjectType({ description: "How many lines a reason speaks against." })
export class ApprovalRefusalCount {
  @Field(() => ApprovalRefusalReason, { description: "The reason." })
  reason!: Refusal;

  @Field(() => Int, { description: "The lines." })
  lines!: number;
}

@ObjectType({ description: "What approving would mean now. Nothing has happened yet." })
export class ApprovalPreview {
  @Field(() => String, {
    description: "Of these exact numbers: give it to approveLines, which refuses any others.",
  })
  numbersDigest!: string;

  @Field(() => Boolean, { description: "There is something that you may approve." })
  canApprove!: boolean;

  @Field(() => Int, { description: "Lines that would be approved." })
  lines!: number;

  @Field(() => DecimalScalar, { description: "Their differences in money, without signs." })
  valueGross!: Decimal;

  @Field(() => DecimalScalar, { description: "Their differences in money, with signs." })
  valueNet!: Decimal;

  @Field(() => Int, { description: "Lines that differ and have no cost: in none of the values." })
  withoutCost!: number;

  @Field(() => Int, {
    description: "Of them your own counts: only where one person does all.",
  })
  ownCounts!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "The most that you may approve in one count; null where there is no limit.",
  })
  valueAtMost!: Decimal | null;

  @Field(() => DecimalScalar, { description: "What you have approved of this count already." })
  valueApproved!: Decimal;

  @Field(() => [ApprovalRefusalCount], { description: "What would be refused, by reason." })
  refusals!: ApprovalRefusalCount[];

  @Field(() => [LineNotApproved], { description: "Lines that would be refused: the first 1,000." })
  refusedLines!: LineNotApproved[];
}

@InputType({
  description:
    "Which lines: all that are counted and not approved yet, those of a selection, or some by their ids.",
})
export class ApprovalPreviewInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => String, { nullable: true, description: "The token of a selection." })
  selection?: string | null;

  @Field(() => [ID], { nullable: true, description: "Lines, at most 1,000." })
  lineIds?: string[] | null;
}

@InputType({ description: "What was previewed, with its digest." })
export class ApproveLinesInput extends ApprovalPreviewInput {
  @Field(() => String, { description: "The digest of the preview." })
  numbersDigest!: string;
}

@InputType({ description: "Which lines, and why not." })
export class RejectLinesInput extends ApprovalPreviewInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "The lines that you may approve are approved." })
export class LinesApproved {
  @Field(() => CountSession, { description: "The count as it is now." })
  session!: CountSession;

  @Field(() => Int, { description: "How many lines were approved." })
  lines!: number;

  @Field(() => [LineNotApproved], { description: "Lines that were refused: the first 1,000." })
  refusedLines!: LineNotApproved[];
}

const approveReasons = reasonsOf("ApproveLines", approveRejections);

@ObjectType({ description: "Nothing was approved." })
export class ApproveLinesRejected {
  @Field(() => approveReasons, { description: "The reason, for programs." })
  reason!: ApproveRejectionReason;

  @Field(() => String, { description: "The reason in one sentence, for people." })
  message!: string;

  @Field(() => [LineNotApproved], { description: "The lines in the way: the first 1,000." })
  refusedLines!: LineNotApproved[];
}

@ObjectType({ description: "The lines are rejected." })
export class LinesRejected {
  @Field(() => CountSession, { description: "The count as it is now." })
  session!: CountSession;

  @Field(() => Int, { description: "How many lines were rejected." })
  lines!: number;
}
export const RejectLinesRejected = rejectionOf("RejectLines", rejectLinesRejections);

export const ApproveLinesResult = resultOf("ApproveLines", [LinesApproved, ApproveLinesRejected]);
export const RejectLinesResult = resultOf("RejectLines", [LinesRejected, RejectLinesRejected]);

@ObjectType({ description: "How far the approval of a count is." })
export class CountApproval {
  @Field(() => Boolean, { description: "Option 170: what is posted must be approved." })
  isRequired!: boolean;

  @Field(() => Boolean, { description: "One person does all: own counts may be approved." })
  isSinglePerson!: boolean;

  @Field(() => Int, { description: "Lines with an approval that holds." })
  approved!: number;

  @Field(() => Int, { description: "Counted lines that are not posted and wait for a yes." })
  waiting!: number;

  @Field(() => Int, { description: "Of those that wait: approved with other numbers." })
  lost!: number;

  @Field(() => Int, { description: "Of those that wait: rejected with the numbers they have." })
  rejected!: number;
}

@ObjectType({ description: "How much one person may approve in one count." })
export class ApproverLimit {
  userId!: string;

  @Field(() => User, { nullable: true, description: "The person." })
  user!: User | null;

  @Field(() => DecimalScalar, { description: "In the money of the warehouse." })
  valueAtMost!: string;

  @Field(() => DateTimeScalar, { description: "Since when." })
  savedAt!: Date;
}
