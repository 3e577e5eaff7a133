import "reflect-metadata";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { idOf } from "../../shared/opaque-id.ts";
import type { SessionRow } from "../domain/rows.ts";
import { readBins, readPace } from "./read-board.ts";
import { readProgressByLocation, readProgressByZone } from "./read-progress.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;
let bins: number[];

/** A zone with two bins, one of which has a shelf of its own. */
const tree = ["/9001/", "/9001/9002/", "/9001/9003/", "/9001/9003/9004/"];

beforeAll(async () => {
  database = await openTestDatabase("progress");
  warehouse = await CountedWarehouse.open(database);
  const { warehouseId } = warehouse.stocked;
  const rows = await rowsOf<{ id: number }>(
    database.ownerDb,
    sql`insert into location (warehouse_id, id, parent_id, path, code, name, kind)
          overriding system value
        select ${warehouseId}, split_part(p, '/', n)::bigint,
          nullif(split_part(p, '/', n - 1), '')::bigint, p, 'T' || p, '', 'STORAGE'
        from unnest(${tree}::text[]) with ordinality as t(p, at)
        cross join lateral (select length(p) - length(replace(p, '/', '')) as n) k
        order by t.at returning id`,
  );
  bins = rows.map(({ id }) => id);
  for (const locationId of bins)
    await warehouse.move({ quantity: new Decimal(1), locationId, effectiveAt: at(-30) });
  session = await warehouse.openCount();
  const [, , bin, shelf] = bins;
  await warehouse.record(session, [
    warehouse.observation({ count: 1, locationId: bin }),
    warehouse.observation({ mode: "SKIP", reason: "blocked", locationId: shelf }),
  ]);
});
afterAll(() => database.close());

const figures = (lines: number, counted: number, skipped: number) => ({
  ...{ lines, counted, skipped, notAccessible: 0 },
});

test("a zone has all that lies below it", async () => {
  expect(await readProgressByZone(database.db, session)).toContainEqual({
    locationId: bins[0],
    ...figures(4, 1, 1),
  });
});

test("under a place, each place directly below has all below it, and the place its own lines", async () => {
  const [zone, first, second] = bins;
  expect(await readProgressByLocation(database.db, session, zone ?? 0)).toEqual([
    { locationId: zone, ...figures(1, 0, 0) },
    { locationId: first, ...figures(1, 0, 0) },
    { locationId: second, ...figures(2, 1, 1) },
  ]);
});

test("each place with lines of its own tells how it stands, in walking order", async () => {
  const [zone, first, second, shelf] = bins;
  const told = await readBins(database.db, session);
  const own = told.filter(({ locationId }) => bins.includes(locationId));
  expect(own.map(({ locationId }) => locationId)).toEqual([zone, first, second, shelf]);
  expect(own[2]).toMatchObject({
    ...figures(1, 1, 0),
    zoneId: zone,
    short: 0,
    over: 0,
    flagged: 0,
  });
  expect(own[3]).toMatchObject({ ...figures(1, 0, 1), lastCountedAt: null });
});

test("where there are more places than asked for, each aisle is told as one", async () => {
  const [zone, first, second, shelf] = bins;
  const all = await readBins(database.db, session);
  expect(await readBins(database.db, session, { atMost: all.length })).toEqual(all);
  const told = await readBins(database.db, session, { atMost: all.length - 1 });
  const own = told.filter(({ locationId }) => bins.includes(locationId));
  // The zone has a line of its own and two bins; the shelf stands in the second of them.
  expect(own.map(({ locationId }) => locationId)).toEqual([zone, second]);
  const under = (...ids: (number | undefined)[]) =>
    all.filter(({ locationId }) => ids.includes(locationId));
  for (const [aisle, within] of [
    [own[0], under(zone, first, second)],
    [own[1], under(shelf)],
  ] as const)
    expect(aisle).toMatchObject({
      zoneId: zone,
      bins: within.length,
      lines: within.reduce((sum, { lines }) => sum + lines, 0),
      counted: within.reduce((sum, { counted }) => sum + counted, 0),
    });
  expect(sumOf(told)).toEqual(sumOf(all));
});

function sumOf(rows: readonly Record<"lines" | "bins" | "settledBins", number>[]) {
  const sum = (pick: "lines" | "bins" | "settledBins") =>
    rows.reduce((total, row) => total + row[pick], 0);
  return [sum("lines"), sum("bins"), sum("settledBins")];
}

test("one aisle can be looked into", async () => {
  const [, , second, shelf] = bins;
  const { warehouseId } = warehouse.stocked;
  const within = { eq: idOf("Location", warehouseId, second as number) };
  const told = await readBins(database.db, session, { within });
  expect(told.map(({ locationId }) => locationId)).toEqual([second, shelf]);
});

test("places count what is short and over, and what it is worth", async () => {
  const [, first] = bins;
  await warehouse.record(session, [warehouse.observation({ count: 3, locationId: first })]);
  const told = await readBins(database.db, session);
  const bin = told.find(({ locationId }) => locationId === first);
  expect(bin).toMatchObject({ counted: 1, short: 0, over: 1 });
  expect(bin?.lastCountedAt).toBeInstanceOf(Date);
});

test("the pace tells how many lines stood counted by the end of each span", async () => {
  const pace = await readPace(database.db, session, 15);
  expect(pace.at(-1)?.lines).toBe(2);
  expect(pace.every(({ at: end }) => end.getTime() % (15 * 60_000) === 0)).toBe(true);
});
