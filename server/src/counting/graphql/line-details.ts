import { Field, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import type { ExplanationStep } from "../domain/explain-line.ts";
import type { MoveBearing } from "../domain/expected-at.ts";
import type { Explanation } from "../queries/explanation.loader.ts";
import { CountedPieceState, ExplanationStepKind, StockMoveBearing } from "./enums.ts";

@ObjectType({ description: "One piece of a line that is counted by piece." })
export class CountedPiece {
  @Field(() => String, { description: "Its serial." })
  serial!: string;

  @Field(() => CountedPieceState, {
    description: "Expected and found, missing, or found though not expected.",
  })
  state!: "FOUND" | "MISSING" | "UNEXPECTED";

  @Field(() => String, {
    nullable: true,
    description: "Its second serial, as the books have it; not told to those who count blind.",
  })
  secondSerial!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Its radio tag, as the books have it; not told to those who count blind.",
  })
  rfidTag!: string | null;
}

@ObjectType({ description: "What a variance that is a whole number of packs suggests." })
export class ProbableUnitSlip {
  @Field(() => String, { description: "The pack." })
  unitCode!: string;

  @Field(() => DecimalScalar, { description: "How many of it, with the variance's sign." })
  packs!: Decimal;
}

@ObjectType("ExplanationStep", {
  description: "One step of the arithmetic from the snapshot to the variance.",
})
export class ExplanationStepObject {
  @Field(() => ExplanationStepKind, { description: "What happened." })
  kind!: ExplanationStep["kind"];

  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;

  @Field(() => DecimalScalar, {
    description: "The snapshot, the move with its sign, or the count.",
  })
  quantity!: Decimal;

  @Field(() => DecimalScalar, { description: "What was to be expected with all steps so far." })
  quantityExpected!: Decimal;

  @Field(() => DecimalScalar, { nullable: true, description: "For the count: what it differs by." })
  quantityVariance!: Decimal | null;

  @Field(() => Int, { nullable: true, description: "For a move: its position in the ledger." })
  sequence!: number | null;

  @Field(() => String, { nullable: true, description: "For a move: the paper it belongs to." })
  reference!: string | null;

  @Field(() => StockMoveBearing, {
    nullable: true,
    description: "For a move: how it bears on the expected quantity.",
  })
  bearing!: MoveBearing | null;

  @Field(() => Boolean, { description: "A move while the place was being counted." })
  isInsideWindow!: boolean;

  @Field(() => Boolean, { description: "A move that was heard of after the count." })
  isLate!: boolean;

  @Field(() => Boolean, { description: "For the count: at a time that a person wrote down." })
  isWritten!: boolean;
}

export function toStep(
  step: ExplanationStep,
  { papers, isWritten }: Explanation,
): ExplanationStepObject {
  const isMove = step.kind === "MOVE";
  return Object.assign(new ExplanationStepObject(), {
    kind: step.kind,
    at: step.at,
    quantity: step.quantity,
    quantityExpected: step.quantityExpected,
    quantityVariance: step.kind === "COUNTED" ? step.quantityVariance : null,
    sequence: isMove ? step.sequence : null,
    reference: isMove ? (papers.get(step.sequence)?.reference ?? null) : null,
    bearing: isMove ? step.bearing : null,
    isInsideWindow: isMove && step.isInsideWindow,
    isLate: isMove && step.isLate,
    isWritten: step.kind === "COUNTED" && isWritten,
  });
}
