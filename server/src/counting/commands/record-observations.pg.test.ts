import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { firstRowOf, rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { SessionRow } from "../domain/rows.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;
let place: number;

beforeAll(async () => {
  database = await openTestDatabase("observations");
  warehouse = await CountedWarehouse.open(database);
  for (const locationId of warehouse.stocked.places)
    await warehouse.move({ quantity: new Decimal(12), locationId, effectiveAt: at(-30) });
  await warehouse.move({
    itemId: warehouse.stocked.serials,
    serials: ["D1", "D2", "D3"],
    quantity: new Decimal(3),
    effectiveAt: at(-30),
  });
  session = await warehouse.openCount();
});
beforeEach(() => {
  place = warehouse.stocked.places.shift() ?? 0;
  warehouse.stocked.places.push(place);
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
});
afterAll(() => database.close());

/** Each test works on a place of its own, as far as there are places. */
const seen = (given: Parameters<CountedWarehouse["observation"]>[0]) =>
  warehouse.observation({ locationId: place, ...given });
const record = (...observations: ReturnType<typeof seen>[]) =>
  warehouse.record(session, observations);

async function fresh(): Promise<void> {
  const [row] = await rowsOf<{ id: number }>(
    database.ownerDb,
    sql`insert into location (warehouse_id, id, path, code, name, kind) overriding system value
        select ${warehouse.stocked.warehouseId}, n.id, '/' || n.id || '/', 'N' || n.id, '', 'STORAGE'
        from (select nextval(pg_get_serial_sequence('location', 'id')) as id) n
        returning id`,
  );
  place = row?.id ?? 0;
}

test("F6: B verifies 12 after A added 12: 12", async () => {
  await record(seen({ count: 12 }));
  await record(seen({ count: 12, mode: "VERIFY", actorId: "jonas" }));
  expect(await warehouse.line(session, place)).toMatchObject({
    counted: "12",
    variance: "0",
    isDisputed: false,
  });
});

test("F5, without the watchers: 7 and 5 at once, one retried three times: 12", async () => {
  const maria = seen({ count: 7 });
  const jonas = seen({ count: 5, actorId: "jonas" });
  await Promise.all([record(maria), record(jonas), record(jonas), record(jonas), record(jonas)]);
  expect(await warehouse.line(session, place)).toMatchObject({ counted: "12" });
});

describe("T4", () => {
  test("the same entry fifty times at once: one effect, one answer", async () => {
    await fresh();
    const entry = seen({ count: 3 });
    const results = await Promise.all(Array.from({ length: 50 }, () => record(entry)));
    const kinds = results.flat().map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "KEPT")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "ALREADY_RECORDED")).toHaveLength(49);
    expect(new Set(results.flat().map(({ lineId }) => lineId)).size).toBe(1);
    expect(await warehouse.line(session, place)).toMatchObject({ counted: "3" });
  });

  test("the same id with another quantity is refused and changes nothing", async () => {
    await fresh();
    const entry = seen({ count: 3 });
    await record(entry);
    expect(await record({ ...entry, quantity: new Decimal(4) })).toMatchObject([
      { kind: "REJECTED", rejection: { reason: "EXTERNAL_ID_REUSED" } },
    ]);
    expect(await warehouse.line(session, place)).toMatchObject({ counted: "3" });
  });

  test("the same id of another person is another entry", async () => {
    await fresh();
    const entry = seen({ count: 3 });
    await record(entry);
    expect(await record({ ...entry, actorId: "aiko" })).toMatchObject([{ kind: "KEPT" }]);
    expect(await warehouse.line(session, place)).toMatchObject({ counted: "6" });
  });

  test("control: a client that makes a new id for each retry counts twice", async () => {
    await fresh();
    await record(seen({ count: 3 }));
    await record(seen({ count: 3 }));
    expect(await warehouse.line(session, place)).toMatchObject({ counted: "6" });
  });
});

describe("T22: two counters, one line, all orders of arrival", () => {
  test("one result, and nothing dropped", async () => {
    const results = new Set<string>();
    for (const order of permutations([0, 1, 2, 3])) {
      await fresh();
      const first = seen({ count: 5, minute: 1 });
      const entries = [
        first,
        seen({ count: 7, minute: 2, actorId: "jonas" }),
        seen({ count: 6, minute: 3, mode: "REPLACE" }),
        seen({
          mode: "VOID",
          minute: 5,
          voids: { actorId: "maria", externalId: first.externalId },
        }),
      ];
      for (const index of order) await record(entries[index] as (typeof entries)[number]);
      const { counted, expected, variance } = await warehouse.line(session, place);
      results.add(JSON.stringify({ counted, expected, variance }));
    }
    expect([...results]).toEqual([
      JSON.stringify({ counted: "13", expected: "0", variance: "13" }),
    ]);
  });
});

test("a batch keeps what is right and tells what is wrong, entry by entry", async () => {
  await fresh();
  const results = await record(
    seen({ count: 5 }),
    seen({ count: -1 }),
    seen({ count: 1, itemId: 99_999 }),
    seen({ count: "0.5" }),
    seen({ count: 2 }),
  );
  expect(
    results.map((each) => (each.kind === "REJECTED" ? each.rejection.reason : each.kind)),
  ).toEqual(["KEPT", "QUANTITY_NEGATIVE", "ITEM_UNKNOWN", "QUANTITY_TOO_PRECISE", "KEPT"]);
  expect(await warehouse.line(session, place)).toMatchObject({ counted: "7" });
});

test("pieces are compared as sets: one missing, one that nobody expected", async () => {
  const { serials } = warehouse.stocked;
  const locationId = (
    await firstRowOf<{ id: number }>(
      database.db,
      sql`select location_id as id from count_line where item_id = ${serials} limit 1`,
    )
  )?.id;
  await record(
    seen({ itemId: serials, locationId, serials: ["D1", "D9"] }),
    seen({ itemId: serials, locationId, serials: ["D2", "D1"], actorId: "jonas" }),
  );
  expect(await warehouse.line(session, locationId, serials)).toMatchObject({
    counted: "3",
    expected: "3",
    variance: "0",
  });
  const pieces = await rowsOf(
    database.db,
    sql`select serial, is_expected as "isExpected", is_found as "isFound" from count_line_piece
        where item_id = ${serials} order by serial`,
  );
  expect(pieces).toEqual([
    { serial: "D1", isExpected: true, isFound: true },
    { serial: "D2", isExpected: true, isFound: true },
    { serial: "D3", isExpected: true, isFound: false },
    { serial: "D9", isExpected: false, isFound: true },
  ]);
});

test("a scan that means nothing waits to be matched", async () => {
  expect(await record(seen({ itemId: undefined, rawScan: "]E04711" }))).toMatchObject([
    { kind: "KEPT", kept: { outcome: "UNMATCHED" }, lineId: null },
  ]);
});

test("zero, skipped, not accessible and not visited are four things", async () => {
  const states: string[] = [];
  for (const given of [
    { count: 0 },
    { mode: "SKIP" as const, reason: "forklift in the way" },
    { mode: "NOT_ACCESSIBLE" as const, reason: "locked" },
  ]) {
    await fresh();
    await record(seen(given));
    states.push((await warehouse.line(session, place)).state);
  }
  expect(states).toEqual(["COUNTED", "SKIPPED", "NOT_ACCESSIBLE"]);
});

test("control: the invariants see a counter that was bent", async () => {
  await sql`update count_session set lines_counted = lines_counted + 1`.execute(database.ownerDb);
  expect(await brokenInvariants(database)).toEqual([
    "The figures of each count are the sum of its lines",
  ]);
  await sql`update count_session set lines_counted = lines_counted - 1`.execute(database.ownerDb);
});

function permutations(values: number[]): number[][] {
  if (values.length <= 1) return [values];
  return values.flatMap((value) =>
    permutations(values.filter((other) => other !== value)).map((rest) => [value, ...rest]),
  );
}
