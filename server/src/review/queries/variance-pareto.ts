import type { RawBuilder } from "kysely";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { ParetoGrouping } from "../domain/pareto-grouping.ts";

export interface ParetoAsked {
  by: ParetoGrouping;
  /** Null for all counts that were not called off. */
  sessionId: number | null;
  from: Date | null;
  to: Date | null;
  first: number;
}

/** One bar, the greatest first. Of the keys only that of the grouping is set. */
export interface ParetoRow {
  reasonCode: string | null;
  locationId: number | null;
  itemId: number | null;
  categoryName: string | null;
  lines: number;
  valueGross: string;
  valueNet: string;
  withoutCost: number;
  /** Percent of the value of all bars up to this one; null where nothing has a value. */
  cumulativePercent: string | null;
}

const keys: Record<ParetoGrouping, RawBuilder<unknown>> = {
  CAUSE: sql`v.reason_code`,
  PLACE: sql`l.location_id`,
  ITEM: sql`l.item_id`,
  CATEGORY: sql`c.name`,
};

/** Which causes, places, items or categories most of what differs is from; shares are of all bars. */
export function readVariancePareto(
  db: Db,
  warehouseId: number,
  { by, sessionId, from, to, first }: ParetoAsked,
): Promise<ParetoRow[]> {
  const key = (grouping: ParetoGrouping, type: string) =>
    by === grouping ? sql`b.key` : sql`null::${sql.raw(type)}`;
  return rowsOf<ParetoRow>(
    db,
    sql`with bars as (
          select ${keys[by]} as key, count(*)::int as lines,
            coalesce(sum(abs(l.value_variance)), 0) as gross,
            coalesce(sum(l.value_variance), 0) as net,
            (count(*) filter (where l.unit_cost is null))::int as without_cost
          from count_line l
          join count_session s on s.warehouse_id = l.warehouse_id and s.id = l.session_id
            and s.status <> 'CANCELLED'
          join item i on i.id = l.item_id
          left join category c on c.id = i.category_id
          left join lateral (
            select v.reason_code from investigation v
            where v.warehouse_id = l.warehouse_id and v.line_id = l.id
            order by v.revision desc limit 1) v on true
          where l.warehouse_id = ${warehouseId} and l.quantity_variance <> 0
            and (${sessionId}::bigint is null or l.session_id = ${sessionId}::bigint)
            and (${from}::timestamptz is null or l.window_last_at >= ${from}::timestamptz)
            and (${to}::timestamptz is null or l.window_last_at < ${to}::timestamptz)
          group by 1
        )
        select ${key("CAUSE", "text")} as "reasonCode", ${key("PLACE", "bigint")} as "locationId",
          ${key("ITEM", "bigint")} as "itemId", ${key("CATEGORY", "text")} as "categoryName",
          b.lines, b.gross as "valueGross", b.net as "valueNet", b.without_cost as "withoutCost",
          round(100 * sum(b.gross) over (order by b.gross desc, b.lines desc, b.key nulls last)
            / nullif(sum(b.gross) over (), 0), 2) as "cumulativePercent"
        from bars b
        order by b.gross desc, b.lines desc, b.key nulls last
        limit ${first}`,
  );
}
