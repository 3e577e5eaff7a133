import "reflect-metadata";
import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { resetCountSession } from "../commands/reset-count-session.ts";
import type { SessionRow } from "../domain/rows.ts";
import { haveAllChanged } from "./changed-since.ts";
import { listLines } from "./list-lines.ts";
import { loadSession } from "./load-one.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("changes");
  warehouse = await CountedWarehouse.open(database);
  for (const locationId of warehouse.stocked.places)
    await warehouse.move({ quantity: new Decimal(12), locationId, effectiveAt: at(-30) });
  session = await warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const count = (place: number, quantity: number, minute = 9) =>
  warehouse.record(session, [
    warehouse.observation({ count: quantity, locationId: warehouse.place(place), minute }),
  ]);
const positionNow = async () =>
  (await loadSession(database.db, session.warehouseId, session.id)).sequence;
async function changedSince(position: number, isBlind = false): Promise<number[]> {
  const changed = { changedSince: { position, isBlind } };
  const { rows } = await listLines(database.db, session, changed, {});
  return rows.map(({ locationId }) => warehouse.stocked.places.indexOf(locationId));
}

test("the lines that entries have changed since, each once, and no others", async () => {
  const start = await positionNow();
  await count(2, 5);
  await count(2, 5);
  const between = await positionNow();
  await count(0, 1);
  expect(await changedSince(start)).toEqual([0, 2]);
  expect(await changedSince(between)).toEqual([0]);
  expect(await changedSince(await positionNow())).toEqual([]);
});

test("what the ledger alone has changed is told, but not to whoever is blind", async () => {
  await count(1, 12);
  const before = await positionNow();
  await warehouse.move({
    kind: "ISSUE",
    quantity: new Decimal(2),
    locationId: warehouse.place(1),
    effectiveAt: at(5),
    recordedAt: at(20),
  });
  expect(await changedSince(before)).toEqual([1]);
  expect(await changedSince(before, true)).toEqual([]);
});

test("what drifted in and what was found count as changed", async () => {
  const before = await positionNow();
  await warehouse.move({ itemId: warehouse.stocked.lots, lotCode: "L1", effectiveAt: at(1) });
  await warehouse.record(session, [
    warehouse.observation({ itemId: warehouse.stocked.lots, lotCode: "L2", count: 1 }),
  ]);
  const changed = { changedSince: { position: before, isBlind: false } };
  const { rows } = await listLines(database.db, session, changed, {});
  expect(rows.map(({ origin }) => origin)).toEqual(["DRIFT", "FOUND"]);
});

test("a start and a reset change every line with one event", async () => {
  expect(await haveAllChanged(database.db, session, 0)).toBe(true);
  await count(0, 1);
  const before = await positionNow();
  expect(await haveAllChanged(database.db, session, 1)).toBe(false);
  await resetCountSession(database.orm.em, silentDoorbell, {
    warehouseId: session.warehouseId,
    sessionId: session.id,
    actorId: "ines",
    now: at(30),
    reason: "wrong aisle",
  });
  expect(await haveAllChanged(database.db, session, before)).toBe(true);
  expect(await haveAllChanged(database.db, session, await positionNow())).toBe(false);
});
