import { firstRowOf, sql, type Db } from "../../database/db.ts";

export interface RecountSums {
  asked: number;
  agreed: number;
  disagreed: number;
  exhausted: number;
  chosen: number;
}

/** How many lines of a count were asked for again, by what has come of it. */
export async function sumRecounts(
  db: Db,
  { warehouseId, id }: { warehouseId: number; id: number },
): Promise<RecountSums> {
  const row = await firstRowOf<RecountSums>(
    db,
    sql`select count(*) filter (where recount = 'ASKED')::int as asked,
          count(*) filter (where recount = 'AGREED')::int as agreed,
          count(*) filter (where recount = 'DISAGREED')::int as disagreed,
          count(*) filter (where recount = 'EXHAUSTED')::int as exhausted,
          count(*) filter (where recount = 'CHOSEN')::int as chosen
        from count_line
        where warehouse_id = ${warehouseId} and session_id = ${id} and round > 1`,
  );
  return row as RecountSums;
}
