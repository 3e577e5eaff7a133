import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";

let database: TestDatabase;
let floor: PostingFloor;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("posting");
  floor = await PostingFloor.open(database);
  await floor.warehouse.move({ quantity: new Decimal(100), effectiveAt: at(-30) });
  session = await floor.warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const ship = (quantity: number, minute: number, recordedAt = at(minute)) =>
  floor.warehouse.move({
    kind: "ISSUE",
    quantity: new Decimal(quantity),
    effectiveAt: at(minute),
    recordedAt,
  });
const count = (quantity: number, given = {}) =>
  floor.warehouse.record(session, [floor.warehouse.observation({ count: quantity, ...given })]);
const postAll = async () => {
  await floor.handIn(session);
  return floor.post(session, { accepted: ["COST_MISSING"] });
};
const refusedFor = async (asked = {}) => {
  const { refused } = await floor.preview(session, asked);
  return refused.map(({ reasons }) => reasons);
};

describe("with a snapshot of 100, stock after posting is what stands on the shelf:", () => {
  test("case A: 20 shipped before the shelf was counted", async () => {
    await ship(20, 2);
    await count(80);
    await floor.warehouse.record(session, [
      floor.warehouse.observation({ count: 1, locationId: floor.warehouse.place(1) }),
    ]);
    await postAll();
    expect(await floor.onHand()).toBe("80");
  });

  test("case B: 20 shipped after it was counted, with 3 lost before", async () => {
    await count(97);
    await ship(20, 30);
    await postAll();
    expect(await floor.onHand()).toBe("77");
  });

  test("case C: counted on paper, 20 shipped, then typed in with the written time", async () => {
    await ship(20, 30);
    const time = { source: "WRITTEN", claimedAt: at(9), clockOffsetMs: null };
    await count(97, { time });
    await postAll();
    expect(await floor.onHand()).toBe("77");
  });

  test("case D: 20 shipped before and 30 after the count", async () => {
    await ship(20, 2);
    await count(81);
    await ship(30, 20);
    await postAll();
    expect(await floor.onHand()).toBe("51");
  });

  test("case E: shipped while it was counted: a person has to accept it", async () => {
    await count(60, { minute: 5 });
    await count(19, { minute: 9, actorId: "jonas" });
    await ship(20, 7, at(12));
    await floor.handIn(session);
    expect(await refusedFor()).toEqual([["MOVED_DURING_COUNT"]]);
    await floor.post(session, { accepted: ["MOVED_DURING_COUNT"] });
    expect(await floor.onHand()).toBe("79");
  });
});

test("control: writing what was counted instead of the difference would lose what was shipped since", async () => {
  await count(97);
  await ship(20, 30);
  await postAll();
  const line = await floor.warehouse.line(session);
  expect(await floor.onHand()).not.toBe(line.counted);
});

test("a match is posted as evidence, and nothing moves", async () => {
  await count(100);
  const posting = await floor.post(session);
  expect(posting).toMatchObject({ lineCount: 1, adjustedCount: 0 });
  expect(await floor.onHand()).toBe("100");
});

test("an adjustment bears the reason stock_count and leaves its own line as it was", async () => {
  await count(97);
  const before = await floor.warehouse.line(session);
  await postAll();
  const moves = await rowsOf(
    database.db,
    sql`select kind, quantity::int, reason_code as reason, reference from stock_move
        where kind = 'COUNT_ADJUSTMENT'`,
  );
  expect(moves).toEqual([
    { kind: "COUNT_ADJUSTMENT", quantity: -3, reason: "stock_count", reference: "count 1" },
  ]);
  const { expected, variance } = await floor.warehouse.line(session);
  expect({ expected, variance }).toEqual({ expected: before.expected, variance: "-3" });
});

test("whoever counts the place later expects what was found", async () => {
  await count(97);
  await postAll();
  const second = await floor.warehouse.openCount();
  await floor.warehouse.record(second, [
    floor.warehouse.observation({ count: 97, minute: 40, actorId: "jonas" }),
  ]);
  expect(await floor.warehouse.line(second)).toMatchObject({ expected: "97", variance: "0" });
});

describe("a posting is tied to what somebody has read:", () => {
  test("another entry makes its digest stale", async () => {
    await count(97);
    const { digest } = await floor.preview(session);
    await count(1, { minute: 10 });
    const outcome = await floor.tryPosting(session, digest);
    expect(outcome).toMatchObject({ rejection: { reason: "STALE_DIGEST" } });
    expect(await floor.onHand()).toBe("100");
  });

  test("so does a move that is heard of late", async () => {
    await count(97);
    const { digest } = await floor.preview(session);
    await ship(3, 2, at(40));
    const outcome = await floor.tryPosting(session, digest);
    expect(outcome).toMatchObject({ rejection: { reason: "STALE_DIGEST" } });
  });

  test("and what was posted with it is told again to whoever repeats it", async () => {
    await count(97);
    const { digest } = await floor.preview(session);
    const first = await floor.tryPosting(session, digest);
    const second = await floor.tryPosting(session, digest);
    expect(first).toMatchObject({ wasPosted: false });
    expect(second).toEqual({ ...first, wasPosted: true });
    expect(await floor.onHand()).toBe("97");
  });
});

describe("all that speaks against lines is told at once:", () => {
  test("nothing is counted", async () => {
    expect(await floor.tryToPost(session)).toMatchObject({
      rejection: { reason: "NOTHING_TO_POST" },
    });
    const line = await floor.warehouse.line(session);
    expect(await refusedFor({ choice: { kind: "LINES", lineIds: [line.id] } })).toEqual([
      ["NOT_COUNTED"],
    ]);
  });

  test("less is on hand than is missing: refused, never clamped", async () => {
    await count(10);
    await ship(50, 30);
    expect(await refusedFor()).toEqual([["WOULD_GO_NEGATIVE"]]);
    const outcome = await floor.tryToPost(session);
    expect(outcome).toMatchObject({
      rejection: { reason: "LINES_REFUSED" },
      refused: [{ quantityOnHand: "50.000000" }],
    });
    expect(await floor.onHand()).toBe("50");
  });

  test("found stock without a cost is a question, not 0", async () => {
    await count(103);
    expect(await refusedFor()).toEqual([["COST_MISSING"]]);
    await floor.post(session, { accepted: ["COST_MISSING"] });
    expect(await floor.onHand()).toBe("103");
  });

  test("its place is closed off, and two people disagree", async () => {
    await count(97);
    await count(90, { mode: "VERIFY", actorId: "jonas" });
    await sql`update location set is_closed_off = true`.execute(database.ownerDb);
    expect(await refusedFor()).toEqual([["DISPUTED", "PLACE_CLOSED_OFF"]]);
  });

  test("a line that is posted is not posted again", async () => {
    await count(97);
    await floor.post(session);
    const { id } = await floor.warehouse.line(session);
    expect(await refusedFor({ choice: { kind: "LINES", lineIds: [id] } })).toEqual([
      ["ALREADY_POSTED"],
    ]);
  });
});

describe("of two counts of one place", () => {
  let other: SessionRow;
  beforeEach(async () => {
    other = await floor.warehouse.openCount({}, "ACCEPT");
  });
  const countOther = (minute: number) =>
    floor.warehouse.record(other, [
      floor.warehouse.observation({ count: 97, minute, actorId: "jonas" }),
    ]);

  test("the later expects what the earlier has posted: 3 are missing once", async () => {
    await count(97);
    await countOther(20);
    await floor.post(session);
    expect(await floor.warehouse.line(other)).toMatchObject({ expected: "97", variance: "0" });
  });

  test("the earlier is not posted over the later", async () => {
    await count(97, { minute: 9 });
    await countOther(20);
    await floor.post(other);
    expect(await refusedFor()).toEqual([["COUNTED_AGAIN_SINCE"]]);
  });
});

test("a count is partly posted until all that was counted is, and then complete", async () => {
  await floor.warehouse.move({
    locationId: floor.warehouse.place(1),
    quantity: new Decimal(5),
    effectiveAt: at(1),
  });
  await count(97);
  await count(4, { locationId: floor.warehouse.place(1) });
  const line = await floor.warehouse.line(session);
  await floor.handIn(session);
  await floor.post(session, { choice: { kind: "LINES", lineIds: [line.id] } });
  expect(await floor.statusOf(session)).toBe("PARTIAL");
  await floor.post(session);
  expect(await floor.statusOf(session)).toBe("POSTED");
  expect([await floor.onHand(), await floor.onHand(floor.warehouse.place(1))]).toEqual(["97", "4"]);
  expect(await floor.tryToPost(session)).toMatchObject({
    rejection: { reason: "SESSION_POSTED" },
  });
});

test("part of a count is posted while the rest is counted; what comes late to a posted line waits apart", async () => {
  await count(97);
  await floor.post(session);
  expect(await floor.statusOf(session)).toBe("PARTIAL");
  const place = floor.warehouse.place(1);
  const [onRest] = await count(2, { locationId: place });
  const [late] = await count(1, { minute: 20 });
  expect(onRest).toMatchObject({ kind: "KEPT", kept: { outcome: "RECORDED" } });
  expect(late).toMatchObject({ kind: "KEPT", kept: { outcome: "QUARANTINED" } });
  expect(await floor.warehouse.line(session)).toMatchObject({ counted: "97", variance: "-3" });
  await floor.post(session, { accepted: ["COST_MISSING"] });
  await floor.handIn(session);
  expect(await floor.statusOf(session)).toBe("POSTED");
});
