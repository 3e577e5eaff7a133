import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { nextPlace } from "../domain/next-place.ts";
import { readOpenPlaces } from "../storage/open-places.ts";
import { readRecountPlaces } from "../storage/recount-places.ts";

export interface NextPlaceOf {
  warehouseId: number;
  id: number;
  userId: string;
  /** Where the counter stands; null at the beginning of the walk. */
  fromLocationId: number | null;
  now: Date;
}

export async function findNextPlace(
  db: Db,
  { warehouseId, id, userId, fromLocationId, now }: NextPlaceOf,
): Promise<number | null> {
  const from = await firstRowOf<{ walkOrder: number }>(
    db,
    sql`select walk_order as "walkOrder" from location
        where warehouse_id = ${warehouseId} and id = ${fromLocationId}`,
  );
  const session = { warehouseId, id };
  const [open, again] = await Promise.all([
    readOpenPlaces(db, session, now),
    readRecountPlaces(db, session, userId, now),
  ]);
  return nextPlace([...open, ...again], userId, from?.walkOrder ?? null)?.locationId ?? null;
}
