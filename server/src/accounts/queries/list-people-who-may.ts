import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { Permission } from "../domain/permission.ts";

const peopleAtMost = 500;

/** Who may do something in a warehouse, by name. */
export async function listPeopleWhoMay(
  db: Db,
  permission: Permission,
  warehouseId: number,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select u.id from app_user u
        where not u.is_disabled
          and (u.sees_all_warehouses or exists (
            select from user_warehouse w where w.user_id = u.id and w.warehouse_id = ${warehouseId}))
          and exists (
            select from user_role ur join role r on r.code = ur.role_code
            where ur.user_id = u.id and ${permission} = any(r.permissions))
        order by u.name, u.id limit ${peopleAtMost}`,
  );
  return rows.map(({ id }) => id);
}
