import { nearlyAllAtMost, percentOf, percentWithin } from "../../shared/percent-within.ts";
import { Decimal } from "../../shared/exact-decimal.ts";

/** What accuracy is made of: sums over counted lines, on their first round. */
export interface AccuracySums {
  counted: number;
  within: number;
  unitsExpected: Decimal;
  /** Without signs: five short and five over are ten. */
  unitsOff: Decimal;
  valueExpected: Decimal;
  valueOff: Decimal;
}

export interface Accuracy {
  /** Lines within their tolerance ÷ lines counted; null while none is. */
  lines: Decimal | null;
  /** 1 − units off ÷ units expected. */
  units: Decimal | null;
  /** The same in money. */
  value: Decimal | null;
}

export function accuracyOf(sums: AccuracySums): Accuracy {
  return {
    lines: percentWithin(sums.within, sums.counted),
    units: remainder(sums.unitsOff, sums.unitsExpected),
    value: remainder(sums.valueOff, sums.valueExpected),
  };
}

/** What more was off than was expected leaves nothing, not less than nothing. */
function remainder(off: Decimal, expected: Decimal): Decimal | null {
  if (expected.isZero()) return null;
  const lost = percentOf(Decimal.min(off, expected), expected);
  return lost && nearlyAllAtMost(new Decimal(100).minus(lost), off.greaterThan(0));
}
