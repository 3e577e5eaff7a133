import { Field, ID, InputType, registerEnumType } from "type-graphql";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import type * as words from "../domain/words.ts";
import { QuantStatus } from "./objects.ts";

export enum StockMoveInputKind {
  RECEIPT = "RECEIPT",
  ISSUE = "ISSUE",
  MOVE = "MOVE",
}
registerEnumType(StockMoveInputKind, {
  name: "StockMoveInputKind",
  description: "What people and programs record; counts add kinds of their own.",
  valuesConfig: {
    RECEIPT: { description: "Stock comes in." },
    ISSUE: { description: "Stock goes out." },
    MOVE: { description: "Stock goes to another place, or into another status." },
  },
});

@InputType({ description: "One move of stock." })
export class StockMoveInput {
  @Field(() => String, {
    description: "Your own id of this move: sending it again changes nothing.",
  })
  externalId!: string;

  @Field(() => StockMoveInputKind, { description: "In, out or from place to place." })
  kind!: words.RecordedKind;

  @Field(() => ID, { description: "What moves." })
  itemId!: string;

  @Field(() => ID, { description: "Where it comes in, or where it leaves." })
  locationId!: string;

  @Field(() => ID, { nullable: true, description: "Where it goes; for a move alone." })
  toLocationId?: string | null;

  @Field(() => String, { nullable: true, description: "The lot, for items told apart by lots." })
  lotCode?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The lot's last day; kept when the lot is met for the first time.",
  })
  lotExpiresOn?: string | null;

  @Field(() => QuantStatus, {
    nullable: true,
    description: "The status it comes in with or leaves; AVAILABLE when left out.",
  })
  status?: words.QuantStatus | null;

  @Field(() => QuantStatus, {
    nullable: true,
    description: "The status after a move; the same when left out.",
  })
  toStatus?: words.QuantStatus | null;

  @Field(() => DecimalScalar, { description: "How much, more than 0." })
  quantity!: Decimal;

  @Field(() => String, {
    nullable: true,
    description: "Unit of the quantity; the item's own when left out. Packs are converted exactly.",
  })
  unitCode?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "The serials that move, for items told apart by them.",
  })
  serials?: string[] | null;

  @Field(() => DateTimeScalar, { description: "When it happened; may lie in the past." })
  effectiveAt!: Date;

  @Field(() => String, { nullable: true, description: "The paper it belongs to." })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: "Why, as a code." })
  reasonCode?: string | null;
}

@InputType({ description: "Moves of one warehouse, recorded all together or not at all." })
export class RecordStockMovesInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => [StockMoveInput], { description: "The moves, at most 200, in their order." })
  moves!: StockMoveInput[];

  @Field(() => String, {
    nullable: true,
    description: "Why it is done in a place that is closed off: for those who plan counts.",
  })
  closeOffOverride?: string | null;
}
