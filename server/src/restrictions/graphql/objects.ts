import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../catalogue/graphql/objects.ts";
import { connectionOf } from "../../shared/connection.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { CloseOffMode as Mode, CloseOffStepRow } from "../domain/close-off.ts";

export const CloseOffMode: { [Each in Mode]: Each } = { DENY: "DENY", WARN: "WARN", FLAG: "FLAG" };
registerEnumType(CloseOffMode, {
  name: "CloseOffMode",
  description: "How strictly stock in a closed place is kept where it is.",
  valuesConfig: {
    DENY: { description: "Moves are rejected, unless somebody who may gives a reason." },
    WARN: { description: "Moves are made, and whoever makes them is told." },
    FLAG: { description: "Moves are made, and noted." },
  },
});

type StepKind = CloseOffStepRow["kind"];
export const CloseOffStepKind: { [Each in StepKind]: Each } = {
  MADE: "MADE",
  EXTENDED: "EXTENDED",
  ENDED: "ENDED",
};
registerEnumType(CloseOffStepKind, {
  name: "CloseOffStepKind",
  description: "What somebody did with a close-off.",
  valuesConfig: {
    MADE: { description: "The place was closed off." },
    EXTENDED: { description: "It ends at another time." },
    ENDED: { description: "It was ended." },
  },
});

@ObjectType({
  implements: Node,
  description: "A place with everything below it, closed off for a reason until a given instant.",
})
export class CloseOff extends Node {
  warehouseId!: number;
  rowId!: number;
  locationRowId!: number;
  sessionRowId!: number | null;
  ownerId!: string;

  @Field(() => CloseOffMode, { description: "How strictly." })
  mode!: Mode;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => DateTimeScalar, { description: "Since when." })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it ends by itself." })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was ended before that." })
  endedAt!: Date | null;

  @Field(() => Boolean, { description: "It holds now." })
  isCurrent!: boolean;
}
export const CloseOffConnection = connectionOf("CloseOff", () => CloseOff);

@ObjectType({ description: "What somebody did with a close-off." })
export class CloseOffStep {
  actorId!: string;

  @Field(() => CloseOffStepKind, { description: "What." })
  kind!: StepKind;

  @Field(() => DateTimeScalar, { description: "When." })
  happenedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it was to hold then." })
  expiresAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why." })
  reason!: string | null;
}

@ObjectType({ description: "A move that was made in a closed place all the same." })
export class CloseOffMove {
  warehouseId!: number;
  closeOffRowId!: number;
  moveRowId!: number;

  @Field(() => String, {
    nullable: true,
    description: "Why somebody passed over a denial; null where the place only warns or flags.",
  })
  overrideReason!: string | null;
}
export const CloseOffMoveConnection = connectionOf("CloseOffMove", () => CloseOffMove);

@ObjectType({
  implements: Node,
  description: "Stock that may be counted, but neither posted nor moved.",
})
export class StockHold extends Node {
  warehouseId!: number;
  rowId!: number;
  itemRowId!: number | null;
  lotRowId!: number | null;
  locationRowId!: number | null;
  placedById!: string;
  releasedById!: string | null;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => DateTimeScalar, { description: "Since when." })
  placedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when." })
  releasedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was released." })
  releaseReason!: string | null;
}
export const StockHoldConnection = connectionOf("StockHold", () => StockHold);
