import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { LineKey } from "./line.loader.ts";

export interface EarlierCountRow {
  sessionNumber: number;
  countedAt: Date;
  quantityCounted: string;
  quantityVariance: string;
}

const countsAtMost = 12;
/** Further back nobody looks: each count is one look into an index. */
const sessionsAtMost = 500;

/** What the same stock was counted at in other counts before, the latest first. */
export function createEarlierCountsLoader(db: Db): DataLoader<LineKey, EarlierCountRow[], string> {
  const keyText = ({ warehouseId, lineId }: LineKey) => `${warehouseId}:${lineId}`;
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<EarlierCountRow & LineKey>(
        db,
        sql`select m.warehouse_id as "warehouseId", m.id as "lineId", e.*
            from unnest(${keys.map((key) => key.warehouseId)}::int[],
                        ${keys.map((key) => key.lineId)}::bigint[]) as k(warehouse_id, line_id)
            join count_line m on m.warehouse_id = k.warehouse_id and m.id = k.line_id
            cross join lateral (
              select s.number as "sessionNumber", l.window_last_at as "countedAt",
                l.quantity_counted as "quantityCounted", l.quantity_variance as "quantityVariance"
              from (
                select id, number from count_session
                where warehouse_id = m.warehouse_id and id <> m.session_id
                  and status <> 'CANCELLED' and started_at is not null
                order by id desc limit ${sessionsAtMost}) s
              join count_line l on l.warehouse_id = m.warehouse_id and l.session_id = s.id
                and l.item_id = m.item_id and l.location_id = m.location_id
                and l.lot_id is not distinct from m.lot_id and l.stock_status = m.stock_status
              where l.state = 'COUNTED' and l.quantity_variance is not null
                and (m.window_last_at is null or l.window_last_at < m.window_last_at)
              order by l.window_last_at desc limit ${countsAtMost}) e`,
      );
      const groups = Map.groupBy(rows, keyText);
      return keys.map((key) => groups.get(keyText(key)) ?? []);
    },
    { cacheKeyFn: keyText },
  );
}
