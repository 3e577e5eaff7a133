import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import type { ShownLineRow } from "../domain/rows.ts";

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
};

export function columnsOfLine(parts: readonly (keyof ShownLineRow)[]): RawBuilder<unknown> {
  return sql.join(parts.map((part) => sql`${shownLineColumns[part]} as ${sql.ref(part)}`));
}

export const everyShownPart = Object.keys(shownLineColumns) as (keyof ShownLineRow)[];

export const lineColumns = sql`${columnsOfLine(everyShownPart)}, l.stock_status as "stockStatus",
  l.ledger_position as "ledgerPosition", l.snapshot_at as "snapshotAt", l.unit_cost as "unitCost",
  l.currency`;
