import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import type { ReportFilter } from "../domain/report-filter.ts";

type Sql = RawBuilder<unknown>;

/** Between two days of the site, both included. */
export function within(instant: Sql, { warehouseId, from, to }: ReportFilter): Sql {
  const zone = sql`(select w.time_zone from warehouse w where w.id = ${warehouseId})`;
  return sql`(${from}::date is null or ${instant} >= ${from}::date::timestamp at time zone ${zone})
    and (${to}::date is null or ${instant} < (${to}::date + 1)::timestamp at time zone ${zone})`;
}

export const today = (warehouseId: number, now: Date): Sql =>
  sql`(${now}::timestamptz at time zone
    (select w.time_zone from warehouse w where w.id = ${warehouseId}))::date`;

export function monthOf(instant: Sql, warehouseId: number): Sql {
  return sql`to_char(${instant} at time zone
    (select w.time_zone from warehouse w where w.id = ${warehouseId}), 'YYYY-MM')`;
}

interface Choice {
  /** Lines that nobody counted are wanted as well. */
  withUncounted?: boolean;
  /** Only lines whose posting stands; their day is that of the posting. */
  isPosted?: boolean;
}

/**
 * Lines of counts that were not called off, as `l`. Its variance and expected quantity are those of
 * the first round, by which accuracy is judged; what stands in the end is called final.
 */
export function reportedLines(filter: ReportFilter, { withUncounted, isPosted }: Choice = {}): Sql {
  const { warehouseId, sessionId, itemId, locationId, categoryId } = filter;
  const day = isPosted ? sql`p.posted_at` : sql`coalesce(c.window_last_at, s.started_at)`;
  const posting = isPosted
    ? sql`join posting_line pl on pl.warehouse_id = c.warehouse_id and pl.line_id = c.id
        and pl.reverses_posting_id is null and pl.reversed_by_id is null
      join posting p on p.warehouse_id = pl.warehouse_id and p.id = pl.posting_id`
    : sql``;
  return sql`(
    select c.warehouse_id, c.session_id, c.id, c.line_number, c.item_id, c.location_id, c.lot_id,
      c.stock_status, c.unit_cost, c.state, c.round, c.counter_ids, s.number as session_number,
      i.sku, i.description, i.category_id, g.code as location_code, g.parent_id, ${day} as happened_at,
      c.window_last_at as counted_at, c.quantity_counted as final_counted,
      coalesce(c.quantity_expected, c.quantity_snapshot) as final_expected,
      c.quantity_variance as final_variance, c.value_variance as final_value,
      coalesce(r.quantity_counted, c.quantity_counted) as first_counted,
      coalesce(r.counter_ids, c.counter_ids) as first_counter_ids,
      coalesce(r.quantity_variance, c.quantity_variance) as quantity_variance,
      coalesce(r.quantity_expected, c.quantity_expected) as quantity_expected
    from count_line c
    join count_session s on s.warehouse_id = c.warehouse_id and s.id = c.session_id
    join item i on i.id = c.item_id
    join location g on g.warehouse_id = c.warehouse_id and g.id = c.location_id
    ${posting}
    left join line_round r on c.round > 1 and r.warehouse_id = c.warehouse_id and r.line_id = c.id
      and r.generation = s.generation and r.round = 1
    where c.warehouse_id = ${warehouseId} and s.status <> 'CANCELLED'
      and (${withUncounted ?? false} or c.quantity_counted is not null)
      and (${sessionId}::bigint is null or c.session_id = ${sessionId})
      and (${itemId}::bigint is null or c.item_id = ${itemId})
      and (${categoryId}::integer is null or i.category_id = ${categoryId})
      and (${locationId}::bigint is null or starts_with(g.path, (
        select q.path from location q where q.warehouse_id = ${warehouseId} and q.id = ${locationId})))
      and ${within(day, filter)})`;
}

/** The last word on why a line `l` differs, as `v`. */
export const reasonOfLine: Sql = sql`left join lateral (
    select n.reason_code, n.fix, n.notes, n.recorded_by, n.recorded_at, e.name as reason
    from investigation n
    left join variance_reason e on e.code = n.reason_code
    where n.warehouse_id = l.warehouse_id and n.line_id = l.id
    order by n.revision desc limit 1) v on true`;

/** A code as a sentence begins: "Returned to stock". */
export const codeInWords = (code: Sql): Sql =>
  sql`upper(left(${code}, 1)) || lower(replace(substr(${code}, 2), '_', ' '))`;

/** What was done about it. */
export const fixInWords: Sql = codeInWords(sql`v.fix`);
