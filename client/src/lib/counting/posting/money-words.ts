import { currencySymbol, formatMoney, signOf } from "#lib/shared/text/decimal.ts";

const minus = "−";

export function negated(value: string): string {
  if (signOf(value) === 0) return "0";
  return value.startsWith("-") ? value.slice(1) : `-${value}`;
}

/** "€2,810.81": an amount on its own, with the sign before its symbol. */
export function moneyInWords(value: string, currency: string): string {
  const amount = formatMoney(value.replace("-", ""), currency);
  return `${signOf(value) < 0 ? minus : ""}${currencySymbol(currency)}${amount}`;
}

/** With its sign always written. */
export function signedMoney(value: string, currency: string): string {
  return `${signOf(value) > 0 ? "+" : ""}${moneyInWords(value, currency)}`;
}
