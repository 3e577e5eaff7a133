import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { EditingRow } from "../domain/rows.ts";

export interface EditingKey {
  warehouseId: number;
  sessionId: number;
  userId: string;
}

/** Null for a line that is not of this count; else whether a watcher would see a change. */
export async function saveEditing(
  db: Db,
  { warehouseId, sessionId, userId }: EditingKey,
  { lineId, part }: Omit<EditingRow, "userId">,
  { now, expiresAt }: { now: Date; expiresAt: Date },
): Promise<boolean | null> {
  const row = await firstRowOf<{ isNews: boolean }>(
    db,
    sql`with before as (
          select line_id, part from line_editing
          where warehouse_id = ${warehouseId} and session_id = ${sessionId}
            and user_id = ${userId} and expires_at > ${now}
        ), saved as (
          insert into line_editing (warehouse_id, session_id, user_id, line_id, part, expires_at)
          select ${warehouseId}, ${sessionId}, ${userId}, l.id, ${part}, ${expiresAt}
          from count_line l
          where l.warehouse_id = ${warehouseId} and l.id = ${lineId} and l.session_id = ${sessionId}
          on conflict (warehouse_id, session_id, user_id) do update
          set line_id = excluded.line_id, part = excluded.part, expires_at = excluded.expires_at
          returning line_id, part
        )
        select not exists (select from before b where (b.line_id, b.part) = (s.line_id, s.part))
          as "isNews"
        from saved s`,
  );
  return row && row.isNews;
}

/** Tells whether there was anything to end. */
export async function removeEditing(db: Db, key: EditingKey): Promise<boolean> {
  const row = await firstRowOf(
    db,
    sql`delete from line_editing
        where warehouse_id = ${key.warehouseId} and session_id = ${key.sessionId}
          and user_id = ${key.userId}
        returning 1`,
  );
  return row !== null;
}

export function readEditing(
  db: Db,
  { warehouseId, sessionId }: Omit<EditingKey, "userId">,
  now: Date,
): Promise<EditingRow[]> {
  return rowsOf<EditingRow>(
    db,
    sql`select user_id as "userId", line_id as "lineId", part from line_editing
        where warehouse_id = ${warehouseId} and session_id = ${sessionId} and expires_at > ${now}
        order by user_id`,
  );
}
