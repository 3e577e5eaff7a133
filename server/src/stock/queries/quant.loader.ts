import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { QuantRow } from "../domain/rows.ts";
import { quantColumns } from "../storage/columns.ts";

export interface QuantKey {
  warehouseId: number;
  quantId: number;
}

/** Quants by key, one statement for all that an answer names; null for one that is not there. */
export function createQuantLoader(db: Db): DataLoader<QuantKey, QuantRow | null, string> {
  const keyText = ({ warehouseId, quantId }: QuantKey) => `${warehouseId}:${quantId}`;
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<QuantRow>(
        db,
        sql`select ${quantColumns} from quant q
            join unnest(${keys.map((key) => key.warehouseId)}::int[],
                        ${keys.map((key) => key.quantId)}::bigint[]) as k(warehouse_id, id)
              on k.warehouse_id = q.warehouse_id and k.id = q.id`,
      );
      const found = new Map(
        rows.map((row) => [keyText({ warehouseId: row.warehouseId, quantId: row.id }), row]),
      );
      return keys.map((key) => found.get(keyText(key)) ?? null);
    },
    { cacheKeyFn: keyText },
  );
}
