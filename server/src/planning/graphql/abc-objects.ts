import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { AbcClass, Node } from "../../catalogue/graphql/objects.ts";
import { Job } from "../../jobs/graphql/objects.ts";
import { connectionOf } from "../../shared/connection.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import type { AbcClass as Class } from "../domain/classify-items.ts";
import { abcThresholdRejections } from "../domain/reject-abc-thresholds.ts";

@ObjectType({ description: "By what items are told apart into A, B and C." })
export class AbcThresholds {
  @Field(() => DecimalScalar, { description: "Percent of all value used that A comes to." })
  shareA!: string;

  @Field(() => DecimalScalar, { description: "Percent that A and B come to together." })
  shareB!: string;

  @Field(() => Int, { description: "How many days the ledger is read back." })
  days!: number;

  @Field(() => Int, {
    nullable: true,
    description: "From so many moves on an item stands one class higher.",
  })
  liftFromMoves!: number | null;
}

@ObjectType({
  implements: Node,
  description: "What an analysis has found. It stays as it was found.",
})
export class AbcRun extends Node {
  warehouseId!: number;
  rowId!: number;
  madeById!: string;
  appliedById!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { description: "The ledger was read since then." })
  usedSince!: Date;

  @Field(() => AbcThresholds, { description: "The thresholds at that time." })
  thresholds!: AbcThresholds;

  @Field(() => Int, { description: "How many items it told apart." })
  itemCount!: number;

  @Field(() => DecimalScalar, { description: "Value of all that went out in its days." })
  valueUsed!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when its classes hold." })
  appliedAt!: Date | null;
}
export const AbcRunConnection = connectionOf("AbcRun", () => AbcRun);

@ObjectType({ description: "One item of an analysis." })
export class AbcItem {
  itemRowId!: number;

  @Field(() => Int, { description: "Its place by value, from 1." })
  rank!: number;

  @Field(() => DecimalScalar, { nullable: true, description: "Null where no cost is known." })
  valueUsed!: string | null;

  @Field(() => Int, { description: "How often it was moved in those days." })
  moves!: number;

  @Field(() => DecimalScalar, { description: "Its part of all value used, 0 to 1." })
  share!: string;

  @Field(() => DecimalScalar, { description: "What it and all before it come to, 0 to 1." })
  shareCumulative!: string;

  @Field(() => AbcClass, { nullable: true, description: "Its class when it was analysed." })
  classBefore!: Class | null;

  @Field(() => AbcClass, { description: "Its class by this analysis." })
  classNow!: Class;

  @Field(() => String, { description: "Why, with the figures, in one sentence." })
  because!: string;
}
export const AbcItemConnection = connectionOf("AbcItem", () => AbcItem);

@ObjectType({ description: "A class of an analysis." })
export class AbcClassSum {
  @Field(() => AbcClass, { description: "Which." })
  abcClass!: Class;

  @Field(() => Int, { description: "How many items." })
  items!: number;

  @Field(() => DecimalScalar, { description: "What of them went out." })
  valueUsed!: string;

  @Field(() => Int, { description: "How many were in another class before." })
  changed!: number;
}

@ObjectType({ description: "A point of the curve." })
export class AbcPoint {
  @Field(() => Int, { description: "So many items, the dearest first," })
  rank!: number;

  @Field(() => DecimalScalar, { description: "come to so much of all value used, 0 to 1." })
  shareCumulative!: string;
}

@InputType({ description: "Thresholds for the analyses that follow." })
export class SaveAbcThresholdsInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => DecimalScalar, { description: "Percent of all value used that A comes to." })
  shareA!: Decimal;

  @Field(() => DecimalScalar, { description: "Percent that A and B come to together." })
  shareB!: Decimal;

  @Field(() => Int, { description: "How many days the ledger is read back." })
  days!: number;

  @Field(() => Int, { nullable: true, description: "From so many moves an item is lifted." })
  liftFromMoves?: number | null;
}

@ObjectType({ description: "The thresholds are in force for the analyses that follow." })
export class AbcThresholdsSaved {
  @Field(() => AbcThresholds, { description: "As they are now." })
  thresholds!: AbcThresholds;
}
export const SaveAbcThresholdsRejected = rejectionOf("SaveAbcThresholds", abcThresholdRejections);
export const SaveAbcThresholdsResult = resultOf("SaveAbcThresholds", [
  AbcThresholdsSaved,
  SaveAbcThresholdsRejected,
]);

@InputType({ description: "The warehouse whose items are to be told apart." })
export class AnalyseAbcInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;
}

@ObjectType({ description: "A job does it." })
export class AbcAnalysisAskedFor {
  @Field(() => Job, { description: "The job." })
  job!: Job;
}

@InputType({ description: "An analysis whose classes are to hold." })
export class ApplyAbcRunInput {
  @Field(() => ID, { description: "The analysis." })
  abcRunId!: string;
}

@ObjectType({ description: "The classes of the analysis hold in its warehouse." })
export class AbcRunApplied {
  @Field(() => AbcRun, { description: "The analysis." })
  run!: AbcRun;

  @Field(() => Int, { description: "How many items have another class than before." })
  changedCount!: number;
}
