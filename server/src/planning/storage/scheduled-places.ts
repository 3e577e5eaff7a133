import type { RawBuilder } from "kysely";
import { inScope } from "../../counting/storage/in-scope.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { Day } from "../domain/day.ts";
import { isOfPlace, settledPlaces } from "./settled-places.ts";

/** A place of a schedule with what is known of its counts. */
export interface ScheduledPlace {
  scheduleId: number;
  /** Null where the schedule chooses among all of its scope. */
  locationId: number | null;
  locationCode: string | null;
  locationName: string | null;
  lines: number;
  /** 0 to below 1, in walking order. */
  turn: number;
  /** When a count that had all of it was completed. */
  countedAt: Date | null;
  /** The count that has it now. */
  heldBySessionId: number | null;
  /** The latest count that was made for it, whatever became of it. */
  lastSessionId: number | null;
}

/**
 * The places of all schedules in use, or of one. A place has been counted when a count is completed that
 * was made for it, or that had all of it, and left no line of it out. A place that a running count has any
 * line of waits for that.
 */
export function readScheduledPlaces(
  db: Db,
  warehouseId: number,
  scheduleId: number | null = null,
): Promise<ScheduledPlace[]> {
  return rowsOf(db, scheduledPlaces(warehouseId, scheduleId));
}

export function scheduledPlaces(
  warehouseId: number,
  scheduleId: number | null = null,
): RawBuilder<ScheduledPlace> {
  return sql<ScheduledPlace>`with asked as materialized (
          select s.* from schedule s
          where s.warehouse_id = ${warehouseId} and s.is_active
            and (${scheduleId}::bigint is null or s.id = ${scheduleId})
        ), settled as materialized (
          ${settledPlaces(warehouseId)}
        ), held as materialized (
          select location_id, min(session_id) as session_id from count_line
          where warehouse_id = ${warehouseId} and is_active group by 1
        ), made as materialized (
          select d.schedule_id, d.location_id, max(d.session_id) as last_session_id,
            max(c.completed_at) filter (where c.status = 'POSTED') as completed_at,
            min(d.session_id) filter (where c.status not in ('POSTED', 'CANCELLED')) as session_id
          from due_count d
          join count_session c on c.warehouse_id = d.warehouse_id and c.id = d.session_id
          where d.warehouse_id = ${warehouseId} group by 1, 2
        ), place as (
          select s.id as schedule_id, q.location_id, count(*)::int as lines
          from asked s
          join quant q on q.warehouse_id = s.warehouse_id and q.quantity_on_hand <> 0
            and q.status not in ('INSTALLED', 'PICKED')
          join item i on i.id = q.item_id
          join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id and l.is_active
          where s.settings ->> 'choice' = 'PLACES' and ${inScope(sql`s.scope`)}
          group by 1, 2
        ), told as (
          select schedule_id, location_id, lines, null::timestamptz as completed_at,
            null::bigint as made_id, null::bigint as held_id, null::bigint as last_id from place
          union all
          select p.schedule_id, p.location_id, 0, e.completed_at, null, null, null
          from place p
          join settled e on e.location_id = p.location_id and ${isOfPlace(warehouseId)}
          union all
          select p.schedule_id, p.location_id, 0, null, null, h.session_id, null
          from place p join held h on h.location_id = p.location_id
          union all
          select schedule_id, location_id, 0, null, session_id, null, last_session_id
          from made where location_id is not null
        ), known as materialized (
          -- Grouped and not joined: how many places there are is more than the planner can guess.
          select schedule_id, location_id, sum(lines)::int as lines, max(completed_at) as completed_at,
            coalesce(min(made_id), min(held_id)) as held_id, max(last_id) as last_id
          from told group by 1, 2 having sum(lines) > 0
        )
        select p.schedule_id as "scheduleId", p.location_id as "locationId",
          l.code as "locationCode", l.name as "locationName", p.lines,
          ((row_number() over (partition by p.schedule_id order by l.walk_order, l.code) - 1)::float8
            / count(*) over (partition by p.schedule_id)) as turn,
          p.completed_at as "countedAt", p.held_id as "heldBySessionId", p.last_id as "lastSessionId"
        from known p
        join location l on l.warehouse_id = ${warehouseId} and l.id = p.location_id
        union all
        select s.id, null, null, null, coalesce((s.scope ->> 'lotsToCount')::int, 50), 0,
          m.completed_at, m.session_id, m.last_session_id
        from asked s
        left join made m on m.schedule_id = s.id and m.location_id is null
        where s.settings ->> 'choice' <> 'PLACES'`;
}

/** Lines of counts that were made for days from one on, by the day they were planned for. */
export function readTaken(
  db: Db,
  warehouseId: number,
  from: Day,
): Promise<{ day: Day; lines: number }[]> {
  return rowsOf(
    db,
    sql`select d.planned_on::text as day, sum(d.lines)::int as lines
        from due_count d
        join count_session c on c.warehouse_id = d.warehouse_id and c.id = d.session_id
        where d.warehouse_id = ${warehouseId} and d.planned_on >= ${from}::date
          and c.status <> 'CANCELLED'
        group by 1`,
  );
}

export function readMoved(
  db: Db,
  warehouseId: number,
): Promise<{ scheduleId: number; locationId: number | null; dueOn: Day; movedTo: Day }[]> {
  return rowsOf(
    db,
    sql`select schedule_id as "scheduleId", location_id as "locationId", due_on::text as "dueOn",
          moved_to::text as "movedTo"
        from moved_count where warehouse_id = ${warehouseId}`,
  );
}
