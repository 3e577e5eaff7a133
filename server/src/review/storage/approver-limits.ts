import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";

export interface ApproverLimitRow {
  warehouseId: number;
  userId: string;
  valueAtMost: string;
  savedById: string;
  savedAt: Date;
}

export function listApproverLimits(db: Db, warehouseId: number): Promise<ApproverLimitRow[]> {
  return rowsOf<ApproverLimitRow>(
    db,
    sql`select a.warehouse_id as "warehouseId", a.user_id as "userId",
          a.value_at_most as "valueAtMost", a.saved_by as "savedById", a.saved_at as "savedAt"
        from approver_limit a join app_user u on u.id = a.user_id
        where a.warehouse_id = ${warehouseId} order by u.name, a.user_id`,
  );
}

/** Null where there is no such person. */
export async function findUserName(db: Db, userId: string): Promise<string | null> {
  const user = await firstRowOf<{ name: string }>(
    db,
    sql`select name from app_user where id = ${userId}`,
  );
  return user?.name ?? null;
}

/** Null takes the limit away. */
export async function putApproverLimit(
  db: Db,
  limit: Omit<ApproverLimitRow, "valueAtMost"> & { valueAtMost: string | null },
): Promise<void> {
  const { warehouseId, userId, valueAtMost, savedById, savedAt } = limit;
  if (valueAtMost === null) {
    await sql`delete from approver_limit
        where warehouse_id = ${warehouseId} and user_id = ${userId}`.execute(db);
    return;
  }
  await sql`insert into approver_limit (warehouse_id, user_id, value_at_most, saved_by, saved_at)
      values (${warehouseId}, ${userId}, ${valueAtMost}::numeric, ${savedById},
        ${savedAt}::timestamptz)
      on conflict (warehouse_id, user_id) do update
      set value_at_most = excluded.value_at_most, saved_by = excluded.saved_by,
        saved_at = excluded.saved_at`.execute(db);
}
