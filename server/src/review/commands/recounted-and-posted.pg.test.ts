import "reflect-metadata";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { chooseRound } from "./choose-round.ts";
import { requestRecount } from "./request-recount.ts";

let database: TestDatabase;
let floor: PostingFloor;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("recounted");
  floor = await PostingFloor.open(database);
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const ship = (quantity: number, minute: number) =>
  floor.warehouse.move({
    kind: "ISSUE",
    quantity: new Decimal(quantity),
    effectiveAt: at(minute),
  });
const enter = (actorId: string, minute: number, given: object) =>
  floor.warehouse.record(
    session,
    [floor.warehouse.observation({ actorId, minute, ...given })],
    at(minute + 1),
  );
const count = (actorId: string, quantity: number, minute: number, given = {}) =>
  enter(actorId, minute, { count: quantity, ...given });
const lineOf = (itemId = floor.warehouse.stocked.bulk) =>
  floor.warehouse.line(session, floor.warehouse.place(0), itemId);

async function askAgain(minute: number, itemId = floor.warehouse.stocked.bulk): Promise<void> {
  const { id } = await lineOf(itemId);
  const outcome = await requestRecount(database.orm.em, silentDoorbell, {
    ...{ warehouseId: session.warehouseId, sessionId: session.id, key: `at ${minute}` },
    target: { kind: "LINES", lineIds: [id] },
    ...{ assigneeId: null, reason: "too far off", actorId: "ines", now: at(minute) },
  });
  expect(outcome).toMatchObject({ lineIds: [id] });
}

async function choose(round: number): Promise<void> {
  const { id, version } = await lineOf();
  const outcome = await chooseRound(database.orm.em, silentDoorbell, {
    ...{ warehouseId: session.warehouseId, lineId: id, round, reason: "a slip" },
    ...{ seenVersion: version, actorId: "ines", now: at(50) },
  });
  expect(outcome).toHaveProperty("session");
}
const refused = async () =>
  (await floor.preview(session)).refused.flatMap(({ reasons }) => [...reasons]);

describe("with a snapshot of 100, no real loss and a slip in the first round, stock after posting is what stands on the shelf:", () => {
  beforeEach(async () => {
    await floor.warehouse.move({ quantity: new Decimal(100), effectiveAt: at(-30) });
    session = await floor.warehouse.openCount();
    await count("maria", 70, 1);
    await askAgain(5);
  });

  test("F1 through a recount, case A: 20 shipped before the shelf was counted again", async () => {
    await ship(20, 10);
    await count("jonas", 80, 20);
    await choose(2);
    await floor.post(session);
    expect(await floor.onHand()).toBe("80");
  });

  test("F2 through a recount, case B: 20 shipped after it was counted again", async () => {
    await count("jonas", 100, 20);
    await ship(20, 30);
    await choose(2);
    await floor.post(session);
    expect(await floor.onHand()).toBe("80");
  });

  test("F3 through a recount, case C: recounted on paper, 20 shipped, then typed in", async () => {
    await ship(20, 30);
    const time = { source: "WRITTEN", claimedAt: at(20), clockOffsetMs: null };
    await count("jonas", 100, 40, { time });
    await choose(2);
    await floor.post(session);
    expect(await floor.onHand()).toBe("80");
  });

  test("F4 through a recount, case D: 20 shipped before and 30 after the recount", async () => {
    await ship(20, 10);
    await count("jonas", 80, 20);
    await ship(30, 30);
    await choose(2);
    await floor.post(session);
    expect(await floor.onHand()).toBe("50");
  });

  test("control: posting the first round would lose what its counter did not see", async () => {
    await ship(20, 10);
    await count("jonas", 80, 20);
    await choose(1);
    await floor.post(session);
    expect(await floor.onHand()).toBe("50");
  });

  test("nothing is posted while the recount is open, or while the rounds disagree", async () => {
    expect(await refused()).toEqual(["RECOUNT_OPEN"]);
    await count("jonas", 100, 20);
    expect(await refused()).toEqual(["ROUNDS_DISAGREE"]);
    await askAgain(25);
    await count("aiko", 100, 30);
    expect(await refused()).toEqual([]);
    await floor.post(session);
    expect(await floor.onHand()).toBe("100");
  });
});

test("of pieces the round that stands says which are there", async () => {
  const { serials: drill } = floor.warehouse.stocked;
  const three = { itemId: drill, serials: ["D1", "D2", "D3"], quantity: new Decimal(3) };
  await floor.warehouse.move({ ...three, effectiveAt: at(-30) });
  session = await floor.warehouse.openCount();
  const see = (actorId: string, serials: string[], minute: number) =>
    enter(actorId, minute, { itemId: drill, serials });
  const pieces = async () => {
    const rows = await rowsOf<{ serial: string }>(
      database.db,
      sql`select serial from count_line_piece where session_id = ${session.id} and is_found
          order by serial`,
    );
    return rows.map(({ serial }) => serial);
  };
  await see("maria", ["D1", "D9"], 5);
  await askAgain(8, drill);
  await see("jonas", ["D1", "D2"], 10);
  // As many, but others: they disagree, and the first stands for now.
  expect(await pieces()).toEqual(["D1", "D9"]);
  await askAgain(15, drill);
  await see("aiko", ["D1", "D2"], 20);
  expect(await pieces()).toEqual(["D1", "D2"]);
  expect(await lineOf(drill)).toMatchObject({ counted: "2", variance: "-1" });
});
