import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import type { ShownLineRow } from "../domain/rows.ts";

const inLatestRound = sql`(
  select json_build_object('state', r.state, 'quantityCounted', r.quantity_counted::text,
    'windowFirstAt', r.window_first_at, 'windowLastAt', r.window_last_at,
    'quantityExpected', r.quantity_expected::text, 'quantityVariance', r.quantity_variance::text,
    'isMovedDuringCount', r.is_moved_during_count, 'isTimeUncertain', r.is_time_uncertain,
    'isDisputed', r.is_disputed, 'counterIds', r.counter_ids, 'serials', r.serials,
    'assigneeId', r.assignee_id, 'countedBefore', array(
      select distinct o.recorded_by from observation o
      where o.warehouse_id = r.warehouse_id and o.line_id = r.line_id
        and o.generation = r.generation and o.round < r.round
        and o.mode in ('ADD', 'REPLACE', 'VERIFY')))
  from line_round r
  where r.warehouse_id = l.warehouse_id and r.line_id = l.id and r.round = l.round
  order by r.generation desc limit 1)`;

/** What is shown of a line: each column more is read, sent and parsed once a row. */
export const shownLineColumns: Record<keyof ShownLineRow, RawBuilder<unknown>> = {
  warehouseId: sql`l.warehouse_id`,
  id: sql`l.id`,
  sessionId: sql`l.session_id`,
  lineNumber: sql`l.line_number`,
  origin: sql`l.origin`,
  itemId: sql`l.item_id`,
  locationId: sql`l.location_id`,
  lotId: sql`l.lot_id`,
  quantitySnapshot: sql`l.quantity_snapshot`,
  chosenBecause: sql`l.chosen_because`,
  state: sql`l.state`,
  quantityCounted: sql`l.quantity_counted`,
  windowFirstAt: sql`l.window_first_at`,
  windowLastAt: sql`l.window_last_at`,
  quantityExpected: sql`l.quantity_expected`,
  quantityVariance: sql`l.quantity_variance`,
  valueVariance: sql`l.value_variance`,
  isMovedDuringCount: sql`l.is_moved_during_count`,
  isTimeUncertain: sql`l.is_time_uncertain`,
  isDisputed: sql`l.is_disputed`,
  counterIds: sql`l.counter_ids`,
  version: sql`l.version`,
  reevaluations: sql`l.reevaluations`,
  round: sql`l.round`,
  recountStatus: sql`l.recount`,
  inRound: sql`case when l.round > 1 then ${inLatestRound} end`,
};

export function columnsOfLine(parts: readonly (keyof ShownLineRow)[]): RawBuilder<unknown> {
  return sql.join(parts.map((part) => sql`${shownLineColumns[part]} as ${sql.ref(part)}`));
}

export const everyShownPart = Object.keys(shownLineColumns) as (keyof ShownLineRow)[];

export const lineColumns = sql`${columnsOfLine(everyShownPart)}, l.stock_status as "stockStatus",
  l.ledger_position as "ledgerPosition", l.snapshot_at as "snapshotAt", l.unit_cost as "unitCost",
  l.currency`;
