import { language } from "#lib/shared/language/language.svelte.ts";

/** Dates are written "20 Nov 2026", never 11/20/26; times in the zone of the site they belong to. */

interface MomentParts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(instant: Date, timeZone: string | undefined): MomentParts {
  const { locale } = language;
  const key = `${locale} ${timeZone ?? ""}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone,
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
  formats.set(key, format);
  const parts = { year: "", month: "", day: "", hour: "", minute: "", second: "" };
  for (const { type, value } of format.formatToParts(instant)) {
    if (type in parts) parts[type as keyof MomentParts] = value;
  }
  return parts;
}

/** A calendar date ("2027-03-31"), which belongs to no zone. */
export function formatDate(date: string): string {
  const { day, month, year } = partsOf(new Date(`${date}T00:00:00Z`), "UTC");
  return `${day} ${month} ${year}`;
}

/** "20 Nov 10:02", with the year where it is not the current one. */
export function formatMoment(instant: string, timeZone?: string, now = new Date()): string {
  const { day, month, year, hour, minute } = partsOf(new Date(instant), timeZone);
  const isThisYear = partsOf(now, timeZone).year === year;
  return `${day} ${month} ${isThisYear ? "" : `${year} `}${hour}:${minute}`;
}

/** Everything, for a tooltip: "20 Nov 2026 10:02:07". */
export function formatMomentInFull(instant: string, timeZone?: string): string {
  const { day, month, year, hour, minute, second } = partsOf(new Date(instant), timeZone);
  return `${day} ${month} ${year} ${hour}:${minute}:${second}`;
}

export function formatDayOf(instant: string, timeZone?: string): string {
  const { day, month, year } = partsOf(new Date(instant), timeZone);
  return `${day} ${month} ${year}`;
}
