import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";

/**
 * A session's lines as those see them who may not know earlier rounds: what is counted again shows
 * its latest round, so that neither a sum nor an order nor what is in a list tells more.
 */
export function linesInRound(session: { warehouseId: number; id: number }): RawBuilder<unknown> {
  const shown = (column: string) =>
    sql`case when r.round is null then ${sql.ref(`l.${column}`)} else ${sql.ref(`r.${column}`)} end
      as ${sql.ref(column)}`;
  return sql`(
    select l.warehouse_id, l.id, l.session_id, l.line_number, l.item_id, l.location_id, l.lot_id,
      l.stock_status, l.quantity_snapshot, l.unit_cost, l.round, null::text as recount,
      ${sql.join(figures.map(shown))},
      case when r.round is null then l.value_variance else r.quantity_variance * l.unit_cost end
        as value_variance,
      r.serials
    from count_line l
    join count_session s on s.warehouse_id = l.warehouse_id and s.id = l.session_id
    left join line_round r on l.round > 1 and r.warehouse_id = l.warehouse_id and r.line_id = l.id
      and r.round = l.round and r.generation = s.generation
    where l.warehouse_id = ${session.warehouseId} and l.session_id = ${session.id}
  )`;
}

const figures = [
  "state",
  "quantity_counted",
  "window_last_at",
  "quantity_expected",
  "quantity_variance",
  "is_moved_during_count",
  "is_time_uncertain",
  "is_disputed",
];
