import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, type CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import type { PostingRow } from "../../posting/domain/rows.ts";
import { sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { reportCodes, type ReportCode } from "../domain/report-code.ts";
import type { ReportFilter } from "../domain/report-filter.ts";
import { readReport } from "./read-report.ts";

// Four places with 100 bolts each by the books, a bolt costs 2.00. Maria counts 95 in P1, 105 in P2
// and 100 in P3; nobody comes to P4. All answers below were worked out from that by hand.
let database: TestDatabase;
let warehouse: CountedWarehouse;
let floor: PostingFloor;
let session: SessionRow;
let posting: PostingRow;

const counted = [95, 105, 100];
const dayMinutes = 24 * 60;

beforeAll(async () => {
  database = await openTestDatabase("reports");
  floor = await PostingFloor.open(database);
  warehouse = floor.warehouse;
  await sql`update item set unit_cost = 2 where id = ${warehouse.stocked.bulk}`.execute(
    database.ownerDb,
  );
  await sql`insert into app_user (id, name, email, created_at, sees_all_warehouses)
    values ('maria', 'Maria', 'maria@example.org', now(), true),
      ('ines', 'Ines', 'ines@example.org', now(), true)
    on conflict do nothing`.execute(database.ownerDb);
  for (const place of [0, 1, 2, 3])
    await warehouse.move({
      quantity: new Decimal(100),
      effectiveAt: at(-30),
      locationId: warehouse.place(place),
    });
  session = await warehouse.openCount();
  await count(session, counted);
  const { id } = await warehouse.line(session);
  await sql`insert into investigation (warehouse_id, line_id, revision, session_id, reason_code,
      fix, notes, recorded_by, recorded_at)
    values (${session.warehouseId}, ${id}, 1, ${session.id}, 'THEFT', 'RETURNED_TO_STOCK',
      'Found in the yard.', 'ines', now())`.execute(database.ownerDb);
  posting = await floor.post(session, { accepted: ["NOT_COUNTED"] as never });
});
afterAll(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

async function count(of: SessionRow, quantities: readonly number[], minute = 9) {
  const entries = quantities.map((quantity, place) =>
    warehouse.observation({ count: quantity, locationId: warehouse.place(place), minute }),
  );
  await warehouse.record(of, entries, at(minute + 50));
}

const everything = (): ReportFilter => ({
  warehouseId: session.warehouseId,
  from: null,
  to: null,
  sessionId: null,
  itemId: null,
  locationId: null,
  categoryId: null,
});
const read = (code: ReportCode, filter: Partial<ReportFilter> = {}, seesCost = true) =>
  readReport(
    database.db,
    code,
    { filter: { ...everything(), ...filter }, now: at(60), seesCost },
    { offset: 0, limit: 100 },
  );
const first = (rows: readonly Readonly<Record<string, string | null>>[], ...keys: string[]) =>
  rows.map((row) => keys.map((key) => row[key]));

test("146 has every line, and what nobody counted is blank, not zero", async () => {
  const { rows, rowCount, totals } = await read("REVIEW");
  expect(first(rows, "location", "expected", "counted", "variance", "state")).toEqual([
    ["P1", "100", "95", "-5", "Counted"],
    ["P2", "100", "105", "5", "Counted"],
    ["P3", "100", "100", "0", "Counted"],
    ["P4", "100", null, null, "Not counted"],
  ]);
  expect(rowCount).toBe(4);
  expect(totals).toMatchObject({ expected: "400", counted: "300" });
});

test("158 has only what differs: even in the net, twenty in the gross", async () => {
  const { rows, totals } = await read("DIFFERENCES");
  expect(first(rows, "location", "variance", "percent", "value", "reason")).toEqual([
    ["P1", "-5", "-5", "-10", "Theft"],
    ["P2", "5", "5", "10", null],
  ]);
  expect(Number(totals["value"])).toBe(0);
  expect(Number(totals["gross"])).toBe(20);
});

test("213 judges by the first round: one line of three, ten units of three hundred", async () => {
  const { rows, totals } = await read("HISTORY");
  expect(totals).toMatchObject({ accuracy: "33.3", unitAccuracy: "96.7", valueAccuracy: "96.7" });
  expect(rows).toMatchObject([
    {
      ...{ month: "2026-11", counts: "1", lines: "3", within: "1", accuracy: "33.3" },
      ...{ unitsExpected: "300", unitsOff: "10", unitAccuracy: "96.7" },
      ...{ valueExpected: "600", valueOff: "20", valueAccuracy: "96.7", net: "0", gross: "20" },
    },
  ]);
});

test("253 has the count with its sums", async () => {
  const { rows } = await read("COUNTS");
  expect(first(rows, "count", "linesTotal", "lines", "accuracy", "netUnits", "gross")).toEqual([
    ["1", "4", "3", "33.3", "0", "20"],
  ]);
});

test("causes add up to all of it, the greatest first", async () => {
  const { rows } = await read("CAUSES");
  expect(first(rows, "cause", "gross", "share", "addsTo")).toEqual([
    ["No reason given", "10", "50.0", "50.0"],
    ["Theft", "10", "50.0", "100.0"],
  ]);
});

test("what was recorded is told line by line, and month by month with its fix", async () => {
  const recorded = await read("DISCREPANCIES");
  expect(
    first(recorded.rows, "recordedBy", "location", "variance", "value", "reason", "fix", "notes"),
  ).toEqual([["Ines", "P1", "-5", "-10", "Theft", "Returned to stock", "Found in the yard."]]);
  expect((await read("DISCREPANCIES", {}, false)).rows[0]).not.toHaveProperty("value");
  const { rows, totals } = await read("CAUSES_BY_MONTH");
  expect(first(rows, "month", "cause", "fix", "lines", "units", "net", "gross")).toEqual([
    ["2026-11", "No reason given", null, "1", "5", "10", "10"],
    ["2026-11", "Theft", "Returned to stock", "1", "5", "-10", "10"],
  ]);
  expect(totals).toMatchObject({ lines: "2", gross: "20" });
});

test("places, items and categories tell where the most is off", async () => {
  expect(first((await read("PLACES")).rows, "place", "lines", "accuracy", "gross")).toEqual([
    ["P1", "1", "0.0", "10"],
    ["P2", "1", "0.0", "10"],
    ["P3", "1", "100.0", "0"],
  ]);
  expect(first((await read("ITEMS")).rows, "lines", "within", "unitsOff", "gross")).toEqual([
    ["3", "1", "10", "20"],
  ]);
  expect(first((await read("CATEGORIES")).rows, "category", "lines", "gross")).toEqual([
    ["No category", "3", "20"],
  ]);
});

test("a counter whose first counts stand was right", async () => {
  const { rows } = await read("COUNTERS");
  expect(first(rows, "counter", "lines", "right", "accuracy", "unitsOff")).toEqual([
    ["Maria", "3", "3", "100.0", "0"],
  ]);
});

test("adjustments are what stock changed by, and what was taken back stays in sight", async () => {
  const before = await read("ADJUSTMENTS");
  expect(first(before.rows, "location", "kind", "change", "value")).toEqual([
    ["P1", "Posting", "-5", "-10"],
    ["P2", "Posting", "5", "10"],
  ]);
});

test("coverage is what was counted whole within its cadence", async () => {
  const { warehouseId } = session;
  await floor.handIn(session);
  expect(await floor.statusOf(session)).toBe("POSTED");
  const schedule = (name: string, days: number) =>
    sql`
    insert into schedule (warehouse_id, name, cadence_kind, cadence_days, starts_on, lead_days, scope,
      settings, created_by, created_at)
    values (${warehouseId}, ${name}, 'EVERY_N_DAYS', ${days}, '2026-11-01', 0,
      ${JSON.stringify({ locationIds: [], itemIds: [], includesEmpty: false })}::jsonb,
      '{"choice": "PLACES"}', 'ines', now())`.execute(database.ownerDb);
  await schedule("Every month", 30);
  await schedule("Every day", 1);
  const inTwoDays = at(2 * dayMinutes);
  const { rows, totals } = await readReport(
    database.db,
    "COVERAGE",
    { filter: everything(), now: inTwoDays, seesCost: true },
    { offset: 0, limit: 100 },
  );
  expect(first(rows, "schedule", "places", "onTime", "late", "never", "coverage")).toEqual([
    ["Every day", "4", "0", "3", "1", "0.0"],
    ["Every month", "4", "3", "0", "1", "75.0"],
  ]);
  expect(totals).toMatchObject({ places: "8", onTime: "3" });
});

test("day by day, coverage rises with a count and falls when its cadence is over", async () => {
  // The count of the test before: three of four places for two schedules, completed on the 21st.
  const days = await readReport(
    database.db,
    "COVERAGE_BY_DAY",
    { filter: { ...everything(), from: "2026-11-20" }, now: at(2 * dayMinutes), seesCost: true },
    { offset: 0, limit: 100 },
  );
  expect(first(days.rows, "day", "counted", "places", "onTime", "coverage")).toEqual([
    ["2026-11-20", "0", "8", "0", "0.0"],
    ["2026-11-21", "6", "8", "6", "75.0"],
    ["2026-11-22", "0", "8", "3", "37.5"],
    ["2026-11-23", "0", "8", "3", "37.5"],
  ]);
  const year = await read("COVERAGE_BY_DAY", { from: "2020-01-01", to: "2030-01-01" });
  expect(year.rowCount).toBe(401);
  expect((await read("COVERAGE_BY_DAY")).rowCount).toBe(91);
});

describe("narrowed", () => {
  test("to a place, an item, a count or a category", async () => {
    const at3 = await read("REVIEW", { locationId: warehouse.place(2) });
    expect(first(at3.rows, "location")).toEqual([["P3"]]);
    expect((await read("REVIEW", { itemId: warehouse.stocked.lots })).rowCount).toBe(0);
    expect((await read("REVIEW", { sessionId: session.id + 1 })).rowCount).toBe(0);
    expect((await read("REVIEW", { categoryId: 99 })).rowCount).toBe(0);
    expect((await read("COUNTS", { itemId: warehouse.stocked.lots })).rowCount).toBe(0);
    const { rows } = await read("COUNTS", { locationId: warehouse.place(0) });
    expect(first(rows, "linesTotal", "lines", "netUnits", "gross")).toEqual([
      ["1", "1", "-5", "10"],
    ]);
  });

  test("to days of the site, both included", async () => {
    const day = at(0).toISOString().slice(0, 10);
    expect((await read("DIFFERENCES", { from: day, to: day })).rowCount).toBe(2);
    expect((await read("DIFFERENCES", { from: "2026-12-31" })).rowCount).toBe(0);
    expect((await read("DIFFERENCES", { to: "2026-01-01" })).rowCount).toBe(0);
  });
});

test.each(reportCodes)("%s says nothing of money to those who may not see costs", async (code) => {
  const { columns, rows, totals } = await read(code, {}, false);
  const told = new Set([...columns.map(({ key }) => key)]);
  for (const money of ["cost", "value", "gross", "net", "worth", "valueOff", "valueExpected"])
    expect(told.has(money)).toBe(false);
  for (const row of [...rows, totals])
    expect(Object.keys(row).filter((key) => !told.has(key))).toEqual([]);
});

test("a later count of the same places knows how long ago the last one was, and a reversal is no history", async () => {
  await floor.reverse(posting);
  expect((await read("HISTORY")).rows).toEqual([]);
  expect((await read("ADJUSTMENTS")).rows.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["Reversal", "Posting, taken back"]),
  );
  const later = await warehouse.openCount({}, "ACCEPT");
  await count(later, [100, 100], 40 * dayMinutes);
  const { rows } = await read("FREQUENCY");
  expect(first(rows, "span", "lines", "within")).toEqual([
    ["31 to 90 days", "2", "2"],
    ["Never before", "3", "1"],
  ]);
});
