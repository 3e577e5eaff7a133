import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";

export interface AssigneesKey {
  warehouseId: number;
  sessionId: number;
}

/** The people of each count, one statement for all counts that an answer shows. */
export function createAssigneesLoader(db: Db): DataLoader<AssigneesKey, string[], string> {
  const keyText = ({ warehouseId, sessionId }: AssigneesKey) => `${warehouseId}:${sessionId}`;
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<AssigneesKey & { userId: string }>(
        db,
        sql`select warehouse_id as "warehouseId", session_id as "sessionId", user_id as "userId"
            from count_session_assignee
            where (warehouse_id, session_id) in (
              select * from unnest(${keys.map((key) => key.warehouseId)}::int[],
                                   ${keys.map((key) => key.sessionId)}::bigint[]))
            order by user_id`,
      );
      const groups = Map.groupBy(rows, keyText);
      return keys.map((key) => (groups.get(keyText(key)) ?? []).map(({ userId }) => userId));
    },
    { cacheKeyFn: keyText },
  );
}
