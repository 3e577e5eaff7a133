import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { adventureWorks, ImportFloor } from "../../../test/import-floor.ts";
import { until } from "../../../test/job-floor.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { firstRowOf, sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { decimalText } from "../../shared/exact-decimal.ts";
import { lockLedger } from "../../stock/storage/read-stock-move-facts.ts";

let database: TestDatabase;
let floor: ImportFloor;

beforeAll(async () => {
  database = await openTestDatabase("import");
  floor = await ImportFloor.open(database);
});
afterAll(async () => {
  await floor.close();
  await database.close();
});

const figures = () =>
  firstRowOf<Record<string, number>>(
    database.db,
    sql`select (select count(*)::int from item where sku not in ('BOLT', 'PAINT', 'DRILL')) as items,
          (select count(*)::int from location where kind = 'ZONE') as zones,
          (select count(*)::int from stock_move where recorded_by = 'ines') as moves,
          (select count(*)::int from observation) as observations,
          (select count(*)::int from count_session) as sessions`,
  );

const stockCsv = async () =>
  (await adventureWorks("stock")).toString("utf8").trim().split(/\r?\n/u);

/** The books as a counter would find them, in the columns of a count. */
const countRows = async () => (await stockCsv()).slice(1).map((line) => line.split(","));

const countFile = (rows: (string | undefined)[][]) =>
  ["Warehouse,Item ID,Location,Units,Count Session", ...rows.map((row) => row.join(","))].join(
    "\n",
  );

test("the files of AdventureWorks become items, locations, stock and counts", async () => {
  const items = await floor.import(await adventureWorks("items"), "ITEMS");
  const places = await floor.import(await adventureWorks("locations"), "LOCATIONS");
  const stock = await floor.import(await adventureWorks("stock"), "OPENING_STOCK");
  expect([items.rowsReady, places.rowsReady, stock.rowsReady]).toEqual([504, 886, 1_065]);
  expect(await figures()).toMatchObject({ items: 504, zones: 14, moves: 1_065, observations: 0 });
  const row = await firstRowOf<{ quantity: string; cost: string; supplier: string; zone: string }>(
    database.db,
    sql`select q.quantity_on_hand as quantity, i.unit_cost as cost, s.name as supplier,
          z.name as zone
        from item i
        join item_supplier d on d.item_id = i.id join supplier s on s.id = d.supplier_id
        join quant q on q.item_id = i.id
        join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
        join location z on z.warehouse_id = l.warehouse_id and z.id = l.parent_id
        where i.sku = 'AR-5381' and l.code = 'TOOL-01-A-01'`,
  );
  expect(
    row && { ...row, quantity: decimalText(row.quantity), cost: decimalText(row.cost) },
  ).toEqual({ quantity: "408", cost: "47.87", supplier: "Litware, Inc.", zone: "Tool Crib" });

  const counted = await countRows();
  const csv = countFile(
    counted.slice(0, 40).map(([item, place, units], at) => {
      const found = at === 0 ? "400" : at === 1 ? "" : units;
      return ["ONE", item, place, found, at < 20 ? "Week 47" : "Week 48"];
    }),
  );
  const counts = await floor.import(csv, "COUNTS");
  expect(counts).toMatchObject({ state: "COMMITTED", rowsReady: 39, rowsBlank: 1, rowsWrong: 0 });
  expect(counts.sessionIds).toHaveLength(2);
  const lines = await firstRowOf<Record<string, unknown>>(
    database.db,
    sql`select count(*) filter (where l.state = 'COUNTED')::int as counted,
          count(*) filter (where l.quantity_variance <> 0)::int as different,
          min(l.quantity_variance)::int as variance, min(s.title) as title
        from count_line l join count_session s on s.id = l.session_id
        where s.id = any(${counts.sessionIds}::bigint[])`,
  );
  expect(lines).toMatchObject({ counted: 39, different: 1, variance: -8, title: "Week 47" });
  expect(await brokenInvariants(database)).toEqual([]);
}, 120_000);

test("F14: 20,000 rows with 300 bad come to 300 errors in one pass, and nothing is applied until confirmed", async () => {
  const counted = await countRows();
  const [codes, skus] = [1, 0].map((at) => [...new Set(counted.map((row) => row[at] ?? ""))]);
  const all = (skus ?? []).flatMap((sku) => (codes ?? []).map((code) => [sku, code] as const));
  const stocked = new Set(counted.slice(0, 40).map(([sku, code]) => `${sku} ${code}`));
  const free = all.filter(([sku, code]) => !stocked.has(`${sku} ${code}`));
  const isBad = (at: number) => at % 66 === 7 && at < 66 * 300;
  const rows = free.slice(0, 20_000).map(([sku, code], at) => {
    if (!isBad(at)) return ["One", sku, code, at % 10 === 0 ? "" : String(at % 50), "Big"];
    const bad = [
      ["One", "NONE", code, "1", "Big"],
      ["One", sku, "NOWHERE", "1", "Big"],
      ["One", sku, code, "n/a", "Big"],
    ];
    return bad[Math.floor(at / 66) % 3] ?? [];
  });
  const before = await figures();
  const file = await floor.check(await floor.added(countFile(rows)));
  const errors = await floor.errors(file);
  expect(file).toMatchObject({ kind: "COUNTS", rowCount: 20_000, rowsWrong: 300 });
  expect(errors.map(({ row }) => row)).toEqual(
    rows.flatMap((_, at) => (isBad(at) ? [at + 2] : [])),
  );
  expect(new Set(errors.map(({ code }) => code))).toEqual(
    new Set(["ITEM_UNKNOWN", "LOCATION_UNKNOWN", "NOT_A_NUMBER"]),
  );
  expect(await figures()).toEqual(before);
  expect((await floor.commit(file)).state).toBe("DONE");
  const after = await figures();
  expect((after?.["observations"] ?? 0) - (before?.["observations"] ?? 0)).toBe(file.rowsReady);
  // What looks at every line afterwards is planned for how many there are.
  await sql`analyze`.execute(database.ownerDb);
  expect(await brokenInvariants(database)).toEqual([]);
}, 120_000);

test("the same file again does nothing, and says when it was imported", async () => {
  const csv = "Item ID,Description\n000777,Washer\n";
  const first = await floor.import(csv, "ITEMS");
  const again = await floor.check(await floor.added(csv));
  expect(again.isRemembered).toBe(true);
  expect(await floor.askCommit(again)).toMatchObject({ already: { id: first.id } });
  // Read as something else it is another import.
  expect("job" in (await floor.askCheck(again, { mapping: { ITEM: 1, DESCRIPTION: 0 } }))).toBe(
    true,
  );
});

/** Both have looked for an earlier commit, and found none, before either goes on. */
async function committedAtOnce(csv: string) {
  const files = [await floor.added(csv, "MOVES"), await floor.added(csv, "MOVES")];
  for (const file of files) await floor.check(file);
  floor.jobs.worker().start();
  const jobs = await inTransaction(database.orm.em.fork(), async ({ db }) => {
    await lockLedger(db, floor.warehouse.stocked.warehouseId);
    const asked = files.map((file, who) => floor.commit(file, ["ines", "petra"][who]));
    await until(async () => (await waiting())?.connections === 2);
    return asked;
  });
  const states = (await Promise.all(jobs)).map(({ state }) => state);
  expect(states).toEqual(["DONE", "DONE"]);
  const found = await Promise.all(files.map((file) => floor.read(file)));
  return found.map(({ state }) => state).toSorted();
}

const waiting = () =>
  firstRowOf<{ connections: number }>(
    database.ownerDb,
    sql`select count(*)::int as connections from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
  );

test("two who commit the same file at once make one import of it", async () => {
  const states = await committedAtOnce("Kind,Item ID,Location,Quantity\nRECEIPT,BOLT,P1,7\n");
  expect(states).toEqual(["CHECKED", "COMMITTED"]);
  expect(await onHand("BOLT", "P1")).toBe("7");
});

const onHand = async (sku: string, place: string) => {
  const row = await firstRowOf<{ quantity: string }>(
    database.db,
    sql`select coalesce(sum(q.quantity_on_hand), 0) as quantity from quant q
        join item i on i.id = q.item_id
        join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
        where q.warehouse_id = ${floor.warehouse.stocked.warehouseId} and i.sku = ${sku}
          and l.code = ${place}`,
  );
  return decimalText(row?.quantity ?? "0");
};

test("what would come out differently than the check has shown is not done", async () => {
  const csv = "Kind,Item ID,Location,Quantity\nISSUE,BOLT,P1,5\nISSUE,BOLT,P1,99\n";
  const file = await floor.check(await floor.added(csv, "MOVES"));
  expect(await floor.errors(file)).toMatchObject([{ row: 3, code: "LEDGER" }]);
  await floor.import("Kind,Item ID,Location,Quantity\nISSUE,BOLT,P1,4\n", "MOVES");
  expect(await floor.commit(file)).toMatchObject({ state: "REJECTED", errorCode: "CHANGED" });
  expect(await onHand("BOLT", "P1")).toBe("3");
});

test("a value is put right once for every row that has it, and that is remembered", async () => {
  const csv = "Kind,Item ID,Location,Quantity\nRECEIPT,B0LT,P2,1\nRECEIPT,B0LT,P3,2\n";
  const found = await floor.check(await floor.added(csv, "MOVES"));
  expect(await floor.errors(found)).toMatchObject([
    { row: 2, suggestion: "BOLT" },
    { row: 3, suggestion: "BOLT" },
  ]);
  const replacements = [{ field: "ITEM" as const, from: "B0LT", to: "BOLT" }];
  const mended = await floor.check(found, { replacements });
  expect(mended).toMatchObject({ rowsReady: 2, rowsWrong: 0 });
  expect((await floor.added(`${csv}RECEIPT,B0LT,P4,2\n`)).replacements).toEqual(replacements);
});

test("rows without a place go where the item lies, and counts go to the count that is open", async () => {
  const { bulk } = floor.warehouse.stocked;
  const session = await floor.warehouse.openCount({
    scope: { ...(await wholePlace("P1")), itemIds: [bulk] },
  });
  const csv = `Warehouse,Item ID,Units,Count Session\nONE,BOLT,2,CC-${session.number}\n`;
  const counts = await floor.import(csv, "COUNTS");
  expect(counts.sessionIds).toEqual([session.id]);
  expect(await floor.warehouse.line(session)).toMatchObject({ counted: "2", variance: "-1" });
});

const wholePlace = async (code: string) => {
  const { wholeWarehouse } = await import("../../../test/counted-warehouse.ts");
  const row = await firstRowOf<{ id: number }>(
    database.db,
    sql`select id from location where code = ${code}
        and warehouse_id = ${floor.warehouse.stocked.warehouseId}`,
  );
  return { ...wholeWarehouse, locationIds: [row?.id ?? 0] };
};

test("whoever may not do it by hand may not do it by file", async () => {
  const file = await floor.added("Item ID,Description\nX,Y\n", "ITEMS");
  const allowed = new Set(["create:stock-count"] as const);
  const refused = await floor.askCheck(file, { permissions: allowed });
  expect(refused).toMatchObject({ rejection: { reason: "NOT_ALLOWED" } });
  await floor.check(file);
  expect(await floor.askCommit(file, ["create:stock-count"])).toMatchObject({
    rejection: { reason: "NOT_ALLOWED" },
  });
});

test("what nobody has checked, and what has nothing in it, is not committed", async () => {
  const file = await floor.added("Item ID,Description\n,\n,Nothing\n", "ITEMS");
  expect(await floor.askCommit(file)).toMatchObject({ rejection: { reason: "NOT_CHECKED" } });
  await floor.check(file);
  expect(await floor.askCommit(file)).toMatchObject({ rejection: { reason: "NOTHING_READY" } });
  const incomplete = await floor.askCheck(file, { mapping: {} });
  expect(incomplete).toMatchObject({ rejection: { reason: "MAPPING_INCOMPLETE" } });
  expect(await floor.add("")).toMatchObject({ refused: { reason: "EMPTY" } });
});

test("control: without the fence two who commit the same file at once double its stock", async () => {
  await sql`drop index import_committed_once`.execute(database.ownerDb);
  const states = await committedAtOnce("Kind,Item ID,Location,Quantity\nRECEIPT,BOLT,P4,7\n");
  expect(states).toEqual(["COMMITTED", "COMMITTED"]);
  expect(await onHand("BOLT", "P4")).toBe("14");
  await sql`update import set reading_hash = 'the second' where id = (select max(id) from import)`.execute(
    database.ownerDb,
  );
  await sql`create unique index import_committed_once on import (warehouse_id, reading_hash)
      where state = 'COMMITTED'`.execute(database.ownerDb);
});
