/** Days of the calendar as year-month-day: they belong to no zone. */

const dayMs = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export function addDays(day: string, count: number): string {
  return dayOf(at(day) + count * dayMs);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(at(day)).getUTCDay() || 7;
}

/** The week of the year by ISO 8601: the one that has its Thursday. */
export function weekOf(day: string): number {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const first = `${thursday.slice(0, 4)}-01-01`;
  return 1 + Math.floor((at(thursday) - at(first)) / dayMs / 7);
}

/** The first day of the month that is so many months away. */
export function monthAway(day: string, count: number): string {
  const from = new Date(at(day));
  return dayOf(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, 1));
}

/** Whole weeks that have all days of a month, Monday to Sunday. */
export function weeksOfMonth(day: string): string[][] {
  const first = monthAway(day, 0);
  const end = monthAway(day, 1);
  const weeks: string[][] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday < end; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
  return weeks;
}

const months = new Intl.DateTimeFormat("en-US", {
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "November 2026". */
export function monthName(day: string): string {
  return day ? months.format(new Date(at(day))) : "";
}
