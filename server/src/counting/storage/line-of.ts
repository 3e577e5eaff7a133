import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";

/**
 * One line by its key, for a lateral join. The limit keeps the planner at the key whatever it knows
 * of the table: a count of 100,000 lines has no statistics yet when its first entries arrive.
 */
export function lineOf(warehouseId: RawBuilder<unknown>, lineId: RawBuilder<unknown>) {
  return sql`(
    select * from count_line where warehouse_id = ${warehouseId} and id = ${lineId} limit 1
  )`;
}

/**
 * Where a line's row lies, for an update that must find it by its key for the same reason. Only for
 * whoever holds the line's session: a row that another moves meanwhile would be passed over.
 */
export function lineAt(warehouseId: RawBuilder<unknown>, lineId: RawBuilder<unknown>) {
  return sql`(
    select ctid as place from count_line where warehouse_id = ${warehouseId} and id = ${lineId}
    limit 1
  )`;
}
