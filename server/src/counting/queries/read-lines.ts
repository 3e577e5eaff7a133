import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { LineRow } from "../domain/rows.ts";
import { lineColumns } from "../storage/line-columns.ts";

export function readLines(db: Db, warehouseId: number, ids: readonly number[]): Promise<LineRow[]> {
  return rowsOf<LineRow>(
    db,
    sql`select ${lineColumns} from count_line l
        where l.warehouse_id = ${warehouseId} and l.id = any(${[...ids]}::bigint[])`,
  );
}
