import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { offlineAfterMs } from "../domain/heartbeat.ts";

export interface CountersKey {
  warehouseId: number;
  sessionId: number;
}

export interface CountersOnline {
  online: number;
  total: number;
}

/** How many people take part in each count of an answer, and how many are heard at this moment. */
export function createCountersOnlineLoader(
  db: Db,
  now: Date,
): DataLoader<CountersKey, CountersOnline, string> {
  const keyText = ({ warehouseId, sessionId }: CountersKey) => `${warehouseId}:${sessionId}`;
  return new DataLoader(
    async (keys) => {
      const heardSince = new Date(now.valueOf() - offlineAfterMs);
      const rows = await rowsOf<CountersOnline & CountersKey>(
        db,
        sql`select d.warehouse_id as "warehouseId", d.session_id as "sessionId",
              count(distinct d.user_id)::int as total,
              (count(distinct d.user_id) filter (where d.heartbeat_at >= ${heardSince}::timestamptz))::int
                as online
            from unnest(${keys.map((key) => key.warehouseId)}::int[],
                        ${keys.map((key) => key.sessionId)}::bigint[]) as k(warehouse_id, session_id)
            join session_device d on d.warehouse_id = k.warehouse_id and d.session_id = k.session_id
            group by 1, 2`,
      );
      const found = new Map(rows.map((row) => [keyText(row), row]));
      return keys.map((key) => found.get(keyText(key)) ?? { online: 0, total: 0 });
    },
    { cacheKeyFn: keyText },
  );
}
