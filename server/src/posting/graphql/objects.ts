import { Field, Int, ObjectType } from "type-graphql";
import { Node } from "../../catalogue/graphql/objects.ts";
import { Job } from "../../jobs/graphql/objects.ts";
import { connectionOf } from "../../shared/connection.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import type * as words from "../domain/words.ts";
import { AdjustmentKind, PostingKind, PostingQuestion } from "./enums.ts";

@ObjectType({
  implements: Node,
  description: "An all-or-nothing batch of lines whose differences were written to stock.",
})
export class Posting extends Node {
  warehouseId!: number;
  rowId!: number;
  sessionRowId!: number;
  postedById!: string;
  reversesRowId!: number | null;

  @Field(() => PostingKind, { description: "Whether it takes another back." })
  kind!: words.PostingKind;

  @Field(() => DateTimeScalar, { description: "When." })
  postedAt!: Date;

  @Field(() => String, { nullable: true, description: "Of a reversal: why." })
  reason!: string | null;

  @Field(() => [PostingQuestion], { description: "What the person has accepted." })
  accepted!: words.PostingQuestion[];

  @Field(() => Int, { description: "How many lines it has, matches included." })
  lineCount!: number;

  @Field(() => Int, { description: "How many of them changed stock." })
  adjustedCount!: number;
}
export const PostingConnection = connectionOf("Posting", () => Posting);

@ObjectType({ description: "One line of a posting, with the numbers it was posted with." })
export class PostingLine {
  warehouseId!: number;
  lineRowId!: number;
  reversedByRowId!: number | null;

  @Field(() => AdjustmentKind, { description: "How stock changed." })
  kind!: words.AdjustmentKind;

  @Field(() => DecimalScalar, { description: "What was counted." })
  quantityCounted!: string;

  @Field(() => DecimalScalar, { description: "What the ledger held at that instant." })
  quantityExpected!: string;

  @Field(() => DecimalScalar, { description: "What stock changed by." })
  quantityDelta!: string;

  @Field(() => DecimalScalar, { nullable: true, description: "The cost frozen on the line." })
  unitCost!: string | null;

  @Field(() => String, { description: "Of the cost." })
  currency!: string;

  @Field(() => DecimalScalar, { nullable: true, description: "What the change is worth." })
  valueDelta!: string | null;

  @Field(() => DateTimeScalar, { description: "The instant that the change takes effect behind." })
  countedAt!: Date;
}
export const PostingLineConnection = connectionOf("PostingLine", () => PostingLine);

@ObjectType({ description: "What a posting comes to: the head of its adjustment report." })
export class PostingTotals {
  @Field(() => Int, { description: "Lines that came in." })
  receipts!: number;

  @Field(() => Int, { description: "Lines that went out." })
  issues!: number;

  @Field(() => DecimalScalar, { description: "Units that came in." })
  unitsIn!: string;

  @Field(() => DecimalScalar, { description: "Units that went out." })
  unitsOut!: string;

  @Field(() => DecimalScalar, { description: "What came in is worth." })
  valueIn!: string;

  @Field(() => DecimalScalar, { description: "What went out is worth." })
  valueOut!: string;

  @Field(() => DecimalScalar, { description: "The one less the other." })
  valueNet!: string;

  @Field(() => Int, { description: "Changed lines without a cost: in none of the values." })
  withoutCost!: number;

  @Field(() => Int, { description: "Lines that were taken back since." })
  takenBack!: number;
}

@ObjectType({ description: "The posting is made." })
export class SessionPosted {
  @Field(() => Posting, { description: "The posting." })
  posting!: Posting;

  @Field(() => Boolean, { description: "These numbers were posted before; nothing has changed." })
  wasPosted!: boolean;
}

@ObjectType({ description: "More than 1,000 lines: a job posts them, all of them or none." })
export class PostingAskedFor {
  @Field(() => Job, { description: "How far it is; its posting, once it is made." })
  job!: Job;
}

@ObjectType({ description: "The lines are taken back." })
export class PostingReversed {
  @Field(() => Posting, { description: "The posting that takes them back." })
  posting!: Posting;

  @Field(() => Boolean, { description: "They had been taken back before; nothing has changed." })
  wasReversed!: boolean;
}
