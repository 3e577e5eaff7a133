import { formatDecimal } from "#lib/shared/text/decimal.ts";
import type { PadValue } from "../task/pad-value.ts";

/** Why there is nothing to set; empty where it can be set, or is only not finished. */
export function padTrouble(value: PadValue): string {
  switch (value.kind) {
    case "LOOKS_LIKE_A_CODE":
      return "That looks like a barcode, not a quantity";
    case "BELOW_ZERO":
      return "Less than nothing";
    case "TOO_FINE":
      return "Finer than this item is counted";
    case "EMPTY":
    case "OPEN":
    case "VALUE":
      return "";
  }
}

export const setWords = (value: PadValue) =>
  value.kind === "VALUE" ? `Set ${formatDecimal(value.value)}` : "Set";
