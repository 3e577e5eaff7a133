import type { Day } from "./day.ts";
import { dueOnOf, type PlanFacts, type PlannedPlace } from "./plan-days.ts";
import { openDaysBetween } from "./work-calendar.ts";

export interface OverduePlace {
  place: PlannedPlace;
  dueOn: Day;
  /** In days on which the site is open. */
  daysLate: number;
}

/** What was due before today, longest late first; also what a running count has. */
export function overduePlaces({ today, calendar, places }: PlanFacts): OverduePlace[] {
  return places
    .flatMap((place) => {
      const dueOn = dueOnOf(place);
      const daysLate = dueOn < today ? openDaysBetween(calendar, dueOn, today) : 0;
      return daysLate > 0 ? [{ place, dueOn, daysLate }] : [];
    })
    .sort(
      (one, other) =>
        other.daysLate - one.daysLate ||
        one.place.scheduleId - other.place.scheduleId ||
        one.place.turn - other.place.turn,
    );
}
