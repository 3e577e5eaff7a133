import type { RawBuilder } from "kysely";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { expectationOf } from "./expectation.ts";
import type { Reevaluation } from "./save-reevaluation.ts";

/**
 * Counted lines with the ledger's word on their instant as it is now. `reached` says where they come
 * from, as count_line `l`; `isOther` of which a new word is written, by its expectation `e`.
 */
export function reevaluateLines(
  db: Db,
  reached: RawBuilder<unknown>,
  isOther: RawBuilder<unknown>,
): Promise<Reevaluation["reevaluated"][number][]> {
  const expectation = expectationOf({
    first: sql`l.window_first_at`,
    last: sql`l.window_last_at`,
    gapAfter: sql`l.gap_after`,
    gapUntil: sql`l.gap_until`,
  });
  return rowsOf(
    db,
    sql`with reached as (
          select l.warehouse_id, l.id, l.quantity_variance <> 0 as was_different,
            e.quantity, e.is_moved, e.is_uncertain
          from ${reached}
          cross join lateral ${expectation} e
          where l.state = 'COUNTED' and ${isOther}
        )
        update count_line l
        set quantity_expected = r.quantity,
          quantity_variance = l.quantity_counted - r.quantity,
          value_variance = (l.quantity_counted - r.quantity) * l.unit_cost,
          is_moved_during_count = r.is_moved, is_time_uncertain = r.is_uncertain,
          version = l.version + 1, reevaluations = l.reevaluations + 1
        from reached r
        where l.warehouse_id = r.warehouse_id and l.id = r.id
        returning l.id, r.was_different as "wasDifferent",
          l.quantity_variance <> 0 as "isDifferent"`,
  );
}
