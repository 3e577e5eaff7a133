import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";

/** The columns of a line that say when it was counted. */
export interface CountedWhen {
  first: RawBuilder<unknown>;
  last: RawBuilder<unknown>;
  gapAfter: RawBuilder<unknown>;
  gapUntil: RawBuilder<unknown>;
}

/**
 * What the ledger says of a line's instant: columns quantity, is_moved, is_uncertain. Told backwards
 * from what is on hand, because counts are recent: few moves lie behind them. Expects a count_line
 * `l`; a place that has no quant expects nothing.
 */
export function expectationOf({
  first,
  last,
  gapAfter,
  gapUntil,
}: CountedWhen): RawBuilder<unknown> {
  return sql`(
    select
      coalesce(max(q.quantity_on_hand), 0)
        - coalesce(sum(m.quantity) filter (where m.effective_at > ${last}), 0) as quantity,
      coalesce(bool_or(m.effective_at > ${first} and m.effective_at <= ${last}), false) as is_moved,
      coalesce(bool_or(m.effective_at > ${gapAfter} and m.effective_at <= ${gapUntil}), false)
        as is_uncertain
    from quant q
    left join stock_move m on m.warehouse_id = q.warehouse_id and m.quant_id = q.id
      and m.effective_at > least(${first}, ${gapAfter})
    where q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
      and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
      and q.status = l.stock_status
  )`;
}

/**
 * The same for many lines `l` in one statement, with their keys: columns warehouse_id, id, quantity,
 * is_moved, is_uncertain. The quants of all lines are found by one join, which has to compare the
 * lots by a value of their own, and each is then asked once for the moves behind its line's instant:
 * a third of the time that as many single questions take.
 */
export function expectationsOf(
  lines: RawBuilder<unknown>,
  { first, last, gapAfter, gapUntil }: CountedWhen,
): RawBuilder<unknown> {
  return sql`(
    select l.warehouse_id, l.id, e.quantity, e.is_moved, e.is_uncertain
    from (
      select l.*, q.id as quant_id, coalesce(q.quantity_on_hand, 0) as quantity_on_hand
      from (${lines}) l
      left join quant q on q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
        and q.location_id = l.location_id and coalesce(q.lot_id, 0) = coalesce(l.lot_id, 0)
        and q.status = l.stock_status
    ) l
    cross join lateral (
      select
        l.quantity_on_hand
          - coalesce(sum(m.quantity) filter (where m.effective_at > ${last}), 0) as quantity,
        coalesce(bool_or(m.effective_at > ${first} and m.effective_at <= ${last}), false)
          as is_moved,
        coalesce(bool_or(m.effective_at > ${gapAfter} and m.effective_at <= ${gapUntil}), false)
          as is_uncertain
      from stock_move m
      where m.warehouse_id = l.warehouse_id and m.quant_id = l.quant_id
        and m.effective_at > least(${first}, ${gapAfter})
    ) e
  )`;
}
