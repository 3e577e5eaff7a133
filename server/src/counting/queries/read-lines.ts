import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { LineRow } from "../domain/rows.ts";
import { lineOf } from "../storage/line-of.ts";
import { lineColumns } from "../storage/line-columns.ts";

export function readLines(db: Db, warehouseId: number, ids: readonly number[]): Promise<LineRow[]> {
  return rowsOf<LineRow>(
    db,
    sql`select ${lineColumns} from unnest(${[...ids]}::bigint[]) as k(id)
        cross join lateral ${lineOf(sql`${warehouseId}::int`, sql`k.id`)} l`,
  );
}
