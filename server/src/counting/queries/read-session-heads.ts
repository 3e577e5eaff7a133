import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { SessionRow } from "../domain/rows.ts";
import { sessionColumns } from "../storage/session-row.ts";

/** As much of a count as tells whether anything happened in it. */
export type SessionHead = Pick<SessionRow, "id" | "sequence" | "hiddenEvents" | "isBlind">;

export function readSessionHeads(db: Db, warehouseId: number): Promise<SessionHead[]> {
  return rowsOf<SessionHead>(
    db,
    sql`select s.id, s.sequence, s.hidden_events as "hiddenEvents", s.is_blind as "isBlind"
        from count_session s where s.warehouse_id = ${warehouseId}`,
  );
}

export function readSessions(
  db: Db,
  warehouseId: number,
  ids: readonly number[],
): Promise<SessionRow[]> {
  return rowsOf<SessionRow>(
    db,
    sql`select ${sessionColumns} from count_session s
        where s.warehouse_id = ${warehouseId} and s.id = any(${[...ids]}::bigint[])
        order by s.number`,
  );
}
