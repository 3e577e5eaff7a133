import { addDecimals, signOf } from "#lib/shared/text/decimal.ts";
import { parseDecimal } from "#lib/shared/text/parse-decimal.ts";

/** What was typed into a cell, as a quantity: "12", or "+3" and "-1" on what is there. */
export function readTyped(text: string, found: string | null, locale?: string): string | undefined {
  const typed = text.trim();
  const sign = /^[+\-−]/.exec(typed)?.[0];
  const number = parseDecimal(sign ? typed.slice(1) : typed, locale);
  if (number === undefined) return undefined;
  if (sign === undefined) return number;
  const sum = addDecimals(found ?? "0", sign === "+" ? number : `-${number}`);
  return signOf(sum) < 0 ? undefined : sum;
}

export function lessDecimals(a: string, b: string): string {
  return addDecimals(a, b.startsWith("-") ? b.slice(1) : `-${b}`);
}
