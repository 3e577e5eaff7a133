import { roundDays } from "./cadence.ts";
import type { Day } from "./day.ts";
import { dueOnOf, type PlanFacts } from "./plan-days.ts";
import { overduePlaces } from "./overdue-places.ts";

/** What a schedule comes to. */
export interface ScheduleFigures {
  places: number;
  lines: number;
  /** Lines a day of work, as a round goes on. */
  linesADay: number;
  lastCountedOn: Day | null;
  nextDueOn: Day | null;
  linesOverdue: number;
}

const noFigures: ScheduleFigures = {
  ...{ places: 0, lines: 0, linesADay: 0, lastCountedOn: null, nextDueOn: null, linesOverdue: 0 },
};

export function scheduleFigures(facts: PlanFacts): (scheduleId: number) => ScheduleFigures {
  const bySchedule = Map.groupBy(facts.places, ({ scheduleId }) => scheduleId);
  const late = Map.groupBy(overduePlaces(facts), ({ place }) => place.scheduleId);
  const openShare = facts.calendar.workDays.size / 7;
  return (scheduleId) => {
    const places = bySchedule.get(scheduleId) ?? [];
    const [first] = places;
    if (!first) return noFigures;
    const lines = places.reduce((sum, place) => sum + place.lines, 0);
    const openDays = Math.max(1, roundDays(first.cadence, facts.today) * openShare);
    const counted = places.flatMap(({ countedOn }) => countedOn ?? []).sort();
    return {
      ...{ places: places.length, lines, lastCountedOn: counted.at(-1) ?? null },
      linesADay: Math.round((lines / openDays) * 10) / 10,
      nextDueOn: places.map((place) => dueOnOf(place)).sort()[0] ?? null,
      linesOverdue: (late.get(scheduleId) ?? []).reduce((sum, { place }) => sum + place.lines, 0),
    };
  };
}
