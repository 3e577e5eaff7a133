import { decimalPoint, numberOf } from "#lib/shared/language/formats.ts";
import { words } from "#lib/shared/language/words.ts";
import type { PadValue } from "../task/pad-value.ts";

export const padWords = words("pad", {
  title: "Number pad",
  was: "was {quantity}",
  blank: "blank",
  cancel: "Cancel",
  cancelKeep: "Cancel, keep {quantity}",
  set: "Set",
  setTo: "Set {quantity}",
  looksLikeACode: "That looks like a barcode, not a quantity",
  belowZero: "Less than nothing",
  tooFine: "Finer than this item is counted",
  deleteLast: "Delete last",
  times: "times",
  plus: "plus",
  minus: "minus",
  point: "Decimal point",
  noPoint: "Decimal point: counted in whole units",
  clear: "Clear",
});

/** Why there is nothing to set; empty where it can be set, or is only not finished. */
export function padTrouble(value: PadValue): string {
  switch (value.kind) {
    case "LOOKS_LIKE_A_CODE":
      return padWords("looksLikeACode");
    case "BELOW_ZERO":
      return padWords("belowZero");
    case "TOO_FINE":
      return padWords("tooFine");
    case "EMPTY":
    case "OPEN":
    case "VALUE":
      return "";
  }
}

export const setWords = (value: PadValue) =>
  value.kind === "VALUE" ? padWords("setTo", { quantity: numberOf(value.value) }) : padWords("set");

/** What stands on the pad, with the point that the reader types. */
export const padText = (text: string) => text.replaceAll(".", decimalPoint());
