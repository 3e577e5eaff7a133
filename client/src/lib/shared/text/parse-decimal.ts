import { language } from "#lib/shared/language/language.svelte.ts";

/**
 * Reads a number as the reader's locale writes it: "1.234,5" is "1234.5" in German. Undefined for
 * what is no plain number, and for a comma that stands where no thousands end: "1,5" is never 15.
 */
export function parseDecimal(typed: string, locale = language.ofNumbers): string | undefined {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12_345.6);
  const separator = (type: "decimal" | "group") =>
    (parts.find((part) => part.type === type)?.value ?? "").replace(/\s/, " ");
  const text = typed.trim().replace(/\s/g, " ");
  const [whole = "", fraction, ...rest] = text.split(separator("decimal"));
  const groups = separator("group") ? whole.split(separator("group")) : [whole];
  // Thousands end in three digits; above them some countries group by two.
  const isGrouped = groups.length === 1 || /^\d{1,3}( \d{2,3})* \d{3}$/.test(groups.join(" "));
  const digits = groups.join("");
  const isNumber = /^\d+$/.test(digits) && (fraction === undefined || /^\d+$/.test(fraction));
  if (!isGrouped || !isNumber || rest.length > 0) return undefined;
  const shortest = digits.replace(/^0+(?=\d)/, "");
  return fraction === undefined ? shortest : `${shortest}.${fraction}`;
}
