import { sql, type Db } from "../../database/db.ts";
import type { NoticeToRaise } from "../domain/notice.ts";

/**
 * In the transaction of what it tells of, behind all other locks: the head's row orders notices by
 * their commits. Whoever raises one rings the warehouse's bell after the commit.
 */
export async function raiseNotices(
  db: Db,
  warehouseId: number,
  notices: readonly NoticeToRaise[],
  now: Date,
): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map(({ kind, sessionId, count, actorId, recipientId }) => ({
    ...{ kind, session_id: sessionId },
    details: { count, actorId, recipientId },
  }));
  await sql`
    with head as (
      insert into notice_head as h (warehouse_id, last_sequence)
      values (${warehouseId}, ${rows.length}::int)
      on conflict (warehouse_id) do update
      set last_sequence = h.last_sequence + excluded.last_sequence
      returning last_sequence - ${rows.length}::int as before
    )
    insert into notice (warehouse_id, sequence, kind, session_id, happened_at, details)
    select ${warehouseId}, head.before + n.position, n.kind, n.session_id, ${now}::timestamptz,
      n.details
    from head, rows from (
      json_to_recordset(${JSON.stringify(rows)}::json)
        as (kind text, session_id bigint, details jsonb)
    ) with ordinality as n(kind, session_id, details, position)`.execute(db);
}
