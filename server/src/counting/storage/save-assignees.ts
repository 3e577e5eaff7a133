import { sql, type Db } from "../../database/db.ts";
import type { SessionRow } from "../domain/rows.ts";

/** These and nobody else are to count it. */
export async function saveAssignees(
  db: Db,
  { warehouseId, id }: Pick<SessionRow, "warehouseId" | "id">,
  userIds: readonly string[],
): Promise<void> {
  await sql`delete from count_session_assignee
      where warehouse_id = ${warehouseId} and session_id = ${id}`.execute(db);
  await sql`insert into count_session_assignee (warehouse_id, session_id, user_id)
      select distinct ${warehouseId}::int, ${id}::bigint, a.id
      from unnest(${[...userIds]}::text[]) as a(id)`.execute(db);
}
