import { rowsOf, sql, type Db } from "../src/database/db.ts";
import { Decimal } from "../src/shared/exact-decimal.ts";
import type { RecordStockMoves } from "../src/stock/commands/record-stock-moves.ts";

type Move = RecordStockMoves["moves"][number];

/** Two small warehouses, four places each, and one item of each way to tell stock apart. */
export interface StockedWarehouse {
  warehouseId: number;
  otherWarehouseId: number;
  bulk: number;
  lots: number;
  serials: number;
  /** Places of the first warehouse. */
  places: number[];
  otherPlaces: number[];
}

export async function makeWarehouses(owner: Db): Promise<StockedWarehouse> {
  const [warehouseId = 0, otherWarehouseId = 0] = await ids(
    owner,
    sql`insert into warehouse (code, name, time_zone, currency, created_at)
        values ('ONE', 'One', 'UTC', 'EUR', now()), ('TWO', 'Two', 'UTC', 'EUR', now())
        returning id`,
  );
  await sql`insert into ledger_head (warehouse_id) select id from warehouse
            on conflict do nothing`.execute(owner);
  await sql`insert into unit (code, name, decimals) values ('EA', 'each', 0), ('L', 'litre', 2),
            ('CASE', 'case', 0) on conflict do nothing`.execute(owner);
  const [bulk = 0, lots = 0, serials = 0] = await ids(
    owner,
    sql`insert into item (sku, description, unit_code, tracking, created_at)
        values ('BOLT', 'Bolt', 'EA', 'BULK', now()), ('PAINT', 'Paint', 'L', 'LOT', now()),
          ('DRILL', 'Drill', 'EA', 'SERIAL', now()) returning id`,
  );
  await sql`insert into item_pack (item_id, unit_code, factor) values (${bulk}, 'CASE', 12)`.execute(
    owner,
  );
  const places = (warehouse: number) =>
    ids(
      owner,
      sql`insert into location (warehouse_id, id, path, code, name, kind) overriding system value
          select ${warehouse}, n.id, '/' || n.id || '/', 'P' || n.at, 'Place ' || n.at, 'STORAGE'
          from (select at, nextval(pg_get_serial_sequence('location', 'id')) as id
            from generate_series(1, 4) as at) n
          returning id`,
    );
  return {
    warehouseId,
    otherWarehouseId,
    bulk,
    lots,
    serials,
    places: await places(warehouseId),
    otherPlaces: await places(otherWarehouseId),
  };
}

async function ids(db: Db, statement: ReturnType<typeof sql<{ id: number }>>): Promise<number[]> {
  return (await rowsOf(db, statement)).map(({ id }) => id);
}

let made = 0;

/** A receipt of one piece of bulk stock in the first place, but for what is given. */
export function moveIn(warehouse: StockedWarehouse, given: Partial<Move> = {}): Move {
  made += 1;
  return {
    externalId: `move ${made}`,
    kind: "RECEIPT",
    itemId: warehouse.bulk,
    locationId: warehouse.places[0] ?? 0,
    toLocationId: undefined,
    lotCode: null,
    lotExpiresOn: null,
    status: "AVAILABLE",
    toStatus: null,
    quantity: new Decimal(1),
    unitCode: null,
    serials: [],
    effectiveAt: new Date("2026-11-20T10:00:00Z"),
    reference: null,
    reasonCode: null,
    ...given,
  };
}
