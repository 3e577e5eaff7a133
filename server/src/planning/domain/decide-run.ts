import { addOpenDays, onOrAfter } from "./work-calendar.ts";
import { dueOnOf, planDays, type PlanFacts, type PlannedCount } from "./plan-days.ts";

export interface AskedPlace {
  scheduleId: number;
  locationId: number | null;
}

export interface RunToDecide {
  /** So many open days ahead each schedule makes its counts. */
  leadDays: ReadonlyMap<number, number>;
  /** Only these, whenever they are planned; null for all that is planned. */
  places: readonly AskedPlace[] | null;
  /** A person asks: on a day of rest, for the next day of work. */
  isAsked: boolean;
}

/** What is made today: all that is planned until today, and what its schedule makes days ahead. */
export function decideRun(
  facts: PlanFacts,
  { leadDays, places, isAsked }: RunToDecide,
): PlannedCount[] {
  const { today, calendar } = facts;
  if (places) return places.flatMap((each) => namedPlace(facts, each));
  const begin = isAsked ? onOrAfter(calendar, today) : today;
  const lastFor = (lead: number) => (lead === 0 ? begin : addOpenDays(calendar, begin, lead));
  const until = lastFor(Math.max(0, ...leadDays.values()));
  return planDays({ ...facts, until }).filter(
    ({ scheduleId, plannedOn }) => plannedOn <= lastFor(leadDays.get(scheduleId) ?? 0),
  );
}

function namedPlace(
  { places, today }: PlanFacts,
  { scheduleId, locationId }: AskedPlace,
): PlannedCount[] {
  const place = places.find(
    (each) => each.scheduleId === scheduleId && each.locationId === locationId,
  );
  if (!place || place.isBeingCounted) return [];
  const { lines } = place;
  const dueOn = dueOnOf(place);
  return [{ scheduleId, locationId, lines, dueOn, plannedOn: today, isMoved: false }];
}
