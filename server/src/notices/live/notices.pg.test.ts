import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { makeWarehouses } from "../../../test/stocked-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { submitCountSession } from "../../counting/commands/submit-count-session.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { PostgresDoorbell } from "../../database/postgres-doorbell.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { readNotices } from "../commands/read-notices.ts";
import { readNoticeHead } from "../queries/list-notices.ts";
import { followNotices, type NoticesFrame } from "./follow-notices.ts";

let database: TestDatabase;
let doorbell: PostgresDoorbell;
let warehouse: CountedWarehouse;
let session: SessionRow;
let warehouseId: number;

beforeAll(async () => {
  database = await openTestDatabase("notices");
  doorbell = new PostgresDoorbell(database.url);
  warehouse = new CountedWarehouse(database, await makeWarehouses(database.ownerDb), doorbell);
  ({ warehouseId } = warehouse.stocked);
  await warehouse.move({ quantity: new Decimal(12), effectiveAt: at(-30) });
  session = await warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
});
afterAll(async () => {
  await doorbell.close();
  await database.close();
});

const follow = (after: number | null) => followNotices(database.db, doorbell, warehouseId, after);
async function frameOf(feed: AsyncIterator<NoticesFrame>): Promise<NoticesFrame> {
  const { value, done } = await feed.next();
  if (done) throw new Error("The feed has ended.");
  return value;
}

test("a move that is heard of late is told to whoever follows, and one that changes nothing is not", async () => {
  const feed = await follow(null);
  expect(await frameOf(feed)).toEqual({ notices: [], position: 0 });
  await warehouse.record(session, [warehouse.observation({ count: 12, minute: 9 })]);
  await warehouse.move({ quantity: new Decimal(1), effectiveAt: at(20), recordedAt: at(20) });
  await warehouse.move({ quantity: new Decimal(3), effectiveAt: at(5), recordedAt: at(25) });
  const { notices } = await frameOf(feed);
  expect(notices).toMatchObject([
    { sequence: 1, kind: "LATE_MOVE", sessionId: session.id, count: 1, actorId: null },
  ]);
  await feed.return?.();
});

test("entries that wait in quarantine are told once a batch and person", async () => {
  const request = { warehouseId, sessionId: session.id, actorId: "ines", now: at(40) };
  await submitCountSession(database.orm.em, doorbell, request);
  const late = (actorId: string) => warehouse.observation({ actorId, count: 1 });
  await warehouse.record(session, [late("jonas"), late("maria"), late("jonas")], at(50));
  const feed = await follow(1);
  expect((await frameOf(feed)).notices).toMatchObject([
    { sequence: 2, kind: "ENTRIES_QUARANTINED", count: 2, actorId: "jonas" },
    { sequence: 3, kind: "ENTRIES_QUARANTINED", count: 1, actorId: "maria" },
  ]);
  await feed.return?.();
});

test("what was read stays read, for each person", async () => {
  const read = (userId: string, upTo: number) =>
    readNotices(database.orm.em, { warehouseId, userId, upTo });
  await read("ines", 2);
  await read("ines", 1);
  await read("petra", 99);
  expect(await readNoticeHead(database.db, warehouseId, "ines")).toEqual({ last: 3, read: 2 });
  expect(await readNoticeHead(database.db, warehouseId, "petra")).toEqual({ last: 3, read: 3 });
});

test("a cursor ahead of the notices is refused, as after a restored backup", async () => {
  await expect(follow(99)).rejects.toThrow("This cursor is ahead of the notices");
});
