import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { PostgresDoorbell } from "../../database/postgres-doorbell.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { createCountSession } from "../commands/create-count-session.ts";
import type { SessionRow } from "../domain/rows.ts";
import { WarehouseLooks, type SessionsFrame } from "./follow-sessions.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let doorbell: PostgresDoorbell;
let looks: WarehouseLooks;
let session: SessionRow;
const open: AsyncIterator<SessionsFrame>[] = [];

beforeAll(async () => {
  database = await openTestDatabase("sessions-feed");
  doorbell = new PostgresDoorbell(database.url);
  const { stocked } = await CountedWarehouse.open(database);
  warehouse = new CountedWarehouse(database, stocked, doorbell);
  await warehouse.move({ quantity: new Decimal(10), effectiveAt: at(-30) });
  session = await warehouse.openCount({ isBlind: true });
});
beforeEach(() => {
  looks = new WarehouseLooks(database.db, doorbell);
  return async () => {
    for (const feed of open.splice(0)) await feed.return?.();
  };
});
afterAll(async () => {
  await doorbell.close();
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

async function follow(seesExpected = true, atMostEveryMs = 250) {
  const { warehouseId } = warehouse.stocked;
  const feed = await looks.follow(warehouseId, { seesExpected }, atMostEveryMs);
  open.push(feed);
  expect(await told(feed)).toEqual([]);
  return feed;
}
async function told(feed: AsyncIterator<SessionsFrame>) {
  const { value, done } = await feed.next();
  if (done) throw new Error("The feed has ended.");
  return (value as SessionsFrame).sessions.map(({ id, linesCounted }) => ({ id, linesCounted }));
}
const count = (externalId: string) =>
  warehouse.record(session, [warehouse.observation({ count: 1, externalId })]);

test("a count that changes comes as it now stands, and one that is new comes, too", async () => {
  const feed = await follow();
  const counted = told(feed);
  await count("first");
  expect(await counted).toEqual([{ id: session.id, linesCounted: 1 }]);
  const planned = told(feed);
  const created = await createCountSession(database.orm.em, {
    warehouseId: warehouse.stocked.warehouseId,
    createdBy: "ines",
    now: at(0),
    title: "Next",
    notes: null,
    countType: "FULL",
    scope: session.scope,
    deadlineAt: null,
    isBlind: null,
    reference: null,
    assigneeIds: [],
    freshSeed: "seed",
    templateId: null,
  });
  const id = "session" in created ? created.session.id : 0;
  expect(await planned).toEqual([{ id, linesCounted: 0 }]);
});

test("what only the ledger changed is no news to whoever is blind", async () => {
  const [blind, seeing] = [await follow(false), await follow(true)];
  const blindNews = told(blind);
  let hasNews = false;
  void blindNews.then(() => (hasNews = true));
  const news = told(seeing);
  await warehouse.move({ quantity: new Decimal(3), effectiveAt: at(2), recordedAt: at(50) });
  expect(await news).toHaveLength(1);
  // The look that told the one has been offered to the other.
  expect(hasNews).toBe(false);
  await count("after the move");
  expect(await blindNews).toHaveLength(1);
});

test("many changes come in few frames", async () => {
  const feed = await follow(true, 400);
  let frames = 0;
  const reading = (async () => {
    while (!(await feed.next()).done) frames += 1;
  })();
  const startedAt = performance.now();
  for (let entry = 0; entry < 30; entry += 1) await count(`busy ${entry}`);
  await vi.waitFor(() => expect(frames).toBeGreaterThan(0));
  expect(frames).toBeLessThanOrEqual(1 + (performance.now() - startedAt) / 400);
  await feed.return?.();
  await reading;
});

test("one frame is made for all to whom the same is new", async () => {
  const feeds = [await follow(), await follow(), await follow(false)];
  const news = feeds.map((feed) => feed.next());
  await count("for all");
  const [first, second, blind] = (await Promise.all(news)).map(({ value }) => value as unknown);
  expect(second).toBe(first);
  expect(blind).not.toBe(first);
});
