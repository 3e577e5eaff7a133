import type { RawBuilder } from "kysely";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { SessionKey } from "./list-lines.ts";

export interface LocationProgress {
  locationId: number;
  lines: number;
  counted: number;
  skipped: number;
  notAccessible: number;
}

/** By the topmost place above each line: a zone, as a rule. */
export function readProgressByZone(db: Db, session: SessionKey): Promise<LocationProgress[]> {
  return progressBy(db, session, sql`split_part(p.path, '/', 2)`, null);
}

/** By the places directly under one, each with all below it; lines at the place itself are its own. */
export function readProgressByLocation(
  db: Db,
  session: SessionKey,
  withinId: number,
): Promise<LocationProgress[]> {
  const below = sql`split_part(substr(p.path, length(w.path) + 1), '/', 1)`;
  return progressBy(db, session, sql`coalesce(nullif(${below}, ''), w.id::text)`, withinId);
}

function progressBy(
  db: Db,
  { warehouseId, id }: SessionKey,
  place: RawBuilder<unknown>,
  withinId: number | null,
): Promise<LocationProgress[]> {
  return rowsOf<LocationProgress>(
    db,
    sql`select ${place}::bigint as "locationId", sum(l.lines)::int as lines,
          sum(l.counted)::int as counted, sum(l.skipped)::int as skipped,
          sum(l.not_accessible)::int as "notAccessible"
        from (
          select location_id, count(*)::int as lines,
            (count(*) filter (where state = 'COUNTED'))::int as counted,
            (count(*) filter (where state = 'SKIPPED'))::int as skipped,
            (count(*) filter (where state = 'NOT_ACCESSIBLE'))::int as not_accessible
          from count_line where warehouse_id = ${warehouseId} and session_id = ${id}
          group by location_id
        ) l
        join location p on p.warehouse_id = ${warehouseId} and p.id = l.location_id
        ${
          withinId === null
            ? sql``
            : sql`join location w on w.warehouse_id = ${warehouseId}
          and w.id = ${withinId} and starts_with(p.path, w.path)`
        }
        group by 1 order by 1`,
  );
}

export interface CounterProgress {
  userId: string;
  lines: number;
  entries: number;
  lastReceivedAt: Date;
}

/** Who entered how much in the running generation, the busiest first. */
export function readProgressByCounter(
  db: Db,
  { warehouseId, id }: SessionKey,
): Promise<CounterProgress[]> {
  return rowsOf<CounterProgress>(
    db,
    sql`select o.recorded_by as "userId", count(distinct o.line_id)::int as lines,
          (count(*) filter (where o.matches_external_id is null))::int as entries, max(o.received_at) as "lastReceivedAt"
        from observation o
        join count_session s on s.warehouse_id = o.warehouse_id and s.id = o.session_id
          and s.generation = o.generation
        where o.warehouse_id = ${warehouseId} and o.session_id = ${id}
        group by 1 order by 3 desc, 1`,
  );
}
