import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { makeWarehouses, moveIn, type StockedWarehouse } from "../../../test/stocked-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { firstRowOf, rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { recordStockMoves } from "../../stock/commands/record-stock-moves.ts";
import { saveItem, type SaveItem } from "./save-item.ts";
import { saveLocation, type SaveLocation } from "./save-location.ts";
import { saveUnit } from "./save-unit.ts";
import { saveWarehouse } from "./save-warehouse.ts";

const now = new Date("2026-11-21T08:00:00Z");
let database: TestDatabase;
let stocked: StockedWarehouse;

beforeAll(async () => {
  database = await openTestDatabase("catalogue");
  stocked = await makeWarehouses(database.ownerDb);
});
afterAll(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const bearing: SaveItem = {
  id: null,
  sku: "BEAR-1",
  description: "Bearing",
  unitCode: "EA",
  tracking: "BULK",
  packs: [{ unitCode: "CASE", factor: new Decimal(24) }],
  barcodes: [{ code: "4006381333931", packUnitCode: "CASE" }],
  suppliers: [{ supplierName: "Wheel Works", supplierSku: "W-9", isPreferred: true }],
  unitCost: new Decimal("1.234567"),
};
const save = (item: SaveItem) => saveItem(database.orm.em, now, item);
const place = (given: Partial<SaveLocation> & { code: string }) =>
  saveLocation(database.orm.em, {
    warehouseId: stocked.warehouseId,
    id: null,
    name: given.code,
    kind: "STORAGE",
    ...given,
  });

async function placed(given: Partial<SaveLocation> & { code: string }): Promise<number> {
  const outcome = await place(given);
  if ("rejection" in outcome) throw new Error(outcome.rejection.message);
  return outcome.saved.id;
}

test("an item is saved with all that belongs to it, and keeps what is left out later", async () => {
  const outcome = await save(bearing);
  if (!("saved" in outcome)) throw new Error(outcome.rejection.message);
  expect(outcome.saved).toMatchObject({ sku: "BEAR-1", unitCost: "1.234567" });
  const { id } = outcome.saved;
  const again = await save({
    id,
    sku: "BEAR-1",
    description: "Ball bearing",
    unitCode: "EA",
    tracking: "BULK",
  });
  expect(again).toMatchObject({ saved: { description: "Ball bearing", unitCost: "1.234567" } });
  const kept = await firstRowOf<{ packs: number; barcodes: number; suppliers: number }>(
    database.db,
    sql`select (select count(*) from item_pack where item_id = ${id})::int as packs,
          (select count(*) from item_barcode where item_id = ${id})::int as barcodes,
          (select count(*) from item_supplier where item_id = ${id})::int as suppliers`,
  );
  expect(kept).toEqual({ packs: 1, barcodes: 1, suppliers: 1 });
});

test("ten people who make the same item at once make one", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => save({ ...bearing, sku: "BEAR-2", barcodes: [] })),
  );
  expect(outcomes.filter((each) => "saved" in each)).toHaveLength(1);
  const rejections = outcomes.flatMap((each) => ("rejection" in each ? [each.rejection] : []));
  expect(new Set(rejections.map(({ message }) => message))).toEqual(
    new Set(["Another item has this ID: BEAR-2."]),
  );
});

test("once it has moved, an item keeps its unit and its tracking", async () => {
  await recordStockMoves(database.orm.em, silentDoorbell, {
    warehouseId: stocked.warehouseId,
    recordedBy: "ines",
    now,
    moves: [moveIn(stocked)],
  });
  const bolt = { id: stocked.bulk, sku: "BOLT", description: "Bolt" };
  expect(await save({ ...bolt, unitCode: "L", tracking: "BULK" })).toMatchObject({
    rejection: { reason: "UNIT_FIXED_BY_STOCK" },
  });
  expect(await save({ ...bolt, unitCode: "EA", tracking: "LOT" })).toMatchObject({
    rejection: { reason: "TRACKING_FIXED_BY_STOCK" },
  });
});

test("a unit is made, changed, and keeps its decimals once stock moves in it", async () => {
  const em = database.orm.em;
  expect(await saveUnit(em, { code: " JAR ", name: "jar", decimals: 2 })).toMatchObject({
    saved: { code: "JAR" },
  });
  expect(await saveUnit(em, { code: "JAR", name: "jar", decimals: 0 })).toHaveProperty("saved");
  expect(await saveUnit(em, { code: "EA", name: "each", decimals: 1 })).toHaveProperty("saved");
  expect(await saveUnit(em, { code: "EA", name: "each", decimals: 0 })).toMatchObject({
    rejection: { reason: "DECIMALS_FIXED_BY_STOCK" },
  });
});

test("a place that moves takes everything below it along", async () => {
  const north = await placed({ code: "NORTH", kind: "ZONE" });
  const south = await placed({ code: "SOUTH", kind: "ZONE" });
  const aisle = await placed({ code: "N-1", kind: "AISLE", parentId: north });
  const bin = await placed({ code: "N-1-1", parentId: aisle });
  await place({ id: aisle, code: "N-1", kind: "AISLE", parentId: south });
  const [row] = await rowsOf<{ path: string }>(
    database.db,
    sql`select path from location where id = ${bin}`,
  );
  expect(row?.path).toBe(`/${south}/${aisle}/${bin}/`);
});

test("two moves at once do not hang two places below each other", async () => {
  const a = await placed({ code: "RING-A", kind: "ZONE" });
  const b = await placed({ code: "RING-B", kind: "ZONE" });
  const outcomes = await Promise.all([
    place({ id: a, code: "RING-A", kind: "ZONE", parentId: b }),
    place({ id: b, code: "RING-B", kind: "ZONE", parentId: a }),
  ]);
  expect(outcomes.filter((each) => "saved" in each)).toHaveLength(1);
});

test("a place with stock stays in use; one that a receipt races keeps it or refuses it", async () => {
  const contested = await placed({ code: "RACE" });
  const [closing, receipt] = await Promise.all([
    place({ id: contested, code: "RACE", isActive: false }),
    recordStockMoves(database.orm.em, silentDoorbell, {
      warehouseId: stocked.warehouseId,
      recordedBy: "ines",
      now,
      moves: [moveIn(stocked, { locationId: contested })],
    }),
  ]);
  expect([
    ["saved" in closing, "moves" in receipt],
    ["rejection" in closing, "rejections" in receipt],
  ]).toContainEqual([true, false]);
  expect("saved" in closing).toBe("rejections" in receipt);
});

test("a warehouse opens with its ledger, ready for the first move", async () => {
  const outcome = await saveWarehouse(database.orm.em, now, {
    id: null,
    code: "NEW",
    name: "New",
    timeZone: "Europe/Berlin",
    currency: "EUR",
  });
  if (!("saved" in outcome)) throw new Error(outcome.rejection.message);
  const { id } = outcome.saved;
  const bin = await placed({ warehouseId: id, code: "A" });
  const received = await recordStockMoves(database.orm.em, silentDoorbell, {
    warehouseId: id,
    recordedBy: "ines",
    now,
    moves: [moveIn(stocked, { locationId: bin })],
  });
  expect(received).toMatchObject({ moves: [{ id: 1 }] });
});
