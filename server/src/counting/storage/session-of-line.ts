import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { notFound } from "../../shared/refusal.ts";

/** A line never changes its session: it may be asked before the session is held. */
export async function sessionOfLine(db: Db, warehouseId: number, lineId: number): Promise<number> {
  const row = await firstRowOf<{ sessionId: number }>(
    db,
    sql`select session_id as "sessionId" from count_line
        where warehouse_id = ${warehouseId} and id = ${lineId}`,
  );
  if (!row) throw notFound("count line");
  return row.sessionId;
}
