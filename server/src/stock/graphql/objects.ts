import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../catalogue/graphql/objects.ts";
import type { WithRelated } from "../../catalogue/queries/related-rows.ts";
import { connectionOf } from "../../shared/connection.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import type * as words from "../domain/words.ts";

export enum QuantStatus {
  AVAILABLE = "AVAILABLE",
  RESERVED = "RESERVED",
  PICKED = "PICKED",
  INSTALLED = "INSTALLED",
  CONSIGNED = "CONSIGNED",
  UNAVAILABLE = "UNAVAILABLE",
}
registerEnumType(QuantStatus, {
  name: "QuantStatus",
  description: "What stock is free for.",
  valuesConfig: {
    AVAILABLE: { description: "Free to use." },
    RESERVED: { description: "Promised, and still on its shelf." },
    PICKED: { description: "Taken from the shelf for somebody." },
    INSTALLED: { description: "Built in: no longer on a shelf." },
    CONSIGNED: { description: "On the shelf, and somebody else's." },
    UNAVAILABLE: { description: "On the shelf, and not to be used." },
  },
});

export enum StockMoveKind {
  RECEIPT = "RECEIPT",
  ISSUE = "ISSUE",
  MOVE = "MOVE",
  COUNT_ADJUSTMENT = "COUNT_ADJUSTMENT",
  REVERSAL = "REVERSAL",
}
registerEnumType(StockMoveKind, {
  name: "StockMoveKind",
  description: "Why stock changed.",
  valuesConfig: {
    RECEIPT: { description: "Stock came in." },
    ISSUE: { description: "Stock went out." },
    MOVE: { description: "One leg of a move between two places." },
    COUNT_ADJUSTMENT: { description: "A count found more or less." },
    REVERSAL: { description: "An adjustment was taken back." },
  },
});

@ObjectType({ implements: Node, description: "One piece with an identity of its own." })
export class SerialUnit extends Node {
  @Field(() => String, { description: "Its serial." })
  serial!: string;

  @Field(() => String, { nullable: true, description: "Its second serial, where it has one." })
  serial2!: string | null;

  @Field(() => String, { nullable: true, description: "Its radio tag, where it has one." })
  rfidTag!: string | null;
}

@ObjectType({
  implements: Node,
  description: "What is where: an item, at a place, of a lot, in a status.",
})
export class Quant extends Node {
  warehouseId!: number;
  rowId!: number;
  itemId!: number;
  locationRowId!: number;
  lotId!: number | null;
  related!: WithRelated;

  @Field(() => QuantStatus, { description: "What it is free for." })
  status!: words.QuantStatus;

  @Field(() => DecimalScalar, {
    description: "How much the ledger expects there, in the item's own unit.",
  })
  quantityOnHand!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it last changed; null before its first move.",
  })
  lastMovedAt!: Date | null;
}
export const QuantConnection = connectionOf("Quant", () => Quant);

@ObjectType({
  implements: Node,
  description: "One line of a warehouse's ledger. A move between two places is two lines.",
})
export class StockMove extends Node {
  warehouseId!: number;
  quantRowId!: number;
  recordedById!: string;

  @Field(() => Int, { description: "Its position in the warehouse's ledger: 1, 2, 3, no gaps." })
  sequence!: number;

  @Field(() => StockMoveKind, { description: "Why stock changed." })
  kind!: words.StockMoveKind;

  @Field(() => DecimalScalar, {
    description: "What came in, or with a minus went out, in the item's own unit.",
  })
  quantity!: string;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  effectiveAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  recordedAt!: Date;

  @Field(() => String, { nullable: true, description: "The paper it belongs to." })
  reference!: string | null;

  @Field(() => String, { nullable: true, description: "Why, as a code." })
  reasonCode!: string | null;

  @Field(() => String, { description: "The id its sender gave it." })
  externalId!: string;
}
export const StockMoveConnection = connectionOf("StockMove", () => StockMove);

@ObjectType({ description: "What the ledger gained since the frame before." })
export class StockFeedFrame {
  @Field(() => [StockMove], { description: "The moves, in ledger order." })
  moves!: StockMove[];

  @Field(() => String, { description: "Where the ledger was read to: give it as after." })
  cursor!: string;
}
