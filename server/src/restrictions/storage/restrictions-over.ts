import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";

/** A place and all above it, from its path: what is closed or held over it stands at one of them. */
const placesOver = (location: RawBuilder<unknown>) =>
  sql`string_to_array(trim(both '/' from ${location}.path), '/')::bigint[]`;

/**
 * From what is closed off over a location: rows `c`. A lease counts until it is ended or has run out
 * by the instant of whoever asks.
 */
export const closeOffsOver = (location: RawBuilder<unknown>, now: Date): RawBuilder<unknown> =>
  sql`close_off c
  where c.warehouse_id = ${location}.warehouse_id
    and c.location_id = any(${placesOver(location)})
    and c.ended_at is null and c.expires_at > ${now}::timestamptz`;

/** Asked once for a whole statement: mostly nothing is closed off, and no line has to be looked at. */
export const isAnythingClosed = (warehouseId: number, now: Date): RawBuilder<boolean> =>
  sql`(select exists (select from close_off
    where warehouse_id = ${warehouseId} and ended_at is null and expires_at > ${now}::timestamptz))`;

export const isAnythingHeld = (warehouseId: number): RawBuilder<boolean> =>
  sql`(select exists (select from stock_hold
    where warehouse_id = ${warehouseId} and released_at is null))`;

export interface HeldStock {
  warehouseId: RawBuilder<unknown>;
  itemId: RawBuilder<unknown>;
  lotId: RawBuilder<unknown>;
  location: RawBuilder<unknown>;
}

/** The first hold of some stock, or null. Each kind of hold is found by an index of its own. */
export function holdOf({ warehouseId, itemId, lotId, location }: HeldStock): RawBuilder<unknown> {
  const isThere = sql`(h.location_id is null or h.location_id = any(${placesOver(location)}))`;
  const one = (which: RawBuilder<unknown>) => sql`(
    select min(h.id) from stock_hold h
    where h.warehouse_id = ${warehouseId} and h.released_at is null and ${which})`;
  return sql`least(
    ${one(sql`h.item_id = ${itemId} and ${isThere}`)},
    ${one(sql`h.lot_id = ${lotId} and ${isThere}`)},
    ${one(sql`h.item_id is null and h.lot_id is null
      and h.location_id = any(${placesOver(location)})`)})`;
}
