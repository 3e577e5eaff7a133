import { afterAll, beforeAll, expect, test } from "vitest";
import { adventureWorks, ImportFloor } from "../../../test/import-floor.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { ImportRow } from "../domain/import-row.ts";
import type { RowDecision } from "../domain/left-out-rows.ts";
import {
  countRowDecisions,
  listImportErrors,
  readRowErrors,
  type Chosen,
} from "../queries/list-imports.ts";
import { listLikelyValues } from "../queries/list-likely-values.ts";

let database: TestDatabase;
let floor: ImportFloor;

beforeAll(async () => {
  database = await openTestDatabase("import-decisions");
  floor = await ImportFloor.open(database);
  await floor.import(await adventureWorks("items"), "ITEMS");
  await floor.import(await adventureWorks("locations"), "LOCATIONS");
  await floor.import(await adventureWorks("stock"), "OPENING_STOCK");
});
afterAll(async () => {
  await floor.close();
  await database.close();
});

const nothing: Chosen = { replacements: [], leftOutRows: [] };
const moves = (...rows: string[]) => ["Kind,Item ID,Location,Quantity", ...rows].join("\n");
const decisions = (file: ImportRow, chosen: Chosen) => countRowDecisions(database.db, file, chosen);

async function rowsThatAre(decision: RowDecision, file: ImportRow, chosen: Chosen) {
  const filter = { code: null, search: null, decision, chosen };
  const { rows } = await listImportErrors(database.db, file, filter, { first: 50 });
  return rows.map(({ row }) => row);
}

test("a row is fixed once all that was wrong with it is put right, and each is in one of the three", async () => {
  const csv = moves(
    "RECEIPT,B0LTS,P1,1",
    "RECEIPT,B0LTS,P1,n/a",
    "RECEIPT,BOLT,P1,x",
    "RECEIPT,BOLT,P1,1",
  );
  const file = await floor.check(await floor.added(csv, "MOVES"));
  expect(await decisions(file, nothing)).toEqual({ TO_DECIDE: 3, FIXED: 0, LEFT_OUT: 0 });
  const chosen: Chosen = {
    replacements: [{ field: "ITEM", from: "B0LTS", to: "BOLT" }],
    leftOutRows: [4],
  };
  expect(await decisions(file, chosen)).toEqual({ TO_DECIDE: 1, FIXED: 1, LEFT_OUT: 1 });
  expect(await rowsThatAre("FIXED", file, chosen)).toEqual([2]);
  expect(await rowsThatAre("TO_DECIDE", file, chosen)).toEqual([3, 3]);
  expect(await rowsThatAre("LEFT_OUT", file, chosen)).toEqual([4]);
});

test("a row that is left out stays out though its value is put right, and comes back when it is taken back", async () => {
  const csv = moves("RECEIPT,B0LT,P2,1", "RECEIPT,B0LT,P3,2", "RECEIPT,BOLT,P4,3");
  const found = await floor.added(csv, "MOVES");
  const chosen: Chosen = {
    replacements: [{ field: "ITEM", from: "B0LT", to: "BOLT" }],
    leftOutRows: [3],
  };
  const file = await floor.check(found, chosen);
  expect(file).toMatchObject({ rowsReady: 2, rowsWrong: 1, leftOutRows: [3] });
  expect(await floor.errors(file)).toMatchObject([{ row: 3, code: "LEFT_OUT", value: "BOLT" }]);
  expect(await decisions(file, chosen)).toEqual({ TO_DECIDE: 0, FIXED: 0, LEFT_OUT: 1 });
  expect(await decisions(file, { ...chosen, leftOutRows: [] })).toMatchObject({ FIXED: 1 });
  const all = await floor.check(file, { ...chosen, leftOutRows: [] });
  expect(all).toMatchObject({ rowsReady: 3, rowsWrong: 0 });
});

test("of two rows of which one may stay, leaving the first out lets the second in", async () => {
  const csv = "Item ID,Description\nTWICE,First\nTWICE,Second\n";
  const file = await floor.check(await floor.added(csv, "ITEMS"));
  expect(await floor.errors(file)).toMatchObject([{ row: 3, code: "DUPLICATE" }]);
  const kept = await floor.check(file, { leftOutRows: [2] });
  expect(await floor.errors(kept)).toMatchObject([{ row: 2, code: "LEFT_OUT" }]);
  expect((await floor.commit(kept)).state).toBe("DONE");
});

test("rows that are left out are of one file, and not of the next with these headings", async () => {
  const csv = "Item ID,Description\nONCE,One\nAGAIN,Two\n";
  await floor.check(await floor.added(csv, "ITEMS"), { leftOutRows: [2] });
  expect((await floor.added(csv, "ITEMS")).leftOutRows).toEqual([]);
});

test("unknown items and places come with the likeliest that are known", async () => {
  const csv = moves("RECEIPT,AR-538l,TOOL-10-A-01,1", "RECEIPT,Adjustable Race,NOWHERE-AT-ALL,1");
  const file = await floor.check(await floor.added(csv, "MOVES"));
  const likely = async (row: number) =>
    listLikelyValues(database.db, file, await readRowErrors(database.db, file, row));
  const first = await likely(2);
  expect(first.find(({ field }) => field === "ITEM")).toEqual({
    ...{ field: "ITEM", value: "AR-5381", name: "Adjustable Race" },
    note: "looks the same, stocked here",
  });
  const places = first.filter(({ field }) => field === "LOCATION");
  expect(places.map(({ value }) => value)).toContain("TOOL-01-A-01");
  expect(places.length).toBeLessThanOrEqual(3);
  expect(await likely(3)).toMatchObject([
    { value: "AR-5381", note: "its description, stocked here" },
  ]);
});
