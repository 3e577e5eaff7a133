import { sql } from "../../database/db.ts";

/** The columns of each row, under the names the API uses. */
export const postingColumns = sql`p.warehouse_id as "warehouseId", p.id, p.session_id as "sessionId",
  p.kind, p.posted_at as "postedAt", p.posted_by as "postedById", p.reason, p.accepted,
  p.reverses_id as "reversesId", p.line_count as "lineCount",
  p.adjusted_count as "adjustedCount", p.digest`;

export const postingLineColumns = sql`p.warehouse_id as "warehouseId", p.posting_id as "postingId",
  p.line_id as "lineId", p.quantity_counted as "quantityCounted",
  p.quantity_expected as "quantityExpected", p.quantity_delta as "quantityDelta",
  p.unit_cost as "unitCost", p.currency, p.quantity_delta * p.unit_cost as "valueDelta",
  p.counted_at as "countedAt", p.reversed_by_id as "reversedById"`;
