import { formatDecimal } from "#lib/shared/text/decimal.ts";
import { language } from "./language.svelte.ts";

const made = new Map<string, Intl.DateTimeFormat>();

function formatOf(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language.locale} ${name}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(language.locale, options);
  made.set(key, format);
  return format;
}

/** A quantity as it is stored, written as the language does it. */
export function numberOf(quantity: string): string {
  return formatDecimal(quantity, { locale: language.locale });
}

/** What stands between a number and its decimals. */
export function decimalPoint(): string {
  const parts = new Intl.NumberFormat(language.locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}

export function timeOf(instant: string | number | Date): string {
  const clock = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  return formatOf("time", clock).format(new Date(instant));
}

/** Never 03/04/27. */
export function dayOf(date: string): string {
  const day = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return formatOf("day", day).format(new Date(`${date}T00:00:00Z`));
}

export function momentOf(instant: number): string {
  return formatOf("moment", { dateStyle: "medium", timeStyle: "short" }).format(new Date(instant));
}
