import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { TemplateRow } from "../domain/count-template.ts";
import type { NamedByTemplate } from "../domain/fill-from-template.ts";

export const templateColumns = sql`t.warehouse_id as "warehouseId", t.id, t.name, t.settings,
  t.created_by as "createdById", t.created_at as "createdAt"`;

export function findTemplate(db: Db, warehouseId: number, id: number): Promise<TemplateRow | null> {
  return firstRowOf<TemplateRow>(
    db,
    sql`select ${templateColumns} from count_template t
        where t.warehouse_id = ${warehouseId} and t.id = ${id}`,
  );
}

/** Codes and names of what is no longer there or in use, of all that a template has named. */
export async function readOutdated(
  db: Db,
  warehouseId: number,
  { locationIds, itemIds, assigneeIds }: NamedByTemplate,
): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`select code as name from location
        where warehouse_id = ${warehouseId} and id = any(${[...locationIds]}::bigint[])
          and not is_active
        union all
        select sku from item where id = any(${[...itemIds]}::bigint[]) and not is_active
        union all
        select coalesce(u.name, a.id) from unnest(${[...assigneeIds]}::text[]) as a(id)
        left join app_user u on u.id = a.id
        where u.id is null or u.is_disabled or not (u.sees_all_warehouses or exists (
          select 1 from user_warehouse w
          where w.user_id = u.id and w.warehouse_id = ${warehouseId}))
        order by 1`,
  );
  return rows.map(({ name }) => name);
}
