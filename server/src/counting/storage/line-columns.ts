import { sql } from "../../database/db.ts";

/** What is shown of a line: each column more is read, sent and parsed once a row. */
export const shownLineColumns = sql`l.warehouse_id as "warehouseId", l.id, l.session_id as "sessionId",
  l.line_number as "lineNumber", l.origin, l.item_id as "itemId", l.location_id as "locationId",
  l.lot_id as "lotId", l.quantity_snapshot as "quantitySnapshot", l.chosen_because as "chosenBecause", l.state,
  l.quantity_counted as "quantityCounted", l.window_first_at as "windowFirstAt",
  l.window_last_at as "windowLastAt", l.quantity_expected as "quantityExpected",
  l.quantity_variance as "quantityVariance", l.value_variance as "valueVariance",
  l.is_moved_during_count as "isMovedDuringCount", l.is_time_uncertain as "isTimeUncertain",
  l.is_disputed as "isDisputed", l.counter_ids as "counterIds", l.version`;

export const lineColumns = sql`${shownLineColumns}, l.stock_status as "stockStatus",
  l.ledger_position as "ledgerPosition", l.snapshot_at as "snapshotAt", l.unit_cost as "unitCost",
  l.currency`;
