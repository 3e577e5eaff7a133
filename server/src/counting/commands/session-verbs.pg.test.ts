import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse, wholeWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { firstRowOf, rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { SessionRow } from "../domain/rows.ts";
import { cancelCountSession } from "./cancel-count-session.ts";
import { closeCountSession } from "./close-count-session.ts";
import { reopenCountSession } from "./reopen-count-session.ts";
import { resetCountSession } from "./reset-count-session.ts";
import { startCountSession } from "./start-count-session.ts";
import { submitCountSession } from "./submit-count-session.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("verbs");
  warehouse = await CountedWarehouse.open(database);
  for (const locationId of warehouse.stocked.places)
    await warehouse.move({ quantity: new Decimal(12), locationId, effectiveAt: at(-30) });
  session = await warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const request = (given = {}) => ({
  warehouseId: warehouse.stocked.warehouseId,
  sessionId: session.id,
  actorId: "ines",
  now: at(20),
  ...given,
});
const submit = (given = {}) => submitCountSession(database.orm.em, silentDoorbell, request(given));
const reopen = () => reopenCountSession(database.orm.em, silentDoorbell, request());
const close = (notVisited: "LEAVE" | "COUNT_AS_ZERO" | "FOLLOW_UP") =>
  closeCountSession(database.orm.em, silentDoorbell, { ...request(), notVisited });
const count = (given = {}, receivedAt = at(10)) =>
  warehouse.record(session, [warehouse.observation({ count: 12, ...given })], receivedAt);

test("the snapshot has a line for each quant, in walking order, with its cost and position", async () => {
  expect(session).toMatchObject({ status: "OPEN", linesTotal: 4, linesCounted: 0, number: 1 });
  const lines = await rowsOf(
    database.db,
    sql`select line_number as "lineNumber", quantity_snapshot::int as quantity,
          ledger_position as position, currency from count_line order by line_number`,
  );
  expect(lines).toEqual(
    [1, 2, 3, 4].map((lineNumber) => ({ lineNumber, quantity: 12, position: 4, currency: "EUR" })),
  );
});

test("handed in, an entry made before waits in quarantine, and one made after is refused", async () => {
  expect(await submit()).toMatchObject({
    session: { status: "PENDING_APPROVAL", isSubmitted: true },
  });
  expect(await count({ minute: 15 }, at(30))).toMatchObject([
    { kind: "KEPT", kept: { outcome: "QUARANTINED" } },
  ]);
  expect(await count({ minute: 25 }, at(30))).toMatchObject([
    { kind: "REJECTED", rejection: { reason: "SESSION_CLOSED" } },
  ]);
  expect(await warehouse.line(session)).toMatchObject({ state: "NOT_VISITED" });
  expect(await reopen()).toMatchObject({ session: { status: "OPEN", isSubmitted: false } });
  expect(await count({ minute: 25 }, at(30))).toMatchObject([{ kind: "KEPT" }]);
});

test("ten people hand in at once: one does, the others are told", async () => {
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => submit()));
  expect(outcomes.filter((each) => "session" in each)).toHaveLength(1);
  expect(outcomes.find((each) => "rejection" in each)).toMatchObject({
    rejection: { reason: "SESSION_SUBMITTED" },
  });
});

test("a reset begins again: earlier entries stay and count no more, also when sent again", async () => {
  const entry = warehouse.observation({ count: 5 });
  await warehouse.record(session, [entry], at(10));
  const reset = await resetCountSession(database.orm.em, silentDoorbell, {
    ...request(),
    reason: "wrong aisle",
  });
  expect(reset).toMatchObject({ session: { generation: 2, linesCounted: 0 } });
  expect(await warehouse.line(session)).toMatchObject({ state: "NOT_VISITED", counted: null });
  await warehouse.record(session, [entry], at(11));
  expect(await warehouse.line(session)).toMatchObject({ state: "NOT_VISITED" });
  await count({ minute: 12 }, at(13));
  expect(await warehouse.line(session)).toMatchObject({ counted: "12", variance: "0" });
  const kept = await firstRowOf<{ entries: number }>(
    database.db,
    sql`select count(*)::int as entries from observation`,
  );
  expect(kept?.entries).toBe(2);
});

test("closing leaves what nobody visited, where that is asked", async () => {
  await count();
  expect(await close("LEAVE")).toMatchObject({ session: { status: "POSTED", linesCounted: 1 } });
});

test("closing counts what nobody visited as 0, at that instant, in somebody's name", async () => {
  await count();
  await warehouse.move({
    kind: "ISSUE",
    locationId: warehouse.place(1),
    quantity: new Decimal(2),
    effectiveAt: at(15),
  });
  expect(await close("COUNT_AS_ZERO")).toMatchObject({
    session: { status: "PENDING_APPROVAL", linesCounted: 4, linesDifferent: 3 },
  });
  expect(await warehouse.line(session, warehouse.place(1))).toMatchObject({
    counted: "0",
    expected: "10",
    variance: "-10",
  });
});

test("closing makes a follow-up that counts exactly what nobody visited", async () => {
  await count();
  await close("FOLLOW_UP");
  const draft = await firstRowOf<{ id: number; title: string }>(
    database.db,
    sql`select id, title from count_session where status = 'DRAFT'`,
  );
  expect(draft?.title).toBe("Count (follow-up)");
  const started = await startCountSession(database.orm.em, silentDoorbell, {
    warehouseId: warehouse.stocked.warehouseId,
    sessionId: draft?.id ?? 0,
    startedBy: "ines",
    now: at(30),
    overlap: "EXCLUDE",
  });
  expect(started).toMatchObject({ session: { linesTotal: 3 } });
});

test("a place is counted by one session at a time, unless that is accepted", async () => {
  await expect(warehouse.openCount()).rejects.toThrow("Nothing in this scope is free");
  await cancelCountSession(database.orm.em, silentDoorbell, { ...request(), reason: "by mistake" });
  expect(await warehouse.openCount()).toMatchObject({ linesTotal: 4 });
});

test("a random choice is the same for the same seed, and tells why", async () => {
  await cancelCountSession(database.orm.em, silentDoorbell, { ...request(), reason: "by mistake" });
  const chosen: unknown[] = [];
  for (const seed of ["a", "a", "b", "c", "d"]) {
    session = await warehouse.openCount({
      countType: "RANDOM",
      scope: { ...wholeWarehouse, lotsToCount: 2, seed },
    });
    const lines = await rowsOf<{ place: number; because: unknown }>(
      database.db,
      sql`select location_id as place, chosen_because as because from count_line
          where session_id = ${session.id} order by 1`,
    );
    expect(lines.map(({ because }) => because)).toEqual([
      { rule: "RANDOM", seed },
      { rule: "RANDOM", seed },
    ]);
    chosen.push(lines.map(({ place }) => place).join());
    await cancelCountSession(database.orm.em, silentDoorbell, { ...request(), reason: "done" });
  }
  expect(chosen[0]).toBe(chosen[1]);
  expect(new Set(chosen).size).toBeGreaterThan(1);
});

test("fast movers are those that moved most", async () => {
  await cancelCountSession(database.orm.em, silentDoorbell, { ...request(), reason: "by mistake" });
  for (const minute of [1, 2, 3])
    await warehouse.move({ locationId: warehouse.place(2), effectiveAt: at(minute - 20) });
  session = await warehouse.openCount({
    countType: "FAST_MOVERS",
    scope: { ...wholeWarehouse, lotsToCount: 1 },
  });
  const [line] = await rowsOf(
    database.db,
    sql`select location_id as place, chosen_because ->> 'moves' as moves from count_line
        where session_id = ${session.id}`,
  );
  expect(line).toEqual({ place: warehouse.place(2), moves: "4" });
});
