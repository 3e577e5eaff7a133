import { firstRowOf, sql, type Db } from "../../database/db.ts";

/** A place and those above it, the nearest last; null where there is no such place. */
export async function readPlacesAbove(
  db: Db,
  place: { warehouseId: number; locationId: number },
): Promise<number[] | null> {
  const row = await firstRowOf<{ path: string }>(
    db,
    sql`select path from location
        where warehouse_id = ${place.warehouseId} and id = ${place.locationId}`,
  );
  return row && row.path.split("/").filter(Boolean).map(Number);
}
