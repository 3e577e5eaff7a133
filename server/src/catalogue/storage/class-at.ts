import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";

/** The class of an item `i` in a warehouse: what an analysis there has found, or else the item's own. */
export function classAt(warehouseId: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`coalesce((select k.abc_class from item_class k
    where k.warehouse_id = ${warehouseId} and k.item_id = i.id), i.abc_class)`;
}
