import { addDays, weekdayOf } from "#lib/shared/text/calendar-month.ts";

export interface CoveredDay {
  /** Year-month-day. */
  day: string;
  /** Of a hundred; null where nothing is scheduled. */
  coverage: number | null;
  counted: number;
}

export interface CoveredWeek {
  /** Its Monday. */
  monday: string;
  /** Monday to Sunday; days outside of what was asked for are left open. */
  days: (CoveredDay | undefined)[];
}

/** The days by weeks, from Monday to Sunday, in their order. */
export function coverageWeeks(days: readonly CoveredDay[]): CoveredWeek[] {
  const weeks = new Map<string, CoveredWeek>();
  for (const day of days) {
    const weekday = weekdayOf(day.day) - 1;
    const monday = addDays(day.day, -weekday);
    const week = weeks.get(monday) ?? { monday, days: Array.from({ length: 7 }) };
    week.days[weekday] = day;
    weeks.set(monday, week);
  }
  return [...weeks.values()];
}

/** As many as fit side by side on a sheet of paper. */
const weeksABlock = 20;

/** The weeks in blocks that stand one below the other, the last ones in the last. */
export function blocksOfWeeks(weeks: readonly CoveredWeek[]): CoveredWeek[][] {
  const blocks: CoveredWeek[][] = [];
  for (let end = weeks.length; end > 0; end -= weeksABlock)
    blocks.unshift(weeks.slice(Math.max(0, end - weeksABlock), end));
  return blocks;
}
