import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { DayOfCounts } from "../domain/calendar-days.ts";
import { decideRun } from "../domain/decide-run.ts";
import { addDays, instantAtSite, siteTimeAt, type Day } from "../domain/day.ts";
import { dueOnOf, type PlannedCount } from "../domain/plan-days.ts";
import type { TriggerKind } from "../domain/planning-policy.ts";
import { scheduleCsv } from "../domain/schedule-csv.ts";
import { cadenceOf } from "../domain/schedule.ts";
import { onOrAfter } from "../domain/work-calendar.ts";
import type { Site } from "../storage/planning-policy-row.ts";
import { readPlanFacts, type ReadPlan } from "../storage/read-plan-facts.ts";

export type { ReadPlan } from "../storage/read-plan-facts.ts";

/** Everything that the plan of a warehouse says, read once for one answer. */
export function readPlan(db: Db, warehouseId: number, now: Date): Promise<ReadPlan> {
  return readPlanFacts(db, warehouseId, now);
}

export interface PlannedRun {
  day: Day;
  at: Date;
  counts: PlannedCount[];
}

const leadsOf = ({ schedules }: ReadPlan) =>
  new Map([...schedules].map(([id, { leadDays }]) => [id, leadDays]));

/** What would be made if somebody asked now. */
export function dueNow(plan: ReadPlan, now: Date): PlannedRun {
  const { today } = plan;
  const run = { leadDays: leadsOf(plan), places: null, isAsked: true };
  return { day: today, at: now, counts: decideRun(plan.factsAt(today, today), run) };
}

/** What the clock makes next, on the next day of work at the site's hour. */
export function nextRun(plan: ReadPlan, now: Date): PlannedRun {
  const { site, today } = plan;
  const { calendar } = plan.factsAt(today, today);
  const isOver = siteTimeAt(now, site.timeZone).time >= site.policy.runsAt;
  const day = onOrAfter(calendar, isOver ? addDays(today, 1) : today);
  return {
    day,
    at: instantAtSite(day, site.policy.runsAt, site.timeZone),
    counts: decideRun(plan.factsAt(day, day), {
      ...{ leadDays: leadsOf(plan), places: null, isAsked: false },
    }),
  };
}

/** What was counted on each day, by the site's clock, and what was made for it and left. */
export async function readDaysSoFar(
  db: Db,
  { warehouseId, timeZone }: Site,
  from: Day,
  to: Day,
): Promise<Map<Day, DayOfCounts>> {
  const begin = instantAtSite(from, "00:00", timeZone);
  const end = instantAtSite(addDays(to, 1), "00:00", timeZone);
  const rows = await rowsOf<DayOfCounts & { day: Day }>(
    db,
    sql`with counted as (
          select (l.window_last_at at time zone ${timeZone})::date as day, count(*)::int as lines
          from count_session c
          join count_line l on l.warehouse_id = c.warehouse_id and l.session_id = c.id
          where c.warehouse_id = ${warehouseId} and c.started_at < ${end}::timestamptz
            and coalesce(c.completed_at, c.cancelled_at, ${end}::timestamptz) >= ${begin}::timestamptz
            and l.state = 'COUNTED' and c.status <> 'CANCELLED'
            and l.window_last_at >= ${begin}::timestamptz
            and l.window_last_at < ${end}::timestamptz
          group by 1
        ), made as (
          select d.planned_on as day, sum(d.lines)::int as lines,
            sum(greatest(0, d.lines - coalesce(l.counted, 0)))::int as left_over
          from due_count d
          left join lateral (
            select count(*)::int as counted from count_line l
            where l.warehouse_id = d.warehouse_id and l.session_id = d.session_id
              and (d.location_id is null or l.location_id = d.location_id) and l.state = 'COUNTED'
          ) l on true
          where d.warehouse_id = ${warehouseId} and d.planned_on between ${from}::date and ${to}::date
          group by 1
        )
        select day::text, coalesce(c.lines, 0) as "linesCounted", coalesce(m.lines, 0) as "linesMade",
          coalesce(m.left_over, 0) as "linesLeft"
        from counted c full join made m using (day)`,
  );
  return new Map(rows.map(({ day, ...soFar }) => [day, soFar]));
}

export interface RunRow {
  id: number;
  kind: "CLOCK" | "ASKED";
  runOn: Day;
  madeAt: Date;
  madeById: string | null;
  counts: number;
  places: number;
  lines: number;
}

/** The latest first. */
export function listRuns(db: Db, warehouseId: number): Promise<RunRow[]> {
  return rowsOf<RunRow>(
    db,
    sql`select r.id, r.kind, r.run_on::text as "runOn", r.made_at as "madeAt",
          r.made_by as "madeById", count(distinct d.session_id)::int as counts,
          count(d.id)::int as places, coalesce(sum(d.lines), 0)::int as lines
        from planning_run r
        left join due_count d on d.warehouse_id = r.warehouse_id and d.run_id = r.id
        where r.warehouse_id = ${warehouseId}
        group by r.warehouse_id, r.id order by r.id desc limit 100`,
  );
}

export interface TriggerRow {
  warehouseId: number;
  id: number;
  kind: TriggerKind;
  locationId: number;
  happenedAt: Date;
  sessionId: number | null;
}

export function listTriggers(db: Db, warehouseId: number): Promise<TriggerRow[]> {
  return rowsOf<TriggerRow>(
    db,
    sql`select warehouse_id as "warehouseId", id, kind, location_id as "locationId",
          happened_at as "happenedAt", session_id as "sessionId"
        from count_trigger where warehouse_id = ${warehouseId} order by id desc limit 100`,
  );
}

/** The schedule as people keep it in a table: each place with its last and its next count date. */
export async function exportSchedule(db: Db, plan: ReadPlan): Promise<string> {
  const facts = plan.factsAt(plan.today, plan.today);
  const people = await rowsOf<{ id: string; name: string }>(
    db,
    sql`select id, name from app_user
        where id = any(${[...plan.schedules.values()].flatMap(({ ownerId }) => ownerId ?? [])}::text[])`,
  );
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const rows = plan.places.flatMap((place, index) => {
    const schedule = plan.schedules.get(place.scheduleId);
    const planned = facts.places[index];
    if (!schedule || !planned) return [];
    return [
      {
        location: place.locationCode ?? schedule.name,
        name: place.locationName ?? "",
        ...{ schedule: schedule.name, cadence: cadenceOf(schedule), lines: place.lines },
        ...{ countedOn: planned.countedOn, dueOn: dueOnOf(planned) },
        owner: nameOf.get(schedule.ownerId ?? "") ?? null,
      },
    ];
  });
  return scheduleCsv(rows, facts.calendar);
}
