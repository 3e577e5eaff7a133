import { gtinCheckDigit } from "../catalogue/domain/gtin.ts";

/** 20 is a prefix for use inside a company: no such number belongs to a real product. */
const restrictedPrefix = "20";

export function gtin13Of(position: number): string {
  const digits = restrictedPrefix + String(position).padStart(10, "0");
  return digits + gtinCheckDigit(digits);
}

/** The case of an item: an indicator 1 to 8 before the item's own number. */
export function gtin14Of(gtin13: string, indicator: number): string {
  const digits = String(indicator) + gtin13.slice(0, 12);
  return digits + gtinCheckDigit(digits);
}
