import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";

/** So far back counts are looked at: more than a year, for what is counted once a year. */
const daysBack = 500;

/** Places of which a completed count left no line out, and whether it had all that lies there. */
export function settledPlaces(warehouseId: number): RawBuilder<unknown> {
  return sql`select v.session_id, v.location_id, c.completed_at,
      c.count_type in ('FULL', 'LOCATIONS') and c.scope -> 'itemIds' = '[]'
        and coalesce(c.scope ->> 'categoryId', c.scope ->> 'supplierId',
          c.scope ->> 'abcClass', c.scope ->> 'notVisitedIn') is null as is_whole
    from count_session c
    join count_line v on v.warehouse_id = c.warehouse_id and v.session_id = c.id
    where c.warehouse_id = ${warehouseId} and c.status = 'POSTED'
      and c.completed_at > now() - make_interval(days => ${daysBack}::int)
    group by c.warehouse_id, c.id, v.session_id, v.location_id
    having bool_and(v.state = 'COUNTED')`;
}

/** Whether such a place `e` counts for the place `p` of a schedule: counted whole, or made for it. */
export function isOfPlace(warehouseId: number): RawBuilder<unknown> {
  return sql`(e.is_whole or exists (
    select from due_count d where d.warehouse_id = ${warehouseId} and d.session_id = e.session_id
      and d.schedule_id = p.schedule_id and d.location_id = p.location_id))`;
}
