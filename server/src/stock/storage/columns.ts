import { sql } from "../../database/db.ts";

/** The columns of each row, under the names the API uses. */
export const quantColumns = sql`q.warehouse_id as "warehouseId", q.id, q.item_id as "itemId",
  q.location_id as "locationId", q.lot_id as "lotId", q.status,
  q.quantity_on_hand as "quantityOnHand", q.last_moved_at as "lastMovedAt"`;

export const moveColumns = sql`m.warehouse_id as "warehouseId", m.id, m.quant_id as "quantId", m.kind,
  m.quantity, m.effective_at as "effectiveAt", m.recorded_at as "recordedAt",
  m.recorded_by as "recordedById", m.external_id as "externalId", m.reference,
  m.reason_code as "reasonCode"`;
