import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { itemColumns } from "./columns.ts";
import type { ItemRow } from "../domain/rows.ts";

export async function writeItem(
  db: Db,
  now: Date,
  id: number | null,
  item: Omit<ItemRow, "id">,
): Promise<ItemRow> {
  const row = await firstRowOf<ItemRow>(
    db,
    id === null
      ? sql`insert into item as i (sku, description, revision, category_id, unit_code, tracking,
              unit_cost, abc_class, shelf_life_days, is_active, created_at)
            values (${item.sku}, ${item.description}, ${item.revision}, ${item.categoryId},
              ${item.unitCode}, ${item.tracking}, ${item.unitCost}, ${item.abcClass},
              ${item.shelfLifeDays}, ${item.isActive}, ${now}::timestamptz)
            returning ${itemColumns}`
      : sql`update item i
            set sku = ${item.sku}, description = ${item.description}, revision = ${item.revision},
              category_id = ${item.categoryId}, unit_code = ${item.unitCode},
              tracking = ${item.tracking}, unit_cost = ${item.unitCost},
              abc_class = ${item.abcClass}, shelf_life_days = ${item.shelfLifeDays},
              is_active = ${item.isActive}
            where i.id = ${id}
            returning ${itemColumns}`,
  );
  return row as ItemRow;
}

/** The category of this name, made when it is new. */
export async function idOfCategory(db: Db, name: string): Promise<number> {
  await sql`insert into category (name) values (${name}) on conflict (name) do nothing`.execute(db);
  const row = await firstRowOf<{ id: number }>(
    db,
    sql`select id from category where name = ${name}`,
  );
  return (row as { id: number }).id;
}
