import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { RecordStockMoves } from "@tallyroom/schema/operations/record-stock-moves.ts";

type Answer = ResultOf<typeof RecordStockMoves>["recordStockMoves"];
export type MoveRejection = Extract<
  Answer,
  { __typename: "StockMovesRejected" }
>["rejections"][number];

export type MoveField = "from" | "to" | "quantity" | "lot" | "expiry" | "serials" | "happenedAt";

/** What stands against a move, and the field that can mend it; without one it concerns the whole. */
export interface MoveTrouble {
  message: string;
  field?: MoveField | undefined;
}

const fieldOf: Record<MoveRejection["reason"], MoveField | undefined> = {
  BATCH_TOO_LARGE: undefined,
  EXTERNAL_ID_MISSING: undefined,
  EXTERNAL_ID_REPEATED: undefined,
  EXTERNAL_ID_REUSED: undefined,
  TEXT_TOO_LONG: undefined,
  ITEM_UNKNOWN: undefined,
  LOCATION_UNKNOWN: "to",
  LOCATION_INACTIVE: "to",
  LOCATION_CLOSED_OFF: "to",
  ON_HOLD: undefined,
  DESTINATION_MISSING: "to",
  DESTINATION_UNEXPECTED: "to",
  DESTINATION_SAME: "to",
  QUANTITY_NOT_POSITIVE: "quantity",
  UNIT_UNKNOWN: "quantity",
  QUANTITY_TOO_PRECISE: "quantity",
  QUANTITY_TOO_LARGE: "quantity",
  LOT_MISSING: "lot",
  LOT_UNEXPECTED: "lot",
  LOT_EXPIRY_DIFFERS: "expiry",
  SERIALS_MISSING: "serials",
  SERIALS_UNEXPECTED: "serials",
  SERIALS_NOT_QUANTITY: "serials",
  SERIAL_NOT_HERE: "serials",
  SERIAL_ALREADY_HERE: "serials",
  EFFECTIVE_IN_THE_FUTURE: "happenedAt",
  WOULD_GO_NEGATIVE: "quantity",
};

/** The server's own sentence, beside the field it is about, if that one is on the screen. */
export function troubleOf(
  { reason, message }: MoveRejection,
  shown: ReadonlySet<MoveField>,
): MoveTrouble {
  const field = fieldOf[reason];
  const isOfPlace = reason.startsWith("LOCATION_") && !shown.has("to");
  const nearest = isOfPlace ? "from" : field;
  return { message, field: nearest && shown.has(nearest) ? nearest : undefined };
}
