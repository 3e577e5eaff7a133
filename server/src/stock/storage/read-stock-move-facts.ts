import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { closeOffsOver } from "../../restrictions/storage/restrictions-over.ts";
import { notFound } from "../../shared/refusal.ts";
import {
  elsewhere,
  type MovedItem,
  type MovedLocation,
  type StockMoveFacts,
} from "../domain/stock-move-facts.ts";
import { lotKey, quantKey, serialKey, type AskedMove } from "../domain/stock-move.ts";
import type { QuantStatus } from "../domain/words.ts";

export interface ReadFacts extends StockMoveFacts {
  /** Serials that have a row, standing in stock or not, by serialKey. */
  knownSerials: ReadonlySet<string>;
}

/** Whose ledger, who writes in it, and when. */
export interface Recording {
  warehouseId: number;
  recordedBy: string;
  now: Date;
  moves: readonly AskedMove[];
  /** Why it is done in a closed place all the same; null where nobody has said so. */
  closeOffOverride: string | null;
}

/** Holds the ledger until the transaction ends: what is read behind this stays true until then. */
export async function lockLedger(db: Db, warehouseId: number): Promise<void> {
  const head = await firstRowOf<{ at: string | null }>(
    db,
    sql`select lock_ledger(${warehouseId}::int) as at`,
  );
  if (head?.at == null) throw notFound("warehouse");
}

export async function readStockMoveFacts(db: Db, recording: Recording): Promise<ReadFacts> {
  const { warehouseId, now, moves } = recording;
  const warehouse = await firstRowOf<{ allowsNegativeStock: boolean }>(
    db,
    sql`select allows_negative_stock as "allowsNegativeStock" from warehouse where id = ${warehouseId}`,
  );
  const itemIds = distinct(moves.map((move) => move.itemId));
  const serials = await readSerials(db, warehouseId, moves);
  return {
    now,
    allowsNegativeStock: warehouse?.allowsNegativeStock ?? false,
    items: await readItems(db, itemIds),
    locations: await readLocations(db, recording),
    holds: await readHolds(db, recording),
    overridesCloseOff: recording.closeOffOverride !== null,
    lotExpiries: await readLots(db, moves),
    onHand: await readOnHand(db, warehouseId, itemIds, moves),
    recorded: await readRecorded(db, recording),
    ...serials,
  };
}

/** The locks let others move the same items, and keep out whoever changes a unit or closes a place. */
async function readItems(db: Db, ids: number[]): Promise<Map<number, MovedItem>> {
  const items = await rowsOf<Omit<MovedItem, "packFactors"> & { id: number }>(
    db,
    sql`select i.id, i.unit_code as "unitCode", i.tracking, u.decimals
        from item i join unit u on u.code = i.unit_code
        where i.id = any(${ids}::bigint[]) order by i.id for key share of i`,
  );
  const packs = await rowsOf<{ itemId: number; unitCode: string; factor: string }>(
    db,
    sql`select item_id as "itemId", unit_code as "unitCode", factor from item_pack
        where item_id = any(${ids}::bigint[])`,
  );
  const factors = Map.groupBy(packs, ({ itemId }) => itemId);
  return new Map(
    items.map(({ id, ...item }) => {
      const own = factors.get(id) ?? [];
      const packFactors = new Map(own.map((pack) => [pack.unitCode, new Decimal(pack.factor)]));
      return [id, { ...item, packFactors }];
    }),
  );
}

async function readLocations(
  db: Db,
  { warehouseId, moves, now }: Recording,
): Promise<Map<number, MovedLocation>> {
  const rows = await rowsOf<Omit<MovedLocation, "placeIds"> & { id: number; path: string }>(
    db,
    sql`select p.id, p.code, p.is_active as "isActive", p.is_closed_off as "isClosedOff", p.path,
          (select min(c.id) from ${closeOffsOver(sql`p`, now)} and c.mode = 'DENY')
            as "deniedByCloseOffId"
        from location p
        where p.warehouse_id = ${warehouseId} and p.id = any(${placesOf(moves)}::bigint[])
        order by p.id for share of p`,
  );
  return new Map(
    rows.map(({ id, path, ...location }) => [id, { ...location, placeIds: idsOn(path) }]),
  );
}

const idsOn = (path: string) => path.split("/").filter(Boolean).map(Number);

/** Those that could be about what moves; which are, the decision says. */
async function readHolds(
  db: Db,
  { warehouseId, moves }: Recording,
): Promise<StockMoveFacts["holds"]> {
  const rows = await rowsOf<{
    id: number;
    itemId: number | null;
    lotItemId: number | null;
    lotCode: string | null;
    locationId: number | null;
  }>(
    db,
    sql`select h.id, h.item_id as "itemId", t.item_id as "lotItemId", t.code as "lotCode",
          h.location_id as "locationId"
        from stock_hold h left join lot t on t.id = h.lot_id
        where h.warehouse_id = ${warehouseId} and h.released_at is null
          and (coalesce(h.item_id, t.item_id) is null
            or coalesce(h.item_id, t.item_id) = any(${distinct(moves.map(({ itemId }) => itemId))}::bigint[]))
        order by h.id`,
  );
  return rows.map(({ id, itemId, locationId, lotItemId, lotCode }) => ({
    ...{ id, itemId, locationId },
    lotKey: lotItemId !== null && lotCode !== null ? lotKey(lotItemId, lotCode) : null,
  }));
}

async function readLots(
  db: Db,
  moves: readonly AskedMove[],
): Promise<StockMoveFacts["lotExpiries"]> {
  const named = moves.filter(({ itemId, lotCode }) => itemId !== null && lotCode !== null);
  if (named.length === 0) return new Map();
  const rows = await rowsOf<{ itemId: number; code: string; expiresOn: string | null }>(
    db,
    sql`select item_id as "itemId", code, expires_on::text as "expiresOn" from lot
        where (item_id, code) in (
          select * from unnest(${named.map((move) => move.itemId)}::bigint[],
                               ${named.map((move) => move.lotCode)}::text[]))`,
  );
  return new Map(rows.map((lot) => [lotKey(lot.itemId, lot.code), lot.expiresOn]));
}

/** A serial belongs to the company: another warehouse may be moving it at this moment. */
async function readSerials(
  db: Db,
  warehouseId: number,
  moves: readonly AskedMove[],
): Promise<Pick<ReadFacts, "serialPlaces" | "knownSerials">> {
  const named = moves.flatMap(({ itemId, serials }) =>
    itemId === null ? [] : serials.map((serial) => ({ itemId, serial })),
  );
  if (named.length === 0) return { serialPlaces: new Map(), knownSerials: new Set() };
  const rows = await rowsOf<{
    itemId: number;
    serial: string;
    warehouseId: number | null;
    locationId: number;
    lotCode: string | null;
    status: QuantStatus;
  }>(
    db,
    sql`select u.item_id as "itemId", u.serial, u.warehouse_id as "warehouseId",
          q.location_id as "locationId", t.code as "lotCode", q.status
        from serial_unit u
        left join quant q on q.warehouse_id = u.warehouse_id and q.id = u.quant_id
        left join lot t on t.id = q.lot_id
        where (u.item_id, u.serial) in (
          select * from unnest(${named.map((unit) => unit.itemId)}::bigint[],
                               ${named.map((unit) => unit.serial)}::text[]))
        order by u.id for update of u`,
  );
  const standing = rows.filter((row) => row.warehouseId !== null);
  return {
    knownSerials: new Set(rows.map((row) => serialKey(row.itemId, row.serial))),
    serialPlaces: new Map(
      standing.map((row) => [
        serialKey(row.itemId, row.serial),
        row.warehouseId === warehouseId ? quantKey(row) : elsewhere,
      ]),
    ),
  };
}

async function readOnHand(
  db: Db,
  warehouseId: number,
  itemIds: number[],
  moves: readonly AskedMove[],
): Promise<StockMoveFacts["onHand"]> {
  const rows = await rowsOf<{
    itemId: number;
    locationId: number;
    lotCode: string | null;
    status: QuantStatus;
    onHand: string;
  }>(
    db,
    sql`select q.item_id as "itemId", q.location_id as "locationId", t.code as "lotCode", q.status,
          q.quantity_on_hand as "onHand"
        from quant q left join lot t on t.id = q.lot_id
        where q.warehouse_id = ${warehouseId} and q.item_id = any(${itemIds}::bigint[])
          and q.location_id = any(${placesOf(moves)}::bigint[])`,
  );
  return new Map(rows.map((row) => [quantKey(row), new Decimal(row.onHand)]));
}

async function readRecorded(
  db: Db,
  { warehouseId, recordedBy, moves }: Recording,
): Promise<StockMoveFacts["recorded"]> {
  const rows = await rowsOf<{ externalId: string; fingerprint: string }>(
    db,
    sql`select external_id as "externalId", encode(request_hash, 'hex') as fingerprint
        from stock_move
        where warehouse_id = ${warehouseId} and recorded_by = ${recordedBy} and leg = 0
          and external_id = any(${moves.map((move) => move.externalId)}::text[])`,
  );
  return new Map(rows.map((row) => [row.externalId, row.fingerprint]));
}

function placesOf(moves: readonly AskedMove[]): number[] {
  return distinct(moves.flatMap((move) => [move.locationId, move.toLocationId ?? null]));
}

function distinct(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
