import { words } from "#lib/shared/language/words.ts";

/** Why the server does not take an entry, by the reason that it gives to programs. */
export const rejectionWords = words("rejection", {
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
  EXTERNAL_ID_MISSING: "The entry has no id of its own.",
  EXTERNAL_ID_REUSED: "Another entry was recorded under this id.",
  TEXT_TOO_LONG: "A scan, serial, lot, reason or note is too long.",
  SESSION_NOT_OPEN: "This count is not open.",
  SESSION_CLOSED: "This count was handed in before the entry was made.",
  VOID_TARGET_MISSING: "What it takes back is not known.",
  VOID_OF_ANOTHER: "Only a supervisor takes back what another person entered.",
  RECOUNT_BY_SAME_PERSON: "You have counted this in another round: somebody else counts it again.",
  BAD_INPUT: "The server cannot read this entry.",
  NOT_FOUND: "What it speaks of is no longer there.",
  INTERNAL: "The server failed with this entry, more than once.",
});

type RejectionReason = keyof typeof rejectionWords.english;

/** What a newer server says, and this device does not know, stays in the server's words. */
export function rejectionInWords({ reason, message }: { reason: string; message: string }): string {
  const key = reason.replaceAll("-", "_");
  return Object.hasOwn(rejectionWords.english, key)
    ? rejectionWords(key as RejectionReason)
    : message;
}
