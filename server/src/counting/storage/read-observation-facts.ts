import { rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type {
  AskedObservation,
  CountedItem,
  LineName,
  ObservationFacts,
} from "../domain/asked-observation.ts";
import { lineOf } from "./line-of.ts";
import { observationKey } from "../domain/observation.ts";
import { optionDefaults } from "../domain/options.ts";
import type { SessionRow } from "../domain/rows.ts";

/** Everything the decision on a batch needs, under the session's lock. */
export async function readObservationFacts(
  db: Db,
  session: SessionRow,
  receivedAt: Date,
  batch: readonly AskedObservation[],
): Promise<ObservationFacts> {
  const { warehouseId } = session;
  const recorded = await readRecorded(db, warehouseId, batch);
  const lines = await readLines(db, session, present(batch.map(({ lineId }) => lineId)));
  const itemIds = [
    ...batch.map(({ itemId }) => itemId),
    ...[...lines.values()].map(({ itemId }) => itemId),
    ...[...recorded.values()].map(({ line }) => line?.itemId),
  ];
  return {
    receivedAt,
    session,
    options: session.options ?? optionDefaults,
    items: await readItems(db, warehouseId, present(itemIds)),
    locations: await readLocations(db, warehouseId, present(batch.map((one) => one.locationId))),
    lines,
    recorded,
  };
}

/** The entries of the batch that are known already, and those that it takes back. */
async function readRecorded(
  db: Db,
  warehouseId: number,
  batch: readonly AskedObservation[],
): Promise<ObservationFacts["recorded"]> {
  const asked = batch.flatMap((one) => (one.voids ? [one, one.voids] : [one]));
  const rows = await rowsOf<
    { actorId: string; externalId: string; fingerprint: string; hasLine: boolean } & LineName
  >(
    db,
    sql`select o.recorded_by as "actorId", o.external_id as "externalId",
          encode(o.request_hash, 'hex') as fingerprint, l.id is not null as "hasLine",
          l.item_id as "itemId", l.location_id as "locationId", t.code as "lotCode",
          l.stock_status as "stockStatus"
        from (
          select distinct * from unnest(${asked.map((one) => one.actorId)}::text[],
                                        ${asked.map((one) => one.externalId)}::text[])
        ) as k(actor_id, external_id)
        cross join lateral (
          select * from observation
          where warehouse_id = ${warehouseId} and recorded_by = k.actor_id
            and external_id = k.external_id limit 1
        ) o
        left join lateral ${lineOf(sql`o.warehouse_id`, sql`o.line_id`)} l on true
        left join lot t on t.id = l.lot_id`,
  );
  return new Map(
    rows.map(({ fingerprint, hasLine, itemId, locationId, lotCode, stockStatus, ...key }) => {
      const line = hasLine ? { itemId, locationId, lotCode, stockStatus } : null;
      return [observationKey(key), { fingerprint, line }];
    }),
  );
}

async function readLines(
  db: Db,
  { warehouseId, id }: SessionRow,
  lineIds: number[],
): Promise<Map<number, LineName>> {
  if (lineIds.length === 0) return new Map();
  const rows = await rowsOf<LineName & { id: number }>(
    db,
    sql`select l.id, l.item_id as "itemId", l.location_id as "locationId", t.code as "lotCode",
          l.stock_status as "stockStatus"
        from unnest(${lineIds}::bigint[]) as k(id)
        cross join lateral ${lineOf(sql`${warehouseId}::int`, sql`k.id`)} l
        left join lot t on t.id = l.lot_id
        where l.session_id = ${id}`,
  );
  return new Map(rows.map(({ id: lineId, ...line }) => [lineId, line]));
}

async function readItems(
  db: Db,
  warehouseId: number,
  ids: number[],
): Promise<Map<number, CountedItem>> {
  const rows = await rowsOf<
    Omit<CountedItem, "packFactors"> & { id: number; packs: Record<string, string> | null }
  >(
    db,
    sql`select i.id, i.unit_code as "unitCode", u.decimals, i.tracking,
          exists (select 1 from item_warehouse w
            where w.item_id = i.id and w.warehouse_id = ${warehouseId}) as "isAssignedHere",
          (select jsonb_object_agg(p.unit_code, p.factor::text) from item_pack p
            where p.item_id = i.id) as packs
        from item i join unit u on u.code = i.unit_code
        where i.id = any(${ids}::bigint[])`,
  );
  return new Map(
    rows.map(({ id, packs, ...item }) => {
      const factors = Object.entries(packs ?? {});
      const packFactors = new Map(factors.map(([unit, factor]) => [unit, new Decimal(factor)]));
      return [id, { ...item, packFactors }];
    }),
  );
}

async function readLocations(
  db: Db,
  warehouseId: number,
  ids: number[],
): Promise<ObservationFacts["locations"]> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf<{ id: number; code: string; isActive: boolean }>(
    db,
    sql`select id, code, is_active as "isActive" from location
        where warehouse_id = ${warehouseId} and id = any(${ids}::bigint[])`,
  );
  return new Map(rows.map(({ id, ...location }) => [id, location]));
}

function present(ids: readonly (number | null | undefined)[]): number[] {
  return [...new Set(ids.filter((id) => id != null))];
}
