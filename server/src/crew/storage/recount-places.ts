import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { OpenPlace } from "../domain/next-place.ts";

/**
 * Places with lines that one person may count again: those that were asked of him by name are his
 * work, those that anybody may count are nobody's, and what he has counted himself is not for him.
 */
export function readRecountPlaces(
  db: Db,
  { warehouseId, id }: { warehouseId: number; id: number },
  userId: string,
  now: Date,
): Promise<OpenPlace[]> {
  return rowsOf<OpenPlace>(
    db,
    sql`select l.location_id as "locationId", p.walk_order as "walkOrder", count(*)::int as lines,
          min(c.user_id) as "heldBy", max(r.assignee_id) as "assignedTo"
        from line_round r
        join count_session s on s.warehouse_id = r.warehouse_id and s.id = r.session_id
          and s.generation = r.generation
        join count_line l on l.warehouse_id = r.warehouse_id and l.id = r.line_id
          and l.round = r.round and l.recount = 'ASKED' and l.is_active
        join location p on p.warehouse_id = l.warehouse_id and p.id = l.location_id
        left join location_claim c on c.warehouse_id = l.warehouse_id and c.session_id = l.session_id
          and c.location_id = l.location_id and c.purpose = 'COUNT' and c.expires_at > ${now}
        where r.warehouse_id = ${warehouseId} and r.session_id = ${id} and r.round > 1
          and r.state = 'NOT_VISITED' and coalesce(r.assignee_id, ${userId}) = ${userId}
          and not exists (
            select from observation o
            where o.warehouse_id = r.warehouse_id and o.line_id = r.line_id
              and o.generation = r.generation and o.round < r.round
              and o.recorded_by = ${userId} and o.mode in ('ADD', 'REPLACE', 'VERIFY'))
        group by 1, 2`,
  );
}
