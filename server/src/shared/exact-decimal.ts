import { Decimal } from "decimal.js";

/** Wide enough that sums of money over a ledger stay exact, and never written as 1e+21. */
Decimal.set({ precision: 60, toExpNeg: -30, toExpPos: 60, rounding: Decimal.ROUND_HALF_UP });

export { Decimal };

/** Digits that numeric(20, 6) can hold. */
export const maxIntegerDigits = 14;
export const maxFractionDigits = 6;

const plainDecimal = /^-?\d+(\.\d+)?$/u;

/** An exact decimal from its plain text, or null where the text is not one that can be stored. */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > 64 || !plainDecimal.test(text)) return null;
  const value = new Decimal(text);
  if (value.decimalPlaces() > maxFractionDigits) return null;
  if (value.abs().gte(new Decimal(10).pow(maxIntegerDigits))) return null;
  return value;
}

/** The shortest plain text: 12.500000 becomes 12.5. */
export function decimalText(value: Decimal | string): string {
  if (typeof value === "string" && asStored.test(value)) return withoutZeros(value);
  const text = new Decimal(value).toFixed();
  return text === "-0" ? "0" : text;
}

/** As the database prints an exact decimal: a row has several, and most end in zeros. */
const asStored = /^-?(0|[1-9]\d*)(\.\d+)?$/u;

function withoutZeros(text: string): string {
  let end = text.length;
  if (text.includes(".")) {
    while (text[end - 1] === "0") end -= 1;
    if (text[end - 1] === ".") end -= 1;
  }
  const short = text.slice(0, end);
  return short === "-0" ? "0" : short;
}

export function fitsDecimals(value: Decimal, decimals: number): boolean {
  return value.decimalPlaces() <= decimals;
}
