import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { LineRow } from "../domain/rows.ts";
import { lineColumns } from "../storage/line-columns.ts";
import { lineOf } from "../storage/line-of.ts";

export interface LineKey {
  warehouseId: number;
  lineId: number;
}

export function createLineLoader(db: Db): DataLoader<LineKey, LineRow | null, string> {
  const keyText = ({ warehouseId, lineId }: LineKey) => `${warehouseId}:${lineId}`;
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<LineRow>(
        db,
        sql`select ${lineColumns}
            from unnest(${keys.map((key) => key.warehouseId)}::int[],
                        ${keys.map((key) => key.lineId)}::bigint[]) as k(warehouse_id, id)
            cross join lateral ${lineOf(sql`k.warehouse_id`, sql`k.id`)} l`,
      );
      const lines = new Map(rows.map((row) => [`${row.warehouseId}:${row.id}`, row]));
      return keys.map((key) => lines.get(keyText(key)) ?? null);
    },
    { cacheKeyFn: keyText },
  );
}
