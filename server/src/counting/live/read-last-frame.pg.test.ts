import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { SessionRow } from "../domain/rows.ts";
import { readLastFrame } from "./read-last-frame.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("last-frame");
  warehouse = await CountedWarehouse.open(database);
  await warehouse.move({ quantity: new Decimal(100), effectiveAt: at(-30) });
  session = await warehouse.openCount({ isBlind: true });
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const count = (quantity: number) =>
  warehouse.record(session, [warehouse.observation({ count: quantity })]);
const lastFrame = (atMost: number, seesExpected = true) =>
  readLastFrame(database.db, session, { looker: { seesExpected }, atMost });
const numbers = async (atMost: number, seesExpected = true) =>
  (await lastFrame(atMost, seesExpected)).events.map(({ sequence }) => sequence);

test("the last that happened, in its order, with each line once as it now stands", async () => {
  for (const quantity of [1, 2, 3]) await count(quantity);
  const frame = await lastFrame(2);
  expect(frame.events.map(({ sequence }) => sequence)).toEqual([3, 4]);
  expect(frame.lines.map((line) => Number(line.quantityCounted))).toEqual([6]);
  expect(await numbers(40)).toEqual([1, 2, 3, 4]);
});

test("what only the ledger changed is not told to the blind, and leaves no hole", async () => {
  await count(1);
  await warehouse.move({ quantity: new Decimal(4), effectiveAt: at(2), recordedAt: at(50) });
  await count(2);
  expect(await numbers(3)).toEqual([2, 3, 4]);
  expect(await numbers(3, false)).toEqual([2, 3]);
});

test("of a history that was pruned, what is left", async () => {
  for (const quantity of [1, 2, 3]) await count(quantity);
  const { warehouseId, id } = session;
  await sql`select prune_session_events(${warehouseId}, ${id}, 3)`.execute(database.ownerDb);
  expect(await numbers(40)).toEqual([4]);
});
