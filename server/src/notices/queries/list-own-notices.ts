import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { readPage } from "../../shared/page.ts";
import type { OwnNoticeRow } from "../domain/own-notice.ts";

/** The latest first. */
export function listOwnNotices(
  db: Db,
  warehouseId: number,
  userId: string,
  page: PageArgs,
): Promise<Page<OwnNoticeRow>> {
  return readPage<OwnNoticeRow>(
    db,
    {
      columns: sql`n.warehouse_id as "warehouseId", n.user_id as "userId", n.sequence, n.kind,
        n.session_id as "sessionId", n.happened_at as "happenedAt", n.line_count as "lineCount"`,
      from: sql`own_notice n`,
      where: [sql`n.warehouse_id = ${warehouseId}`, sql`n.user_id = ${userId}`],
      order: [{ column: sql`n.sequence`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}

/** How many of them he has not read. */
export async function countOwnUnread(db: Db, warehouseId: number, userId: string): Promise<number> {
  const row = await firstRowOf<{ unread: number }>(
    db,
    sql`select (last_sequence - read_sequence)::int as unread from own_notice_head
        where warehouse_id = ${warehouseId} and user_id = ${userId}`,
  );
  return row?.unread ?? 0;
}
