import "reflect-metadata";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { readPaces } from "./read-paces.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let bins: number[];

beforeAll(async () => {
  database = await openTestDatabase("paces");
  warehouse = await CountedWarehouse.open(database);
  const rows = await rowsOf<{ id: number }>(
    database.ownerDb,
    sql`insert into location (warehouse_id, id, path, code, name, kind) overriding system value
        select ${warehouse.stocked.warehouseId}, 9000 + n, '/' || 9000 + n || '/', 'PACE-' || n, '', 'STORAGE'
        from generate_series(1, 60) n returning id`,
  );
  bins = rows.map(({ id }) => id);
  await warehouse.move({ quantity: new Decimal(1), locationId: bins[0], effectiveAt: at(-30) });
});
afterAll(() => database.close());

const paces = (now = at(600)) =>
  readPaces(database.db, warehouse.stocked.warehouseId, now).then((rows) =>
    rows.map(({ userId, linesPerHour, counts }) => [userId, linesPerHour, counts]),
  );

/** One line each so many minutes, from a minute on. */
const lines = (actorId: string, from: number, apart: number, places: readonly number[]) =>
  places.map((locationId, index) =>
    warehouse.observation({ actorId, count: 1, locationId, minute: from + index * apart }),
  );

test("a pace is that of the walk without its breaks, and the median of the counts", async () => {
  expect(await paces()).toEqual([]);

  const first = await warehouse.openCount();
  // 6 lines, then 40 minutes away, then 6 more: ten steps of 2 minutes count, the break does not.
  const morning = lines("maria", 1, 2, bins.slice(0, 6));
  const afterwards = lines("maria", 51, 2, bins.slice(6, 12));
  // Too few to say anything of a person.
  const others = lines("jonas", 1, 1, bins.slice(20, 25));
  await warehouse.record(first, [...morning, ...afterwards, ...others], at(300));
  expect(await paces()).toEqual([["maria", 30, 1]]);

  for (const apart of [1, 10]) {
    const count = await warehouse.openCount({}, "ACCEPT");
    await warehouse.record(count, lines("maria", 1, apart, bins.slice(0, 12)), at(300));
  }
  expect(await paces()).toEqual([["maria", 30, 3]]);
  // What is longer ago says nothing of today.
  expect(await paces(at(100 * 24 * 60))).toEqual([]);
});
