import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { SessionRow } from "../domain/rows.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("expected");
  warehouse = await CountedWarehouse.open(database);
  await warehouse.move({ quantity: new Decimal(100), effectiveAt: at(-30) });
  session = await warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const ship = (quantity: number, minute: number, recordedAt = at(minute)) =>
  warehouse.move({
    kind: "ISSUE",
    quantity: new Decimal(quantity),
    effectiveAt: at(minute),
    recordedAt,
  });
const count = (quantity: number, given = {}) =>
  warehouse.record(session, [warehouse.observation({ count: quantity, ...given })]);
const figures = async () => {
  const { counted, expected, variance, isMoved, isUncertain } = await warehouse.line(session);
  return { counted, expected, variance, isMoved, isUncertain };
};
const calm = { isMoved: false, isUncertain: false };

describe("with a snapshot of 100 and no real loss the variance is 0", () => {
  test("F1, case A: 20 shipped before the shelf was counted", async () => {
    await ship(20, 2);
    await count(80);
    expect(await figures()).toEqual({ counted: "80", expected: "80", variance: "0", ...calm });
  });

  test("F2, case B: 20 shipped after it was counted", async () => {
    await count(100);
    await ship(20, 30);
    expect(await figures()).toEqual({ counted: "100", expected: "100", variance: "0", ...calm });
  });

  test("F3, case C: counted on paper, 20 shipped, then typed in with the written time", async () => {
    await ship(20, 30);
    const time = { source: "WRITTEN", claimedAt: at(9), clockOffsetMs: null };
    await count(100, { time });
    expect(await figures()).toEqual({ counted: "100", expected: "100", variance: "0", ...calm });
  });

  test("F4, case D: 20 shipped before and 30 after the count", async () => {
    await ship(20, 2);
    await count(80);
    await ship(30, 20);
    expect(await figures()).toEqual({ counted: "80", expected: "80", variance: "0", ...calm });
  });

  test("case E: shipped while the bin was being counted: flagged, for a person to decide", async () => {
    await count(60, { minute: 5 });
    await count(20, { minute: 9, actorId: "jonas" });
    await ship(20, 7, at(12));
    expect(await figures()).toMatchObject({ counted: "80", expected: "80", isMoved: true });
  });
});

test("control: against the snapshot alone, case A would show 20 missing", async () => {
  await ship(20, 2);
  await count(80);
  const line = await warehouse.line(session);
  expect(new Decimal(line.counted ?? 0).minus(100).toFixed()).toBe("-20");
});

test("a move that is heard of late opens the variance again, with a new version of the line", async () => {
  await count(80);
  const before = await warehouse.line(session);
  expect(before.variance).toBe("-20");
  await ship(20, 2, at(40));
  const after = await warehouse.line(session);
  expect(after).toMatchObject({ expected: "80", variance: "0", version: before.version + 1 });
});

test("an entry of a device whose clock was never measured is uncertain where stock moved, and nowhere else", async () => {
  const time = { source: "DEVICE", claimedAt: at(9), clockOffsetMs: null };
  await count(100, { time });
  expect(await figures()).toMatchObject({ variance: "0", isUncertain: false });
  await ship(20, 30);
  expect(await figures()).toMatchObject({ isUncertain: true });
});

test("new stock in a counted scope is added visibly, once", async () => {
  const [, second] = warehouse.stocked.places;
  await warehouse.move({
    locationId: second as number,
    quantity: new Decimal(4),
    effectiveAt: at(3),
  });
  await warehouse.move({
    locationId: second as number,
    quantity: new Decimal(2),
    effectiveAt: at(4),
  });
  expect(await warehouse.line(session, second)).toMatchObject({
    origin: "DRIFT",
    state: "NOT_VISITED",
  });
  await warehouse.record(session, [
    warehouse.observation({ count: 6, locationId: second as number }),
  ]);
  expect(await warehouse.line(session, second)).toMatchObject({ expected: "6", variance: "0" });
});

test("entries and moves that race find each other: the expected quantity is the ledger's in the end", async () => {
  const work = Array.from({ length: 40 }, (_, index) =>
    index % 2 === 0
      ? ship(1, 2, at(10 + index))
      : count(1, { actorId: `counter ${index}`, minute: 9 }),
  );
  await Promise.all(work);
  expect(await figures()).toMatchObject({ counted: "20", expected: "80", variance: "-60" });
});

test("what nobody expected there gets a line of its own", async () => {
  const [, , third] = warehouse.stocked.places;
  await warehouse.record(session, [
    warehouse.observation({ count: 3, locationId: third as number }),
  ]);
  expect(await warehouse.line(session, third)).toMatchObject({
    origin: "FOUND",
    expected: "0",
    variance: "3",
  });
});
