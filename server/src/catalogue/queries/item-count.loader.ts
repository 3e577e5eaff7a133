import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";

/** How many items each category has: one statement for all categories of an answer. */
export function createItemCountLoader(db: Db): DataLoader<number, number> {
  return new DataLoader(async (categoryIds) => {
    const rows = await rowsOf<{ categoryId: number; count: number }>(
      db,
      sql`select category_id as "categoryId", count(*) as count from item
          where category_id = any(${[...categoryIds]}::int[]) group by category_id`,
    );
    const counts = new Map(rows.map((row) => [row.categoryId, row.count]));
    return categoryIds.map((id) => counts.get(id) ?? 0);
  });
}
