import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { moveIn } from "../../../test/stocked-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { recordStockMoves } from "../../stock/commands/record-stock-moves.ts";
import type { HoldRow } from "../domain/hold.ts";
import type { HoldToPlace } from "../storage/hold-row.ts";
import { placeHold } from "./place-hold.ts";
import { releaseHold } from "./release-hold.ts";

let database: TestDatabase;
let floor: PostingFloor;
let warehouseId: number;

beforeEach(async () => {
  database = await openTestDatabase("hold");
  floor = await PostingFloor.open(database);
  ({ warehouseId } = floor.warehouse.stocked);
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

async function hold(given: Partial<HoldToPlace>): Promise<HoldRow> {
  const outcome = await placeHold(database.orm.em, {
    ...{ warehouseId, itemId: null, lotId: null, locationId: null, reason: "a recall" },
    ...{ actorId: "ines", now: at(0), ...given },
  });
  if ("rejection" in outcome) throw new Error(outcome.rejection.message);
  return outcome.hold;
}

const receive = (locationId = floor.warehouse.place(0)) =>
  recordStockMoves(database.orm.em, silentDoorbell, {
    ...{ warehouseId, now: at(10), recordedBy: "a program" },
    moves: [moveIn(floor.warehouse.stocked, { effectiveAt: at(10), locationId })],
  });

const heldThings: [string, () => Partial<HoldToPlace>, boolean][] = [
  ["the item", () => ({ itemId: floor.warehouse.stocked.bulk }), true],
  ["the place", () => ({ locationId: floor.warehouse.place(0) }), true],
  [
    "the item in the place",
    () => ({ itemId: floor.warehouse.stocked.bulk, locationId: floor.warehouse.place(0) }),
    true,
  ],
  ["another place", () => ({ locationId: floor.warehouse.place(1) }), false],
  [
    "the item in another place",
    () => ({ itemId: floor.warehouse.stocked.bulk, locationId: floor.warehouse.place(1) }),
    false,
  ],
];

test.each(heldThings)(
  "a hold of %s keeps moves and postings out, or not",
  async (_, what, keeps) => {
    const { warehouse } = floor;
    await warehouse.move({ quantity: new Decimal(12), effectiveAt: at(-30) });
    const session = await warehouse.openCount();
    const { id: holdId } = await hold(what());
    await warehouse.record(session, [warehouse.observation({ count: 10, minute: 5 })]);
    const moved = await receive();
    const { refused } = await floor.preview(session);
    if (!keeps) {
      expect(moved).toHaveProperty("moves");
      expect(refused).toEqual([]);
      return;
    }
    expect(moved).toMatchObject({ rejections: [{ reason: "ON_HOLD", holdId }] });
    expect(refused).toMatchObject([{ reasons: ["ON_HOLD"], holdId }]);
    expect(await floor.tryToPost(session)).toMatchObject({
      rejection: { reason: "LINES_REFUSED" },
    });
    await releaseHold(database.orm.em, {
      ...{ warehouseId, id: holdId, reason: "it was another lot", actorId: "petra", now: at(20) },
    });
    expect(await receive()).toHaveProperty("moves");
    expect(await floor.tryToPost(session)).toHaveProperty("posting");
  },
);

test("a match on hold is posted: it is evidence, and nothing moves", async () => {
  const { warehouse } = floor;
  await warehouse.move({ quantity: new Decimal(12), effectiveAt: at(-30) });
  const session = await warehouse.openCount();
  await hold({ itemId: warehouse.stocked.bulk });
  await warehouse.record(session, [warehouse.observation({ count: 12, minute: 5 })]);
  expect(await floor.tryToPost(session)).toMatchObject({ posting: { adjustedCount: 0 } });
});

test("what was posted is not taken back while it is on hold", async () => {
  const { warehouse } = floor;
  await warehouse.move({ quantity: new Decimal(12), effectiveAt: at(-30) });
  const session = await warehouse.openCount();
  await warehouse.record(session, [warehouse.observation({ count: 10, minute: 5 })]);
  const posting = await floor.post(session);
  await hold({ itemId: warehouse.stocked.bulk });
  expect(await floor.tryToReverse(posting)).toMatchObject({ rejection: { reason: "ON_HOLD" } });
});

test("a hold is released once, and for a reason", async () => {
  const { id } = await hold({ itemId: floor.warehouse.stocked.bulk });
  const release = (reason: string) =>
    releaseHold(database.orm.em, { warehouseId, id, reason, actorId: "ines", now: at(20) });
  expect(await release(" ")).toMatchObject({ rejection: { reason: "REASON_MISSING" } });
  expect(await release("over")).toMatchObject({ hold: { releaseReason: "over" } });
  expect(await release("over")).toMatchObject({ rejection: { reason: "HOLD_RELEASED" } });
});
