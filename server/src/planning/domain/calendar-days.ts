import { addDays, type Day } from "./day.ts";
import { planDays, type PlanFacts, type PlannedCount } from "./plan-days.ts";
import { addOpenDays, isOpen, type WorkCalendar } from "./work-calendar.ts";

/** What has become of a day so far. */
export interface DayOfCounts {
  linesCounted: number;
  /** Lines of the counts that were made for the day. */
  linesMade: number;
  /** Those of them that nobody counted. */
  linesLeft: number;
}

/** One move that would bring a day below its limit. */
export interface OfferedMove {
  to: Day;
  lines: number;
  counts: PlannedCount[];
}

export interface CalendarDay extends DayOfCounts {
  day: Day;
  isOpen: boolean;
  holiday: string | null;
  /** Lines that are planned for the day and of which no count is made yet. */
  linesPlanned: number;
  overBy: number;
  counts: PlannedCount[];
  /** Closed days whose load has come here. */
  movedFrom: Day[];
  offer: OfferedMove | null;
}

const untouched: DayOfCounts = { linesCounted: 0, linesMade: 0, linesLeft: 0 };
const daysLookedAt = 20;

/** The days from one to another: what was counted, what is planned, and what is too much. */
export function calendarDays(
  facts: PlanFacts,
  from: Day,
  to: Day,
  soFar: ReadonlyMap<Day, DayOfCounts>,
): CalendarDay[] {
  const { calendar, linesADay } = facts;
  const until = addOpenDays(calendar, to, daysLookedAt);
  const byDay = Map.groupBy(planDays({ ...facts, until }), ({ plannedOn }) => plannedOn);
  const loadOf = (day: Day) => (facts.taken.get(day) ?? 0) + sumOf(byDay.get(day) ?? []);
  const days: CalendarDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const counts = byDay.get(day) ?? [];
    const load = loadOf(day);
    const overBy = linesADay === null ? 0 : Math.max(0, load - linesADay);
    days.push({
      ...(soFar.get(day) ?? untouched),
      ...{ day, isOpen: isOpen(calendar, day), holiday: calendar.holidays.get(day) ?? null },
      ...{ counts, linesPlanned: sumOf(counts), overBy },
      movedFrom: overBy > 0 ? closedBefore(calendar, counts, day) : [],
      offer: overBy > 0 ? offerMove(facts, day, overBy, counts, loadOf) : null,
    });
  }
  return days;
}

const sumOf = (counts: readonly PlannedCount[]) =>
  counts.reduce((sum, { lines }) => sum + lines, 0);

/** The closed days on which something of this day was due. */
function closedBefore(calendar: WorkCalendar, counts: readonly PlannedCount[], day: Day): Day[] {
  const closed = counts
    .map(({ dueOn }) => dueOn)
    .filter((due) => due < day && !isOpen(calendar, due));
  return [...new Set(closed)].sort();
}

/** As few lines as will do, to the nearest day that has room for them; null where none has. */
function offerMove(
  { calendar, linesADay, today }: PlanFacts,
  day: Day,
  overBy: number,
  counts: readonly PlannedCount[],
  loadOf: (day: Day) => number,
): OfferedMove | null {
  const chosen = fewestLines(counts, overBy);
  const lines = sumOf(chosen);
  if (chosen.length === 0 || linesADay === null) return null;
  for (let away = 1; away <= daysLookedAt; away += 1)
    for (const to of [addOpenDays(calendar, day, away), addOpenDays(calendar, day, -away)])
      if (to >= today && loadOf(to) + lines <= linesADay) return { to, lines, counts: chosen };
  return null;
}

/** One place that is just large enough, or else the largest until it is enough. */
function fewestLines(counts: readonly PlannedCount[], wanted: number): PlannedCount[] {
  const bySize = [...counts].sort((one, other) => one.lines - other.lines);
  const single = bySize.find(({ lines }) => lines >= wanted);
  if (single) return [single];
  const chosen: PlannedCount[] = [];
  for (const count of bySize.reverse()) {
    if (sumOf(chosen) >= wanted) break;
    chosen.push(count);
  }
  return chosen;
}
