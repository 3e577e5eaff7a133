import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { notFound } from "../../shared/refusal.ts";
import type { LineRow } from "../domain/rows.ts";
import { lineColumns } from "../storage/line-columns.ts";
import type { SessionRow } from "../domain/rows.ts";
import { sessionColumns } from "../storage/session-row.ts";

export async function loadSession(db: Db, warehouseId: number, id: number): Promise<SessionRow> {
  const row = await firstRowOf<SessionRow>(
    db,
    sql`/* prepare count_session */ select ${sessionColumns} from count_session s
        where s.warehouse_id = ${warehouseId} and s.id = ${id}`,
  );
  if (!row) throw notFound("count session");
  return row;
}

export function readSessions(
  db: Db,
  warehouseId: number,
  ids: readonly number[],
): Promise<SessionRow[]> {
  return rowsOf<SessionRow>(
    db,
    sql`select ${sessionColumns} from count_session s
        where s.warehouse_id = ${warehouseId} and s.id = any(${[...ids]}::bigint[])`,
  );
}

export async function findLine(db: Db, warehouseId: number, id: number): Promise<LineRow | null> {
  return firstRowOf<LineRow>(
    db,
    sql`select ${lineColumns} from count_line l
        where l.warehouse_id = ${warehouseId} and l.id = ${id}`,
  );
}
