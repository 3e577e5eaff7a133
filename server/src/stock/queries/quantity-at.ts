import { firstRowOf, sql, type Db } from "../../database/db.ts";

/** What was on hand when every move up to the instant had happened, whenever it was recorded. */
export async function quantityAt(
  db: Db,
  warehouseId: number,
  quantId: number,
  instant: Date,
): Promise<string> {
  const row = await firstRowOf<{ quantity: string }>(
    db,
    sql`select quantity_at(${warehouseId}::int, ${quantId}::bigint, ${instant}::timestamptz)
          as quantity`,
  );
  return row?.quantity ?? "0";
}
