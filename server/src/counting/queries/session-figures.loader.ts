import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { isOutOfTolerance } from "../../review/storage/out-of-tolerance.ts";

export interface SessionFiguresKey {
  warehouseId: number;
  sessionId: number;
}

export interface SessionFiguresRow {
  quantityVariance: string;
  quantityVarianceGross: string;
  valueVariance: string;
  valueVarianceGross: string;
  counted: number;
  /** On the first round, whatever was found later. */
  outOfTolerance: number;
}

/** What the lines of each count in an answer come to: one statement. */
export function createSessionFiguresLoader(
  db: Db,
): DataLoader<SessionFiguresKey, SessionFiguresRow, string> {
  const keyText = ({ warehouseId, sessionId }: SessionFiguresKey) => `${warehouseId}:${sessionId}`;
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<SessionFiguresRow & SessionFiguresKey>(
        db,
        sql`select k.warehouse_id as "warehouseId", k.session_id as "sessionId", f.*, o.lines as "outOfTolerance"
            from unnest(${keys.map((key) => key.warehouseId)}::int[],
                        ${keys.map((key) => key.sessionId)}::bigint[]) as k(warehouse_id, session_id)
            join count_session s on s.warehouse_id = k.warehouse_id and s.id = k.session_id
            cross join lateral (
              select count(l.quantity_counted)::int as counted,
                coalesce(sum(l.quantity_variance), 0) as "quantityVariance",
                coalesce(sum(abs(l.quantity_variance)), 0) as "quantityVarianceGross",
                coalesce(sum(l.value_variance), 0) as "valueVariance",
                coalesce(sum(abs(l.value_variance)), 0) as "valueVarianceGross"
              from count_line l
              where l.warehouse_id = s.warehouse_id and l.session_id = s.id) f
            cross join lateral (
              select count(*)::int as lines from (
                select c.warehouse_id, c.session_id, c.item_id, c.location_id, c.unit_cost,
                  coalesce(r.quantity_variance, c.quantity_variance) as quantity_variance,
                  coalesce(r.quantity_expected, c.quantity_expected) as quantity_expected
                from count_line c
                left join line_round r on c.round > 1 and r.warehouse_id = c.warehouse_id
                  and r.line_id = c.id and r.generation = s.generation and r.round = 1
                where c.warehouse_id = s.warehouse_id and c.session_id = s.id
                  and (c.quantity_variance <> 0 or c.round > 1)) l
              where ${isOutOfTolerance}) o`,
      );
      const found = new Map(rows.map((row) => [keyText(row), row]));
      return keys.map((key) => found.get(keyText(key)) ?? new Error("There is no such count."));
    },
    { cacheKeyFn: keyText },
  );
}
