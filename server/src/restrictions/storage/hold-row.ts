import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { HoldRow } from "../domain/hold.ts";

export const holdColumns = sql`h.warehouse_id as "warehouseId", h.id, h.item_id as "itemId",
  h.lot_id as "lotId", h.location_id as "locationId", h.reason, h.placed_by as "placedById",
  h.placed_at as "placedAt", h.released_at as "releasedAt", h.released_by as "releasedById",
  h.release_reason as "releaseReason"`;

export interface HoldToPlace {
  warehouseId: number;
  itemId: number | null;
  lotId: number | null;
  locationId: number | null;
  reason: string;
  actorId: string;
  now: Date;
}

export async function insertHold(db: Db, hold: HoldToPlace): Promise<HoldRow> {
  const row = await firstRowOf<HoldRow>(
    db,
    sql`insert into stock_hold as h (warehouse_id, item_id, lot_id, location_id, reason, placed_by,
          placed_at)
        values (${hold.warehouseId}, ${hold.itemId}, ${hold.lotId}, ${hold.locationId},
          ${hold.reason}, ${hold.actorId}, ${hold.now})
        returning ${holdColumns}`,
  );
  return row as HoldRow;
}

export function lockHold(db: Db, { warehouseId, id }: { warehouseId: number; id: number }) {
  return firstRowOf<HoldRow>(
    db,
    sql`select ${holdColumns} from stock_hold h
        where h.warehouse_id = ${warehouseId} and h.id = ${id} for no key update`,
  );
}

/** What of it is not there to be held; null where all is. */
export async function unknownOf(
  db: Db,
  { warehouseId, itemId, lotId, locationId }: HoldToPlace,
): Promise<"item" | "lot" | "location" | null> {
  const found = await firstRowOf<{ unknown: "item" | "lot" | "location" | null }>(
    db,
    sql`select case
          when ${itemId}::bigint is not null
            and not exists (select from item where id = ${itemId}) then 'item'
          when ${lotId}::bigint is not null
            and not exists (select from lot where id = ${lotId}) then 'lot'
          when ${locationId}::bigint is not null and not exists (select from location
            where warehouse_id = ${warehouseId} and id = ${locationId}) then 'location' end
          as unknown`,
  );
  return found?.unknown ?? null;
}
