import { dueAfter, roundDays, type Cadence } from "./cadence.ts";
import { addDays, laterOf, type Day } from "./day.ts";
import { DueQueue, type Due } from "./due-queue.ts";
import { addOpenDays, onOrAfter, type WorkCalendar } from "./work-calendar.ts";

/** A place that one schedule counts again and again; what chooses its lots is one place without a name. */
export interface PlannedPlace {
  scheduleId: number;
  /** Null where a schedule chooses among all of its scope. */
  locationId: number | null;
  lines: number;
  cadence: Cadence;
  startsOn: Day;
  /** Where it stands in the walk through its schedule, 0 to below 1. */
  turn: number;
  /** Null where it was never counted whole. */
  countedOn: Day | null;
  /** A count that has it runs, or is planned: it is not planned again. */
  isBeingCounted: boolean;
}

/** One place on one day. */
export interface PlannedCount {
  scheduleId: number;
  locationId: number | null;
  lines: number;
  dueOn: Day;
  plannedOn: Day;
  /** Somebody said the day. */
  isMoved: boolean;
}

export interface MovedCount {
  scheduleId: number;
  locationId: number | null;
  dueOn: Day;
  movedTo: Day;
}

export interface PlanFacts {
  today: Day;
  /** The last day that is asked for. */
  until: Day;
  calendar: WorkCalendar;
  /** At most so many lines a day; null where days are not levelled. */
  linesADay: number | null;
  /** By so many open days a place is pulled forward or pushed back to level the load. */
  windowDays: number;
  places: readonly PlannedPlace[];
  moved: readonly MovedCount[];
  /** Lines that days have already, by counts that were made. */
  taken: ReadonlyMap<Day, number>;
}

/** When a place is to be counted next. What was never counted is spread over the schedule's first round. */
export function dueOnOf({ cadence, startsOn, turn, countedOn }: DuePlace): Day {
  if (countedOn !== null) return laterOf(dueAfter(cadence, countedOn), startsOn);
  return addDays(startsOn, Math.floor(turn * roundDays(cadence, startsOn)));
}
type DuePlace = Pick<PlannedPlace, "cadence" | "startsOn" | "turn" | "countedOn">;

/**
 * Which place is counted on which day, from today on, as if each were counted when it is planned. What is
 * due first chooses first: its own day, an earlier one, a later one, as far as the window reaches and a day
 * has room. Where none has, the day on which it is due takes it and is over its limit.
 */
export function planDays(facts: PlanFacts): PlannedCount[] {
  const { today, until, calendar } = facts;
  const load = new Map(facts.taken);
  const moved = new Map(facts.moved.map((each) => [keyOf(each), each.movedTo]));
  const queue = new DueQueue();
  // Behind the last day as well: a place may be pulled forward over it.
  const horizon = addOpenDays(calendar, laterOf(until, today), facts.windowDays);
  for (const place of facts.places)
    if (!place.isBeingCounted) queue.add(dueOnOf(place), place, horizon);
  const counts: PlannedCount[] = [];
  for (let next = queue.take(); next; next = queue.take()) {
    const { dueOn, place } = next;
    const movedTo = moved.get(keyOf({ ...place, dueOn }));
    const plannedOn = movedTo ? laterOf(movedTo, today) : dayWithRoom(facts, load, next);
    load.set(plannedOn, (load.get(plannedOn) ?? 0) + place.lines);
    if (plannedOn <= until)
      counts.push({
        ...{ scheduleId: place.scheduleId, locationId: place.locationId, lines: place.lines },
        ...{ dueOn, plannedOn, isMoved: movedTo !== undefined },
      });
    queue.add(dueAfter(place.cadence, plannedOn), place, horizon);
  }
  return counts;
}

function dayWithRoom(facts: PlanFacts, load: ReadonlyMap<Day, number>, { dueOn, place }: Due): Day {
  const { today, calendar, linesADay, windowDays } = facts;
  const first = onOrAfter(calendar, laterOf(dueOn, today));
  if (linesADay === null) return first;
  const hasRoom = (day: Day) => {
    const before = load.get(day) ?? 0;
    // What is larger than a day's limit has a day for itself.
    return before + place.lines <= linesADay || before === 0;
  };
  if (hasRoom(first)) return first;
  for (const day of daysAround(facts, first)) if (day >= today && hasRoom(day)) return day;
  // Late already: no window holds it back, the next day that has room takes it.
  if (dueOn < today)
    for (let ahead = windowDays + 1; ahead <= patienceDays; ahead += 1) {
      const day = addOpenDays(calendar, first, ahead);
      if (hasRoom(day)) return day;
    }
  return first;
}
const patienceDays = 60;

/** The nearest first, and of two alike the earlier: better too early than too late. */
function* daysAround({ calendar, windowDays }: PlanFacts, day: Day): Generator<Day> {
  for (let away = 1; away <= windowDays; away += 1) {
    yield addOpenDays(calendar, day, -away);
    yield addOpenDays(calendar, day, away);
  }
}

export function keyOf({
  scheduleId,
  locationId,
  dueOn,
}: Pick<PlannedCount, "scheduleId" | "locationId" | "dueOn">): string {
  return `${scheduleId}/${locationId ?? ""}/${dueOn}`;
}
