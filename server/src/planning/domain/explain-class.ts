import { decimalText, type Decimal } from "../../shared/exact-decimal.ts";
import type { ClassifiedItem } from "./classify-items.ts";

type Explained = Pick<
  ClassifiedItem,
  "valueUsed" | "moves" | "share" | "shareCumulative" | "classByValue" | "classNow"
>;
interface Limits {
  shareA: Decimal;
  shareB: Decimal;
  days: number;
}

/** Why an item is in its class, in one sentence that names the figures. */
export function explainClass(item: Explained, { shareA, shareB, days }: Limits): string {
  const moves = item.moves === 1 ? "1 move" : `${item.moves} moves`;
  const lift =
    item.classNow === item.classByValue
      ? ""
      : ` Its ${moves} in ${days} days lift it from ${item.classByValue} to ${item.classNow}.`;
  if (item.valueUsed === null) return `No cost is known, so its value says nothing: C.${lift}`;
  if (item.valueUsed.isZero()) return `Nothing of it went out in ${days} days: C.${lift}`;
  const begins = inPercent(item.shareCumulative.minus(item.share));
  const share = inPercent(item.share);
  const limits = {
    A: `below the ${decimalText(shareA)} % that A comes to`,
    B: `between the ${decimalText(shareA)} % of A and the ${decimalText(shareB)} % of A and B`,
    C: `behind the ${decimalText(shareB)} % of A and B`,
  }[item.classByValue];
  return `${share} % of all value used; those above it come to ${begins} %, ${limits}.${lift}`;
}

function inPercent(share: Decimal): string {
  return share.times(100).toDecimalPlaces(2).toFixed();
}
