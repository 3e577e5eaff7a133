import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { LocationToImport } from "../domain/check-locations.ts";

/** One at a time rearranges a warehouse; whoever saves a single place holds the same row. */
export async function lockPlaces(db: Db, warehouseId: number): Promise<void> {
  await firstRowOf(db, sql`select 1 from warehouse where id = ${warehouseId} for no key update`);
}

/** Places that are known keep where they lie; new ones come level by level, below what is there by then. */
export async function writeLocations(
  db: Db,
  warehouseId: number,
  places: readonly LocationToImport[],
): Promise<void> {
  await updateKnown(
    db,
    warehouseId,
    places.filter(({ id }) => id !== null),
  );
  let waiting = places.filter(({ id }) => id === null);
  const coming = new Set(waiting.map(({ code }) => code));
  while (waiting.length > 0) {
    const isReady = ({ parentCode }: LocationToImport) =>
      parentCode === null || !coming.has(parentCode);
    const ready = waiting.filter(isReady);
    if (ready.length === 0) throw new Error("Places lie within each other in a circle.");
    await insertLevel(db, warehouseId, ready);
    for (const { code } of ready) coming.delete(code);
    waiting = waiting.filter((place) => !ready.includes(place));
  }
}

async function updateKnown(
  db: Db,
  warehouseId: number,
  places: readonly LocationToImport[],
): Promise<void> {
  await sql`update location l
      set name = coalesce(r.name, l.name), kind = coalesce(r.kind, l.kind),
        barcode = coalesce(r.barcode, l.barcode)
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        as r(id bigint, name text, kind text, barcode text)
      where l.warehouse_id = ${warehouseId} and l.id = r.id`.execute(db);
}

async function insertLevel(
  db: Db,
  warehouseId: number,
  places: readonly LocationToImport[],
): Promise<void> {
  const made = await rowsOf<{ id: number }>(
    db,
    sql`with given as (
          select r.*, nextval(pg_get_serial_sequence('location', 'id')) as id
          from rows from (
            jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
              as (code text, name text, kind text, barcode text, "parentCode" text)
          ) with ordinality as r(code, name, kind, barcode, "parentCode", position)
        ), behind as (
          select coalesce(max(walk_order), 0) as walk_order from location
          where warehouse_id = ${warehouseId}
        )
        insert into location (warehouse_id, id, parent_id, path, code, name, kind, barcode, walk_order)
        overriding system value
        select ${warehouseId}, g.id, p.id, coalesce(p.path, '/') || g.id || '/', g.code,
          coalesce(g.name, g.code), coalesce(g.kind, 'STORAGE'), g.barcode,
          behind.walk_order + g.position
        from given g cross join behind
        left join location p on p.warehouse_id = ${warehouseId} and p.code = g."parentCode"
        order by g.position
        returning id`,
  );
  if (made.length !== places.length) throw new Error("A place was not made.");
}
