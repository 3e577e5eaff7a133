import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";

export interface QuantityAfterKey {
  warehouseId: number;
  quantId: number;
  moveId: number;
}

/**
 * What the quant held once a move was recorded: the sum of its moves in ledger order, which is the
 * order of recording. A move that is recorded late and happened earlier counts from where it stands in
 * the ledger; what was there at an instant is another question, and quantityAt answers it.
 */
export function createQuantityAfterLoader(db: Db): DataLoader<QuantityAfterKey, string, string> {
  const keyText = ({ warehouseId, moveId }: Pick<QuantityAfterKey, "warehouseId" | "moveId">) =>
    `${warehouseId}:${moveId}`;
  return new DataLoader<QuantityAfterKey, string, string>(
    async (keys) => {
      const rows = await rowsOf<Omit<QuantityAfterKey, "quantId"> & { quantity: string }>(
        db,
        sql`with asked as (
              select * from unnest(${keys.map((key) => key.warehouseId)}::int[],
                                   ${keys.map((key) => key.quantId)}::bigint[],
                                   ${keys.map((key) => key.moveId)}::bigint[])
                as k(warehouse_id, quant_id, move_id)
            ), running as (
              select m.warehouse_id, m.id,
                sum(m.quantity) over (partition by m.warehouse_id, m.quant_id order by m.id) as quantity
              from stock_move m
              where (m.warehouse_id, m.quant_id) in (select warehouse_id, quant_id from asked)
            )
            select r.warehouse_id as "warehouseId", r.id as "moveId", r.quantity
            from running r
            join asked k on k.warehouse_id = r.warehouse_id and k.move_id = r.id`,
      );
      const found = new Map(rows.map((row) => [keyText(row), row.quantity]));
      return keys.map((key) => found.get(keyText(key)) ?? "0");
    },
    { cacheKeyFn: keyText },
  );
}
