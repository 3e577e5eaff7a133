import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { readPage } from "../../shared/page.ts";
import type { NoticeRow } from "../domain/notice.ts";

const columns = sql`n.warehouse_id as "warehouseId", n.sequence, n.kind,
  n.session_id as "sessionId", n.happened_at as "happenedAt",
  (n.details ->> 'count')::int as count, n.details ->> 'actorId' as "actorId",
  n.details ->> 'recipientId' as "recipientId"`;

/** The latest first. */
export function listNotices(db: Db, warehouseId: number, page: PageArgs): Promise<Page<NoticeRow>> {
  return readPage<NoticeRow>(
    db,
    {
      columns,
      from: sql`notice n`,
      where: [sql`n.warehouse_id = ${warehouseId}`],
      order: [{ column: sql`n.sequence`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}

export function readNoticesAfter(
  db: Db,
  warehouseId: number,
  sequence: number,
  most: number,
): Promise<NoticeRow[]> {
  return rowsOf<NoticeRow>(
    db,
    sql`select ${columns} from notice n
        where n.warehouse_id = ${warehouseId} and n.sequence > ${sequence}
        order by n.sequence limit ${most}`,
  );
}

/** Where the notices of a warehouse stand, and how far somebody has read. */
export async function readNoticeHead(
  db: Db,
  warehouseId: number,
  userId: string,
): Promise<{ last: number; read: number }> {
  const row = await firstRowOf<{ last: number; read: number }>(
    db,
    sql`select coalesce((select last_sequence from notice_head
            where warehouse_id = ${warehouseId}), 0) as last,
          coalesce((select sequence from notice_read
            where warehouse_id = ${warehouseId} and user_id = ${userId}), 0) as read`,
  );
  return row ?? { last: 0, read: 0 };
}
