import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";

export interface OnHandKey {
  warehouseId: number;
  itemId: number;
}

/** What is expected on the shelves of one warehouse, all places together; picked and installed stock is elsewhere. */
export function createOnHandLoader(db: Db): DataLoader<OnHandKey, string, string> {
  const keyText = ({ warehouseId, itemId }: OnHandKey) => `${warehouseId}:${itemId}`;
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<OnHandKey & { onHand: string }>(
        db,
        sql`select q.warehouse_id as "warehouseId", q.item_id as "itemId", sum(q.quantity_on_hand) as "onHand"
            from quant q
            join unnest(${keys.map((key) => key.warehouseId)}::int[],
                        ${keys.map((key) => key.itemId)}::bigint[]) as k(warehouse_id, item_id)
              on k.warehouse_id = q.warehouse_id and k.item_id = q.item_id
            where q.status not in ('PICKED', 'INSTALLED')
            group by q.warehouse_id, q.item_id`,
      );
      const found = new Map(rows.map((row) => [keyText(row), row.onHand]));
      return keys.map((key) => found.get(keyText(key)) ?? "0");
    },
    { cacheKeyFn: keyText },
  );
}
