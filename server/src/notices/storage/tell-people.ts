import { sql, type Db } from "../../database/db.ts";
import type { OwnNotice } from "../domain/own-notice.ts";

/** In the transaction of what it tells of, behind all other locks; each person is told at most once. */
export async function tellPeople(
  db: Db,
  warehouseId: number,
  notices: readonly OwnNotice[],
  now: Date,
): Promise<void> {
  if (notices.length === 0) return;
  await sql`
    with told as (
      select * from unnest(${notices.map(({ userId }) => userId)}::text[],
        ${notices.map(({ kind }) => kind)}::text[],
        ${notices.map(({ sessionId }) => sessionId)}::bigint[],
        ${notices.map(({ lineCount }) => lineCount)}::int[]) as n(user_id, kind, session_id, line_count)
    ), head as (
      insert into own_notice_head as h (warehouse_id, user_id, last_sequence)
      select ${warehouseId}::int, user_id, 1 from told order by user_id
      on conflict (warehouse_id, user_id) do update set last_sequence = h.last_sequence + 1
      returning user_id, last_sequence
    )
    insert into own_notice
      (warehouse_id, user_id, sequence, kind, session_id, happened_at, line_count)
    select ${warehouseId}::int, n.user_id, h.last_sequence, n.kind, n.session_id,
      ${now}::timestamptz, n.line_count
    from told n join head h on h.user_id = n.user_id`.execute(db);
}
