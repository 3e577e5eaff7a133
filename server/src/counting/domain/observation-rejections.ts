import { rejectionsOf } from "../../shared/rejection.ts";

/** What can be wrong with what an entry says was counted, in the order in which it is looked for. */
export const contentRejections = {
  TARGET_MISSING: "Say what was counted: a line, an item at a place, or a scan.",
  LINE_UNKNOWN: "There is no such line in this count.",
  ITEM_UNKNOWN: "There is no such item.",
  ITEM_NOT_ASSIGNED: "This item does not belong to this warehouse.",
  LOCATION_UNKNOWN: "There is no such place in this warehouse.",
  LOCATION_INACTIVE: "This place is no longer used.",
  REASON_MISSING: "Say why it was not counted.",
  QUANTITY_UNEXPECTED: "What was not counted has no quantity.",
  LOT_MISSING: "The item is told apart by lots: name the lot.",
  LOT_UNEXPECTED: "The item is not told apart by lots.",
  SERIALS_UNEXPECTED: "The item is not told apart by serials.",
  SERIALS_MISSING: "The item is told apart by serials: list those that are there, or count 0.",
  SERIALS_NOT_QUANTITY: "There must be as many different serials as pieces.",
  QUANTITY_MISSING: "Say how many there are; 0 where there is nothing.",
  QUANTITY_NEGATIVE: "There cannot be less than nothing on a shelf.",
  ZERO_NOT_ALLOWED: "This warehouse does not take counts of 0.",
  UNIT_UNKNOWN: "The item has no such unit or pack.",
  UNITS_NOT_SPLIT: "This warehouse counts in the item's own unit only.",
  QUANTITY_TOO_PRECISE: "The item's unit does not have that many decimals.",
  QUANTITY_TOO_LARGE: "A quantity has at most 14 digits before the point.",
} as const;
export type ContentRejectionReason = keyof typeof contentRejections;

/** What can be wrong with who is said to have counted, and on which paper. */
export const paperRejections = {
  COUNTER_UNKNOWN: "Nobody of that name counts in this warehouse.",
  SHEET_UNKNOWN: "This count has no such sheet.",
  LINE_NOT_ON_SHEET: "This line does not stand on that sheet.",
} as const;
export type PaperRejectionReason = keyof typeof paperRejections;

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const observationRejections = {
  EXTERNAL_ID_MISSING: "An entry needs an id of its own, so that it can be sent again safely.",
  EXTERNAL_ID_REUSED: "Another entry was recorded under this id.",
  TEXT_TOO_LONG: "An id, scan, serial, lot, reason or note is too long.",
  SESSION_NOT_OPEN: "This count is not open.",
  ...paperRejections,
  SESSION_CLOSED: "This count was handed in before the entry was made.",
  VOID_TARGET_MISSING: "Say which entry is taken back.",
  VOID_OF_ANOTHER: "Only a supervisor takes back what another person entered.",
  ...contentRejections,
  RECOUNT_BY_SAME_PERSON: "You have counted this in another round: somebody else counts it again.",
} as const;
export type ObservationRejectionReason = keyof typeof observationRejections;

export const reject = rejectionsOf<ObservationRejectionReason>(observationRejections);
