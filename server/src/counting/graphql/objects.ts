import { Field, Int, ObjectType } from "type-graphql";
import type { WithRelated } from "../../catalogue/queries/related-rows.ts";
import { Node } from "../../catalogue/graphql/objects.ts";
import { connectionOf } from "../../shared/connection.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import type { Options } from "../domain/options.ts";
import type * as words from "../domain/words.ts";
import type { LineInRound } from "../domain/rows.ts";
import type { RecountStatus } from "../domain/settle-rounds.ts";
import type { CountScope } from "../domain/count-scope.ts";
import { CountLineOrigin, CountLineState, CountSessionStatus, CountType } from "./enums.ts";

@ObjectType({ implements: Node, description: "One count of one warehouse." })
export class CountSession extends Node {
  warehouseId!: number;
  rowId!: number;
  createdById!: string;
  templateRowId!: number | null;
  chosenScope!: CountScope;
  epoch!: string;
  sequence!: number;
  hiddenEvents!: number;
  eventsPruned!: number;
  /** The looker may not learn what the books say. */
  isBlindHere!: boolean;
  /** The looker may learn what was found in the rounds before the latest. */
  seesRounds!: boolean;
  linesRecounted!: number;
  /** Null before it has begun. */
  frozenOptions!: Options | null;

  @Field(() => Int, { description: "What people call it: 1, 2, 3 in each warehouse." })
  number!: number;

  @Field(() => String, { description: "What it is called." })
  title!: string;

  @Field(() => CountSessionStatus, { description: "How far it is." })
  status!: words.SessionStatus;

  @Field(() => Boolean, { description: "Handed in: nobody enters more until it is opened again." })
  isSubmitted!: boolean;

  @Field(() => CountType, { description: "How it chooses its lines." })
  countType!: words.CountType;

  @Field(() => Boolean, { description: "Counters are not told what the books say." })
  isBlind!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it should be done." })
  deadlineAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Notes for its counters." })
  notes!: string | null;

  @Field(() => String, { nullable: true, description: "The paper or count it belongs to." })
  reference!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the template was called that it was planned from.",
  })
  templateName!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was planned." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When counting began." })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was handed in." })
  submittedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was complete; not told to those for whom it is blind.",
  })
  completedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was called off." })
  cancelReason!: string | null;

  @Field(() => String, { nullable: true, description: "What a random choice was made with." })
  seed!: string | null;

  @Field(() => String, {
    description:
      "Where its events stand now: its feed goes on from here, and with it as changedSince, later, come the lines that changed since.",
  })
  changesCursor!: string;

  @Field(() => Int, { description: "How many lines it has." })
  linesTotal!: number;

  @Field(() => Int, { description: "How many are counted." })
  linesCounted!: number;

  @Field(() => Int, { description: "How many were left out on purpose." })
  linesSkipped!: number;

  @Field(() => Int, { description: "How many nobody could get to." })
  linesNotAccessible!: number;

  @Field(() => Int, {
    nullable: true,
    description: "How many differ from the books; null to those for whom the count is blind.",
  })
  linesDifferent!: number | null;
}
export const CountSessionConnection = connectionOf("CountSession", () => CountSession);

@ObjectType({
  implements: Node,
  description:
    "One quant in a count, or what was found though nobody expected it. What the books say of it is null to those for whom the count is blind.",
})
export class CountLine extends Node {
  warehouseId!: number;
  rowId!: number;
  sessionRowId!: number;
  itemId!: number;
  locationRowId!: number;
  lotId!: number | null;
  counterIds!: readonly string[];
  related!: WithRelated;
  isBlindHere!: boolean;
  /** What the looker sees of it instead of what stands; null where there is nothing to hide. */
  inRound!: LineInRound | null;
  recountStatus!: RecountStatus | null;

  @Field(() => Int, { description: "Its place in the walk." })
  lineNumber!: number;

  @Field(() => CountLineOrigin, { description: "How it came into the count." })
  origin!: words.LineOrigin;

  @Field(() => CountLineState, { description: "What became of it." })
  state!: words.LineState;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What was counted, in the item's own unit; null means not counted, 0 is a count.",
  })
  quantityCounted!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What the books held when the count started.",
  })
  quantitySnapshot!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What the books held at the instant it was counted; null until then.",
  })
  quantityExpected!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Counted less expected." })
  quantityVariance!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "The variance times the unit cost; null also where the cost is not known.",
  })
  valueVariance!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Stock moved there while it was being counted: a person decides.",
  })
  isMovedDuringCount!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Stock moved, and nobody knows on which side of it the entry lies.",
  })
  isTimeUncertain!: boolean | null;

  @Field(() => Boolean, { description: "Somebody who verified found another quantity." })
  isDisputed!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "First entry that it is made of." })
  windowFirstAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Last entry that it is made of." })
  windowLastAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was chosen; null for what came in after the start.",
  })
  chosenBecause!: string | null;

  @Field(() => Int, {
    description: "Grows with each change of the line, as far as the looker is told.",
  })
  version!: number;

  @Field(() => Int, {
    description:
      "1, and one more each time that it was asked for again. To whoever may not see what is expected, all that the line says is of this round.",
  })
  round!: number;
}
export const CountLineConnection = connectionOf("CountLine", () => CountLine);

@ObjectType({ description: "Sums over the lines of a list." })
export class CountLineTotals {
  @Field(() => Int, { description: "How many lines." })
  lines!: number;

  @Field(() => Int, { description: "How many of them are counted." })
  counted!: number;

  @Field(() => DecimalScalar, { description: "Sum of what was counted." })
  quantityCounted!: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Sum of what was expected." })
  quantityExpected!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Variances with their signs." })
  quantityVariance!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Variances without their signs." })
  quantityVarianceGross!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Values with their signs." })
  valueVariance!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Values without their signs." })
  valueVarianceGross!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Lines that differ and have no cost: their value is not in the sums.",
  })
  withoutCost!: number | null;
}
