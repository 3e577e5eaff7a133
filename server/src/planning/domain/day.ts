/** A day of a site's calendar, as year-month-day. Days compare as their texts do. */
export type Day = string;

const dayMs = 86_400_000;

const instantOf = (day: Day) => new Date(`${day}T00:00:00Z`);
const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10);

export function addDays(day: Day, count: number): Day {
  return dayOf(new Date(instantOf(day).valueOf() + count * dayMs));
}

/** The same day of a later month, or its last where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const from = instantOf(day);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  const date = Math.min(from.getUTCDate(), last.getUTCDate());
  return dayOf(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), date)));
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((instantOf(to).valueOf() - instantOf(from).valueOf()) / dayMs);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return instantOf(day).getUTCDay() || 7;
}

export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const instant = instantOf(text);
  return !Number.isNaN(instant.valueOf()) && dayOf(instant) === text;
}

/** "Today" is the site's: what its clock on the wall says at an instant. */
export function siteTimeAt(instant: Date, timeZone: string): { day: Day; time: string } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit" },
  }).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return {
    day: `${of("year")}-${of("month")}-${of("day")}`,
    time: `${of("hour")}:${of("minute")}`,
  };
}

/** The instant at which a site's clock shows a day and a time; in a gap of the clock, the first after it. */
export function instantAtSite(day: Day, time: string, timeZone: string): Date {
  const wanted = new Date(`${day}T${time}:00Z`).valueOf();
  let guess = wanted;
  for (let round = 0; round < 3; round += 1) {
    const shown = siteTimeAt(new Date(guess), timeZone);
    const off = wanted - new Date(`${shown.day}T${shown.time}:00Z`).valueOf();
    if (off === 0) break;
    guess += off;
  }
  return new Date(guess);
}
