import { classAt } from "../../catalogue/storage/class-at.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { ItemUse } from "../domain/classify-items.ts";

/**
 * What went out of a warehouse since an instant, at today's cost, and how often each item was moved: of
 * every item in use that the warehouse has had. What counts have put right is no use.
 */
export async function readItemUses(db: Db, warehouseId: number, since: Date): Promise<ItemUse[]> {
  const rows = await rowsOf<Omit<ItemUse, "valueUsed"> & { valueUsed: string | null }>(
    db,
    sql`select i.id as "itemId", i.sku,
          greatest(coalesce(u.quantity, 0), 0) * i.unit_cost as "valueUsed",
          coalesce(u.moves, 0)::int as moves,
          ${classAt(sql`${warehouseId}::int`)} as "classBefore"
        from item i
        left join (
          select q.item_id, -sum(m.quantity) filter (where m.kind = 'ISSUE') as quantity,
            count(*) filter (where m.leg = 0) as moves
          from stock_move m
          join quant q on q.warehouse_id = m.warehouse_id and q.id = m.quant_id
          where m.warehouse_id = ${warehouseId} and m.effective_at >= ${since}::timestamptz
            and m.kind in ('RECEIPT', 'ISSUE', 'MOVE')
          group by 1
        ) u on u.item_id = i.id
        where i.is_active and exists (
          select from quant q where q.warehouse_id = ${warehouseId} and q.item_id = i.id)`,
  );
  return rows.map(({ valueUsed, ...row }) => ({
    ...row,
    valueUsed: valueUsed === null ? null : new Decimal(valueUsed),
  }));
}
