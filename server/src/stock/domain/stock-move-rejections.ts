import { rejectionsOf } from "../../shared/rejection.ts";

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const stockMoveRejections = {
  BATCH_TOO_LARGE: "A batch has at most 200 moves: send the rest in another.",
  EXTERNAL_ID_MISSING: "A move needs an id of its own, so that it can be sent again safely.",
  EXTERNAL_ID_REPEATED: "Another move of this batch has the same id.",
  EXTERNAL_ID_REUSED: "Another move was recorded under this id.",
  TEXT_TOO_LONG: "An id, lot, serial, reference or reason has at most 200 characters.",
  ITEM_UNKNOWN: "There is no such item.",
  LOCATION_UNKNOWN: "There is no such place in this warehouse.",
  LOCATION_INACTIVE: "This place is no longer used.",
  LOCATION_CLOSED_OFF: "This place is closed off: stock may not move in or out.",
  ON_HOLD: "This stock is on hold: it may be counted, but not moved.",
  DESTINATION_MISSING: "A move needs the place where the stock goes.",
  DESTINATION_UNEXPECTED: "Only a move has a second place or status.",
  DESTINATION_SAME: "The stock would stay where it is, as it is.",
  QUANTITY_NOT_POSITIVE: "The quantity is more than nothing; the kind says in or out.",
  UNIT_UNKNOWN: "The item has no such unit or pack.",
  QUANTITY_TOO_PRECISE: "The item's unit does not have that many decimals.",
  QUANTITY_TOO_LARGE: "A quantity has at most 14 digits before the point.",
  LOT_MISSING: "The item is told apart by lots: name the lot.",
  LOT_UNEXPECTED: "The item is not told apart by lots.",
  LOT_EXPIRY_DIFFERS: "The lot is known with another last day.",
  SERIALS_MISSING: "The item is told apart by serials: list them.",
  SERIALS_UNEXPECTED: "The item is not told apart by serials.",
  SERIALS_NOT_QUANTITY: "There must be as many different serials as pieces.",
  SERIAL_NOT_HERE: "A serial is not in the stock it would leave.",
  SERIAL_ALREADY_HERE: "A serial is already in stock.",
  EFFECTIVE_IN_THE_FUTURE: "A move is recorded once it has happened.",
  WOULD_GO_NEGATIVE: "There is less on hand than would leave.",
} as const;
export type StockMoveRejectionReason = keyof typeof stockMoveRejections;

export const reject = rejectionsOf<StockMoveRejectionReason>(stockMoveRejections);
