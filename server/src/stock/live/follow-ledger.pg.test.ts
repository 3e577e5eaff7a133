import { afterAll, beforeAll, expect, test } from "vitest";
import { makeWarehouses, moveIn, type StockedWarehouse } from "../../../test/stocked-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { PostgresDoorbell } from "../../database/postgres-doorbell.ts";
import { recordStockMoves } from "../commands/record-stock-moves.ts";
import { followLedger, type LedgerFrame } from "./follow-ledger.ts";

let database: TestDatabase;
let warehouse: StockedWarehouse;
let doorbell: PostgresDoorbell;
let otherServersDoorbell: PostgresDoorbell;

beforeAll(async () => {
  database = await openTestDatabase("feed");
  warehouse = await makeWarehouses(database.ownerDb);
  doorbell = new PostgresDoorbell(database.url);
  otherServersDoorbell = new PostgresDoorbell(database.url);
});
afterAll(async () => {
  await doorbell.close();
  await otherServersDoorbell.close();
  await database.close();
});

const follow = (after: number | null) =>
  followLedger(database.db, doorbell, warehouse.warehouseId, after);

function record(count: number, given: { fails?: boolean; bell?: PostgresDoorbell } = {}) {
  const moves = Array.from({ length: count }, () => moveIn(warehouse));
  return recordStockMoves(database.orm.em, given.bell ?? doorbell, {
    warehouseId: warehouse.warehouseId,
    recordedBy: "ines",
    now: new Date("2026-11-21T08:00:00Z"),
    moves: given.fails ? [...moves, moveIn(warehouse, { itemId: null })] : moves,
  });
}

async function nextFrame(feed: AsyncIterator<LedgerFrame>): Promise<LedgerFrame> {
  const { value, done } = await feed.next();
  if (done) throw new Error("The feed has ended.");
  return value;
}

async function positionsUntil(feed: AsyncIterator<LedgerFrame>, last: number): Promise<number[]> {
  const positions: number[] = [];
  while ((positions.at(-1) ?? 0) < last)
    positions.push(...(await nextFrame(feed)).moves.map(({ id }) => id));
  return positions;
}

const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

test("the first frame comes at once and tells where the ledger stands", async () => {
  await record(3);
  const feed = await follow(null);
  expect(await nextFrame(feed)).toEqual({ moves: [], position: 3 });
  const following = nextFrame(feed);
  await record(1);
  expect((await following).moves.map(({ id }) => id)).toEqual([4]);
  await feed.return?.();
});

test("a break is bridged exactly: everything behind the cursor, once, in order", async () => {
  const feed = await follow(1);
  expect(await positionsUntil(feed, 4)).toEqual([2, 3, 4]);
  await feed.return?.();
});

test("eight writers, a third of whose batches fail, and ten readers: none missed, none twice", async () => {
  const readers = await Promise.all(Array.from({ length: 10 }, () => follow(4)));
  const last = 4 + 8 * 20 * 3;
  const read = Promise.all(readers.map((reader) => positionsUntil(reader, last)));
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      const bell = writer % 2 === 0 ? doorbell : otherServersDoorbell;
      for (let batch = 0; batch < 30; batch += 1) await record(3, { fails: batch % 3 === 2, bell });
    }),
  );
  for (const positions of await read) expect(positions).toEqual(between(5, last));
  for (const reader of readers) await reader.return?.();
});

test("control: a reader that trusts a clock instead of positions would miss moves", async () => {
  // Two batches whose recordedAt lies in the other order than their commits.
  const at = (iso: string) =>
    recordStockMoves(database.orm.em, doorbell, {
      warehouseId: warehouse.warehouseId,
      recordedBy: "ines",
      now: new Date(iso),
      moves: [moveIn(warehouse)],
    });
  const feed = await follow(null);
  const { position } = await nextFrame(feed);
  await at("2026-11-21T09:00:01Z");
  const [first] = (await nextFrame(feed)).moves;
  await at("2026-11-21T09:00:00Z");
  const [second] = (await nextFrame(feed)).moves;
  expect([first?.id, second?.id]).toEqual([position + 1, position + 2]);
  expect(second?.recordedAt.valueOf()).toBeLessThan(first?.recordedAt.valueOf() ?? 0);
  await feed.return?.();
});

test("a feed that nobody reads any more ends its wait", async () => {
  const feed = await follow(null);
  await nextFrame(feed);
  const waiting = feed.next();
  await feed.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
});

test("a cursor ahead of the ledger is refused, as after a restored backup", async () => {
  await expect(follow(1_000_000)).rejects.toThrow("This cursor is ahead of the ledger");
});
