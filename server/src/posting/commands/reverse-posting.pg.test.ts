import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { firstRowOf, rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";

let database: TestDatabase;
let floor: PostingFloor;
let session: SessionRow;
let other: number;

beforeEach(async () => {
  database = await openTestDatabase("reversal");
  floor = await PostingFloor.open(database);
  other = floor.warehouse.place(1);
  await floor.warehouse.move({ quantity: new Decimal(100), effectiveAt: at(-30) });
  await floor.warehouse.move({
    locationId: other,
    quantity: new Decimal(50),
    effectiveAt: at(-30),
  });
  session = await floor.warehouse.openCount();
  await floor.warehouse.record(session, [
    floor.warehouse.observation({ count: 97 }),
    floor.warehouse.observation({ count: 52, locationId: other }),
  ]);
  await floor.handIn(session);
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const accepted = ["COST_MISSING"] as const;
const stock = async () => [await floor.onHand(), await floor.onHand(other)];

test("F12: reversed, stock is as if it had never been posted, and later moves are kept", async () => {
  const posting = await floor.post(session, { accepted });
  expect(await stock()).toEqual(["97", "52"]);
  await floor.warehouse.move({ kind: "ISSUE", quantity: new Decimal(20), effectiveAt: at(30) });
  const reversal = await floor.reverse(posting);
  expect(reversal).toMatchObject({ kind: "REVERSAL", reversesId: posting.id, lineCount: 2 });
  expect(await stock()).toEqual(["80", "50"]);
  expect(await floor.statusOf(session)).toBe("OPEN");
});

test("at every instant of the past it is as if it had never been posted", async () => {
  const heldAt = async (minute: number) => {
    const row = await firstRowOf<{ held: string }>(
      database.db,
      sql`select sum(quantity_at(warehouse_id, id, ${at(minute)}::timestamptz))::int as held
          from quant`,
    );
    return row?.held;
  };
  const before = [await heldAt(5), await heldAt(9), await heldAt(10), await heldAt(59)];
  await floor.reverse(await floor.post(session, { accepted }));
  expect([await heldAt(5), await heldAt(9), await heldAt(10), await heldAt(59)]).toEqual(before);
});

test("one line is taken back, and the other stays posted", async () => {
  const posting = await floor.post(session, { accepted });
  const { id } = await floor.warehouse.line(session);
  await floor.reverse(posting, [id]);
  expect(await stock()).toEqual(["100", "52"]);
  expect(await floor.statusOf(session)).toBe("PARTIAL");
  expect(await floor.warehouse.line(session)).toMatchObject({ expected: "100", variance: "-3" });
});

test("posted, partly reversed and posted again still explains every unit from its opening", async () => {
  const posting = await floor.post(session, { accepted });
  const { id } = await floor.warehouse.line(session);
  await floor.reverse(posting, [id]);
  const again = await floor.post(session);
  expect(again.digest).not.toBe(posting.digest);
  expect(again).toMatchObject({ lineCount: 1, adjustedCount: 1 });
  expect(await stock()).toEqual(["97", "52"]);
  expect(await floor.statusOf(session)).toBe("POSTED");
  const moves = await rowsOf(
    database.db,
    sql`select m.kind, m.quantity::int, v.posting_id::int as posting from stock_move m
        left join posting_move v on v.warehouse_id = m.warehouse_id and v.move_id = m.id
        where m.quant_id = (select id from quant where location_id = ${floor.warehouse.place(0)})
        order by m.id`,
  );
  expect(moves).toEqual([
    { kind: "RECEIPT", quantity: 100, posting: null },
    { kind: "COUNT_ADJUSTMENT", quantity: -3, posting: posting.id },
    { kind: "REVERSAL", quantity: 3, posting: posting.id + 1 },
    { kind: "COUNT_ADJUSTMENT", quantity: -3, posting: again.id },
  ]);
});

test("repeating a reversal converges: the second is answered with the first", async () => {
  const posting = await floor.post(session, { accepted });
  const first = await floor.tryToReverse(posting);
  const second = await floor.tryToReverse(posting);
  expect(second).toEqual({ ...first, wasReversed: true });
  expect(await stock()).toEqual(["100", "50"]);
});

test("eight people take it back at once: it is taken back once", async () => {
  const posting = await floor.post(session, { accepted });
  await Promise.all(Array.from({ length: 8 }, () => floor.tryToReverse(posting)));
  expect(await stock()).toEqual(["100", "50"]);
});

test("a reversal is not reversed, and wants a reason", async () => {
  const posting = await floor.post(session, { accepted });
  expect(await floor.tryToReverse(posting, null, "  ")).toMatchObject({
    rejection: { reason: "REASON_MISSING" },
  });
  const reversal = await floor.reverse(posting);
  expect(await floor.tryToReverse(reversal)).toMatchObject({
    rejection: { reason: "REVERSAL_OF_REVERSAL" },
  });
});

test("what was found and has been shipped since is not taken back, and neither is the rest", async () => {
  const posting = await floor.post(session, { accepted });
  await floor.warehouse.move({
    kind: "ISSUE",
    locationId: other,
    quantity: new Decimal(51),
    effectiveAt: at(30),
  });
  const line = await floor.warehouse.line(session, other);
  expect(await floor.tryToReverse(posting)).toMatchObject({
    rejection: { reason: "WOULD_GO_NEGATIVE" },
    refused: [{ lineId: line.id, reason: "WOULD_GO_NEGATIVE" }],
  });
  expect(await stock()).toEqual(["97", "1"]);
});

test("a move that was heard of while the line was posted is seen when it is taken back", async () => {
  const posting = await floor.post(session, { accepted });
  await floor.warehouse.move({
    kind: "ISSUE",
    quantity: new Decimal(3),
    effectiveAt: at(2),
    recordedAt: at(40),
  });
  await floor.reverse(posting);
  expect(await floor.warehouse.line(session)).toMatchObject({ expected: "97", variance: "0" });
});

test("where another count has taken the place since, both count it", async () => {
  const posting = await floor.post(session, { accepted });
  const second = await floor.warehouse.openCount();
  await floor.reverse(posting);
  await floor.warehouse.record(second, [
    floor.warehouse.observation({ count: 97, minute: 40, actorId: "jonas" }),
  ]);
  expect(await floor.warehouse.line(second)).toMatchObject({ expected: "100", variance: "-3" });
  await floor.post(second);
  expect((await floor.preview(session, { accepted })).refused).toMatchObject([
    { reasons: ["COUNTED_AGAIN_SINCE"] },
  ]);
});
