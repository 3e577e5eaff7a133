import type { Db } from "../../database/db.ts";
import { laterOf, siteTimeAt, type Day } from "../domain/day.ts";
import type { PlanFacts, PlannedPlace } from "../domain/plan-days.ts";
import { calendarOf } from "../domain/planning-policy.ts";
import { cadenceOf, type ScheduleRow } from "../domain/schedule.ts";
import { readSite, type Site } from "./planning-policy-row.ts";
import { readSchedules } from "./schedule-row.ts";
import {
  readMoved,
  readScheduledPlaces,
  readTaken,
  type ScheduledPlace,
} from "./scheduled-places.ts";

/** All that a plan is made of, at one instant. */
export interface ReadPlan {
  site: Site;
  /** The site's day. */
  today: Day;
  schedules: ReadonlyMap<number, ScheduleRow>;
  places: readonly ScheduledPlace[];
  /** As if it were that day, for a plan that reaches so far. */
  factsAt(today: Day, until: Day): PlanFacts;
}

export async function readPlanFacts(db: Db, warehouseId: number, now: Date): Promise<ReadPlan> {
  const site = await readSite(db, warehouseId);
  const { day: today } = siteTimeAt(now, site.timeZone);
  const schedules = new Map(
    (await readSchedules(db, warehouseId)).map((schedule) => [schedule.id, schedule]),
  );
  const places = await readScheduledPlaces(db, warehouseId);
  const moved = await readMoved(db, warehouseId);
  const taken = new Map(
    (await readTaken(db, warehouseId, today)).map(({ day, lines }) => [day, lines]),
  );
  const planned = places.flatMap((place) => {
    const schedule = schedules.get(place.scheduleId);
    return schedule ? [plannedPlace(place, schedule, site.timeZone)] : [];
  });
  const { linesADay, windowDays } = site.policy;
  const calendar = calendarOf(site.policy, site.holidays);
  return {
    ...{ site, today, schedules, places },
    factsAt: (day, until) => ({
      ...{ today: laterOf(day, today), until, calendar, linesADay, windowDays },
      ...{ places: planned, moved, taken },
    }),
  };
}

export function plannedPlace(
  { scheduleId, locationId, lines, turn, countedAt, heldBySessionId }: ScheduledPlace,
  schedule: ScheduleRow,
  timeZone: string,
): PlannedPlace {
  return {
    ...{ scheduleId, locationId, lines, turn },
    cadence: cadenceOf(schedule),
    startsOn: schedule.startsOn,
    countedOn: countedAt && siteTimeAt(countedAt, timeZone).day,
    isBeingCounted: heldBySessionId !== null,
  };
}
