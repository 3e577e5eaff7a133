import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { CountScope } from "../domain/count-scope.ts";

export async function isScopeKnown(
  db: Db,
  warehouseId: number,
  { locationIds, itemIds, supplierId, categoryId }: CountScope,
): Promise<boolean> {
  const row = await firstRowOf<{ isKnown: boolean }>(
    db,
    sql`select
        (select count(*) from location
          where warehouse_id = ${warehouseId} and id = any(${[...locationIds]}::bigint[]))
          = ${new Set(locationIds).size}::int
        and (select count(*) from item where id = any(${[...itemIds]}::bigint[]))
          = ${new Set(itemIds).size}::int
        and (${supplierId}::int is null or exists (select 1 from supplier where id = ${supplierId}))
        and (${categoryId}::int is null or exists (select 1 from category where id = ${categoryId}))
        as "isKnown"`,
  );
  return row?.isKnown ?? false;
}

export async function areAssigneesKnown(
  db: Db,
  warehouseId: number,
  ids: readonly string[],
): Promise<boolean> {
  if (ids.length === 0) return true;
  const row = await firstRowOf<{ known: number }>(
    db,
    sql`select count(*)::int as known from app_user u
        where u.id = any(${[...ids]}::text[]) and not u.is_disabled
          and (u.sees_all_warehouses or exists (
            select 1 from user_warehouse w
            where w.user_id = u.id and w.warehouse_id = ${warehouseId}))`,
  );
  return row?.known === new Set(ids).size;
}
