import { addDays, daysBetween, weekdayOf, type Day } from "./day.ts";

/** On which days a site counts. */
export interface WorkCalendar {
  /** 1 for Monday to 7 for Sunday; at least one. */
  workDays: ReadonlySet<number>;
  /** What closed days are called. */
  holidays: ReadonlyMap<Day, string>;
}

/** So many days in a row are looked at for one on which the site is open. */
const longestClosure = 400;

export function isOpen({ workDays, holidays }: WorkCalendar, day: Day): boolean {
  return workDays.has(weekdayOf(day)) && !holidays.has(day);
}

export function onOrAfter(calendar: WorkCalendar, day: Day): Day {
  return search(calendar, day, 1) ?? day;
}

export function onOrBefore(calendar: WorkCalendar, day: Day): Day {
  return search(calendar, day, -1) ?? day;
}

/** So many days on which the site is open after a day, or before it where the number is negative. */
export function addOpenDays(calendar: WorkCalendar, day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(count); left > 0; left -= 1)
    found = search(calendar, addDays(found, step), step) ?? addDays(found, step);
  return found;
}

/** Open days from one to another, the first not counted: how late something is. */
export function openDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  let open = 0;
  for (let ahead = 1; ahead <= daysBetween(from, to); ahead += 1)
    if (isOpen(calendar, addDays(from, ahead))) open += 1;
  return open;
}

function search(calendar: WorkCalendar, from: Day, step: 1 | -1): Day | null {
  for (let away = 0; away < longestClosure; away += 1) {
    const day = addDays(from, away * step);
    if (isOpen(calendar, day)) return day;
  }
  return null;
}
