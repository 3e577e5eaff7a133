import type { SessionRow } from "../../counting/domain/rows.ts";
import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { RecountableLine } from "../domain/decide-recount.ts";

/** In walking order; expects the session to be held. */
export function readRecountableLines(
  db: Db,
  { warehouseId, id, generation }: SessionRow,
  lineIds: readonly number[],
): Promise<RecountableLine[]> {
  return rowsOf<RecountableLine>(
    db,
    sql`select l.id as "lineId", l.state = 'COUNTED' as "isCounted", not l.is_active as "isPosted",
          l.recount is not distinct from 'ASKED' as "isAsked", l.round as rounds,
          array(select distinct o.recorded_by from observation o
            where o.warehouse_id = l.warehouse_id and o.line_id = l.id
              and o.generation = ${generation} and o.outcome = 'RECORDED'
              and o.mode in ('ADD', 'REPLACE', 'VERIFY')) as "counterIds"
        from count_line l
        where l.warehouse_id = ${warehouseId} and l.session_id = ${id}
          and l.id = any(${[...lineIds]}::bigint[])
        order by l.line_number, l.id`,
  );
}

/** Somebody who may count and sees the warehouse. */
export async function isCounterKnown(
  db: Db,
  warehouseId: number,
  userId: string,
): Promise<boolean> {
  const row = await firstRowOf(
    db,
    sql`select 1 from app_user u
        where u.id = ${userId} and not u.is_disabled
          and (u.sees_all_warehouses or exists (
            select from user_warehouse w where w.user_id = u.id and w.warehouse_id = ${warehouseId}))`,
  );
  return row !== null;
}
