import { Field, Int, ObjectType } from "type-graphql";
import type { Decimal } from "../../shared/exact-decimal.ts";
import type { CloseOffMoveRow } from "../../restrictions/domain/close-off.ts";
import { reasonsOf, resultOf } from "../../shared/rejection-types.ts";
import { DecimalScalar } from "../../shared/scalars.ts";
import {
  stockMoveRejections,
  type StockMoveRejectionReason,
} from "../domain/stock-move-rejections.ts";
import { StockMove } from "./objects.ts";

@ObjectType({ description: "All moves of the batch stand in the ledger." })
export class StockMovesRecorded {
  warehouseId!: number;
  noted!: readonly CloseOffMoveRow[];

  @Field(() => [StockMove], {
    description: "Their rows, in the batch's order; a move between places has two.",
  })
  moves!: StockMove[];

  @Field(() => Int, { description: "How many of the moves had been recorded before." })
  alreadyRecordedCount!: number;
}

const reasons = reasonsOf("StockMove", stockMoveRejections);

@ObjectType({ description: "Why one move cannot be recorded." })
export class StockMoveRejection {
  warehouseId!: number;
  closeOffRowId!: number | null;
  holdRowId!: number | null;

  @Field(() => Int, { description: "Its place in the batch, from 0." })
  index!: number;

  @Field(() => String, { description: "The id its sender gave it." })
  externalId!: string;

  @Field(() => reasons, { description: "The reason, for programs." })
  reason!: StockMoveRejectionReason;

  @Field(() => String, { description: "The reason in one sentence, for people." })
  message!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What is on hand, where less is there than would leave.",
  })
  quantityOnHand!: Decimal | null;
}

@ObjectType({ description: "Nothing of the batch was recorded." })
export class StockMovesRejected {
  @Field(() => [StockMoveRejection], { description: "Every move that is in the way." })
  rejections!: StockMoveRejection[];
}

export const RecordStockMovesResult = resultOf("RecordStockMoves", [
  StockMovesRecorded,
  StockMovesRejected,
]);
