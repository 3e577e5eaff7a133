import { Decimal } from "./exact-decimal.ts";

const percentDecimals = 1;
const nearlyAll = new Decimal("99.9");

/** A hundred is said where nothing was off, and only there: rounding does not make it so. */
export function nearlyAllAtMost(percent: Decimal, isAnythingOff: boolean): Decimal {
  return isAnythingOff ? Decimal.min(percent, nearlyAll) : percent;
}

/** How many of a hundred, to one decimal; null where there is nothing to divide. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  if (whole.isZero()) return null;
  return part.times(100).div(whole).toDecimalPlaces(percentDecimals);
}

/** Lines within their tolerance ÷ lines counted. */
export function percentWithin(within: number, counted: number): Decimal | null {
  const percent = percentOf(new Decimal(within), new Decimal(counted));
  return percent && nearlyAllAtMost(percent, within < counted);
}
