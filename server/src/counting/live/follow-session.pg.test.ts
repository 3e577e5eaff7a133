import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { between, FeedServer } from "../../../test/session-feed.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { feedCursorOf } from "../../shared/feed-cursor.ts";
import { resetCountSession } from "../commands/reset-count-session.ts";
import type { SessionRow } from "../domain/rows.ts";
import { sessionFeedName } from "../domain/session-feed.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let feeds: FeedServer;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("session-feed");
  feeds = new FeedServer(database);
  const { stocked } = await CountedWarehouse.open(database);
  warehouse = new CountedWarehouse(database, stocked, feeds.doorbell);
  for (const place of [0, 1, 2])
    await warehouse.move({
      quantity: new Decimal(100),
      effectiveAt: at(-30),
      locationId: warehouse.place(place),
    });
  session = await warehouse.openCount({ isBlind: true });
});
afterEach(async () => {
  await feeds.close();
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const count = (quantity: number, place = 0, given = {}) =>
  warehouse.record(session, [
    warehouse.observation({ count: quantity, locationId: warehouse.place(place), ...given }),
  ]);
const backdated = (quantity: number, place = 0) =>
  warehouse.move({
    quantity: new Decimal(quantity),
    effectiveAt: at(2),
    recordedAt: at(50),
    locationId: warehouse.place(place),
  });
const cursorAt = (sequence: number, given = {}) =>
  feedCursorOf(sessionFeedName({ ...session, ...given }), sequence);

describe("a frame", () => {
  test("comes at once and tells where the session stands", async () => {
    const follower = await feeds.follow(session);
    const frame = await follower.frame();
    expect(frame).toMatchObject({ events: [], lines: [], cursor: cursorAt(1) });
    expect(frame.session).toMatchObject({ status: "OPEN", linesTotal: 3, linesCounted: 0 });
    await follower.end();
  });

  test("has each line once, as it now stands, and the figures after its events", async () => {
    const follower = await feeds.follow(session);
    await follower.frame();
    const next = follower.frame();
    await warehouse.record(session, [
      warehouse.observation({ count: 7 }),
      warehouse.observation({ count: 5, actorId: "jonas" }),
    ]);
    const { events, lines, session: after } = await next;
    expect(events).toMatchObject([
      { sequence: 2, kind: "OBSERVATION_RECORDED", actorId: "maria" },
      { sequence: 3, kind: "OBSERVATION_RECORDED", actorId: "jonas" },
    ]);
    expect(lines.map((line) => Number(line.quantityCounted))).toEqual([12]);
    expect(after).toMatchObject({ linesCounted: 1, linesDifferent: 1 });
    await follower.end();
  });

  test("says when every line may have changed", async () => {
    const follower = await feeds.follow(session);
    await follower.frame();
    const next = follower.frame();
    const now = at(30);
    const { warehouseId, id: sessionId } = session;
    await resetCountSession(database.orm.em, feeds.doorbell, {
      ...{ warehouseId, sessionId, now },
      actorId: "ines",
      reason: "wrong place",
    });
    expect(await next).toMatchObject({ isEveryLineChanged: true, session: { linesCounted: 0 } });
    await follower.end();
  });

  test("is gathered when much happens, and no more often than its viewer asks", async () => {
    const eager = await feeds.follow(session);
    const calm = await feeds.follow(session, { atMostEveryMs: 400 });
    await Promise.all([eager.frame(), calm.frame()]);
    const both = Promise.all([eager.until(41), calm.until(41)]);
    for (let entry = 0; entry < 40; entry += 1) await count(1);
    for (const numbers of await both) expect(numbers).toEqual(between(2, 41));
    expect(eager.frames.length).toBeLessThan(40);
    expect(calm.frames.length).toBeLessThan(eager.frames.length);
    await Promise.all([eager.end(), calm.end()]);
  });
});

describe("T17: from a cursor on", () => {
  test("at every event boundary one goes on exactly", async () => {
    for (let entry = 0; entry < 6; entry += 1) await count(1, entry % 3);
    for (const boundary of between(0, 7)) {
      const follower = await feeds.follow(session, { after: cursorAt(boundary) });
      expect(await follower.until(boundary === 7 ? 0 : 7)).toEqual(between(boundary + 1, 7));
      if (boundary === 7) expect((await follower.frame()).events).toEqual([]);
      await follower.end();
    }
  });

  test.each([
    ["another epoch", "EPOCH_CHANGED", () => cursorAt(1, { epoch: crypto.randomUUID() })],
    ["a place that history never reached", "EPOCH_CHANGED", () => cursorAt(99)],
    ["a place whose events were pruned", "SEQUENCE_PRUNED", () => cursorAt(2)],
  ])("%s answers %s and ends", async (_, reason, cursor) => {
    for (let entry = 0; entry < 4; entry += 1) await count(1);
    const { warehouseId, id } = session;
    await sql`select prune_session_events(${warehouseId}, ${id}, 3)`.execute(database.ownerDb);
    const follower = await feeds.follow(session, { after: cursor() });
    expect(await follower.item()).toEqual({ reason });
    expect(await follower.feed.next()).toEqual({ done: true, value: undefined });
    // The control: where the kept events begin, one goes on.
    const going = await feeds.follow(session, { after: cursorAt(3) });
    expect(await going.until(5)).toEqual([4, 5]);
    await going.end();
  });

  test("further behind than is worth it answers TOO_FAR_BEHIND", async () => {
    const { warehouseId, id } = session;
    await sql`
      with head as (update count_session set sequence = 10002 where id = ${id} returning id)
      insert into session_event (warehouse_id, session_id, sequence, kind, happened_at)
      select ${warehouseId}, head.id, n, 'SESSION_UPDATED', now()
      from head, generate_series(2, 10002) n`.execute(database.ownerDb);
    const follower = await feeds.follow(session, { after: cursorAt(1) });
    expect(await follower.item()).toEqual({ reason: "TOO_FAR_BEHIND" });
    const near = await feeds.follow(session, { after: cursorAt(2) });
    expect(await near.until(10_002)).toEqual(between(3, 10_002));
    await near.end();
  });

  test.each([
    ["another session", () => cursorAt(1, { id: 999 })],
    ["another warehouse", () => cursorAt(1, { warehouseId: 999 })],
    ["another feed", () => feedCursorOf("stock", 1)],
    ["no feed at all", () => "nonsense"],
  ])("a cursor of %s is refused", async (_, cursor) => {
    await expect(feeds.follow(session, { after: cursor() })).rejects.toThrow(
      "This is not a cursor of this feed.",
    );
  });
});

describe("for whoever is blind", () => {
  const isBlindLooker = true;

  test("what only the ledger changed leaves no trace: no frame, no hole, no version", async () => {
    const blind = await feeds.follow(session, { isBlindLooker });
    const sighted = await feeds.follow(session);
    await Promise.all([blind.frame(), sighted.frame()]);
    await count(10);
    await sighted.until(2);
    await backdated(3);
    await sighted.until(3);
    expect(sighted.frames.at(-1)?.events).toMatchObject([{ kind: "LINE_REEVALUATED" }]);
    await count(11, 1);
    await sighted.until(4);
    expect(await blind.until(3)).toEqual([2, 3]);
    expect(blind.frames.flatMap(({ events }) => events.map(({ kind }) => kind))).toEqual([
      "OBSERVATION_RECORDED",
      "OBSERVATION_RECORDED",
    ]);
    await Promise.all([blind.end(), sighted.end()]);
  });

  test("every boundary of the numbers he is shown goes on exactly", async () => {
    for (const place of [0, 1, 2]) {
      await count(10, place);
      await backdated(3, place);
      await backdated(4, place);
    }
    const first = await feeds.follow(session, { isBlindLooker, after: cursorAt(0) });
    // Started, three entries; the six re-evaluations between them are not his.
    expect(await first.until(4)).toEqual([1, 2, 3, 4]);
    const name = `${sessionFeedName(session)}:blind`;
    for (const boundary of between(0, 3)) {
      const after = feedCursorOf(name, boundary);
      const follower = await feeds.follow(session, { isBlindLooker, after });
      expect(await follower.until(4)).toEqual(between(boundary + 1, 4));
      await follower.end();
      // Who sees more since goes on from the same cursor, in his own numbers.
      const sighted = await feeds.follow(session, { after });
      expect((await sighted.until(10)).at(-1)).toBe(10);
      await sighted.end();
    }
    await first.end();
  });

  test("pruning what was hidden keeps his numbers", async () => {
    await count(10);
    await backdated(3);
    await count(10, 1);
    const { warehouseId, id } = session;
    await sql`select prune_session_events(${warehouseId}, ${id}, 3)`.execute(database.ownerDb);
    const after = feedCursorOf(`${sessionFeedName(session)}:blind`, 2);
    const follower = await feeds.follow(session, { isBlindLooker, after });
    expect(await follower.until(3)).toEqual([3]);
    await follower.end();
  });
});

describe("a feed that nobody reads any more", () => {
  test("ends its wait", async () => {
    const follower = await feeds.follow(session);
    await follower.frame();
    const waiting = follower.feed.next();
    await follower.end();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  test("lets the session's one reader go with its last follower", async () => {
    const followers = await Promise.all([feeds.follow(session), feeds.follow(session)]);
    expect(feeds.followers.size).toBe(1);
    for (const follower of followers) await follower.end();
    await followers[0]?.end();
    expect(feeds.followers.size).toBe(0);
  });
});
