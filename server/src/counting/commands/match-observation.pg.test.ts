import "reflect-metadata";
import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { firstRowOf, rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { AskedMatch, LooseEntryState } from "../domain/loose-entry.ts";
import type { SessionRow } from "../domain/rows.ts";
import { listLooseEntries } from "../queries/list-loose-entries.ts";
import { readProgressByCounter } from "../queries/read-progress.ts";
import { dismissObservation } from "./dismiss-observation.ts";
import { matchObservation } from "./match-observation.ts";
import { resetCountSession } from "./reset-count-session.ts";
import { submitCountSession } from "./submit-count-session.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("matching");
  warehouse = await CountedWarehouse.open(database);
  for (const locationId of warehouse.stocked.places)
    await warehouse.move({ quantity: new Decimal(12), locationId, effectiveAt: at(-30) });
  session = await warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const warehouseId = () => warehouse.stocked.warehouseId;
const list = async (state?: LooseEntryState) =>
  (await listLooseEntries(database.db, session, { state }, {})).rows;

/** A scan that nobody knows, and its number. */
async function scan(given: Parameters<CountedWarehouse["observation"]>[0] = {}): Promise<number> {
  const entry = warehouse.observation({ itemId: undefined, rawScan: "]E0471", ...given });
  await warehouse.record(session, [entry]);
  const row = await firstRowOf<{ id: number }>(
    database.db,
    sql`select id from observation where external_id = ${entry.externalId}`,
  );
  return row?.id ?? 0;
}

function match(observationId: number, given: Partial<AskedMatch> = {}, matchedBy = "ines") {
  const asked: AskedMatch = {
    ...{ lineId: undefined, itemId: warehouse.stocked.bulk, locationId: warehouse.place(0) },
    ...{ lotCode: null, stockStatus: "AVAILABLE", quantity: null, unitCode: null, serials: [] },
    ...given,
  };
  const request = { warehouseId: warehouseId(), observationId, asked, matchedBy, now: at(40) };
  return matchObservation(database.orm.em, silentDoorbell, request);
}
const dismiss = (observationId: number, reason = "a pallet label") =>
  dismissObservation(database.orm.em, silentDoorbell, {
    ...{ warehouseId: warehouseId(), observationId, reason, dismissedBy: "ines", now: at(40) },
  });
const takeBack = (externalId: string) =>
  warehouse.record(session, [
    warehouse.observation({
      mode: "VOID",
      itemId: undefined,
      voids: { actorId: "maria", externalId },
    }),
  ]);

test("a matched entry counts as if its device had known it: author, instant and number are its own", async () => {
  const id = await scan({ count: 5, minute: 7 });
  await warehouse.record(session, [
    warehouse.observation({ count: 7, actorId: "jonas", minute: 9 }),
  ]);
  await warehouse.move({
    kind: "ISSUE",
    quantity: new Decimal(2),
    effectiveAt: at(8),
    recordedAt: at(30),
  });
  expect(await match(id)).toMatchObject({ wasMatched: false, isBlind: true });
  const line = await warehouse.line(session);
  expect(line).toMatchObject({ counted: "12", expected: "10", variance: "2", isMoved: true });
  const stored = await firstRowOf(
    database.db,
    sql`select counter_ids as counters, window_first_at as first from count_line where id = ${line.id}`,
  );
  expect(stored).toEqual({ counters: ["maria", "jonas"], first: at(7) });
  expect(await list()).toMatchObject([
    { state: "MATCHED", lineId: line.id, settledById: "ines", quantityTyped: "5.000000" },
  ]);
  const progress = await readProgressByCounter(database.db, session);
  expect(progress.map(({ userId, entries }) => [userId, entries])).toEqual([
    ["jonas", 1],
    ["maria", 1],
  ]);
});

test("what nobody expected there gets a line of its own; pieces are found by their serials", async () => {
  const { serials } = warehouse.stocked;
  const id = await scan();
  const found = { itemId: serials, locationId: warehouse.place(2), serials: ["D9"] };
  expect(await match(id, found)).toMatchObject({ wasMatched: false });
  expect(await warehouse.line(session, warehouse.place(2), serials)).toMatchObject({
    origin: "FOUND",
    counted: "1",
    variance: "1",
  });
  const pieces = sql`select serial, is_found as "isFound" from count_line_piece`;
  expect(await rowsOf(database.db, pieces)).toEqual([{ serial: "D9", isFound: true }]);
});

test("ten people match the same entry at once: one match, one answer, counted once", async () => {
  const id = await scan({ count: 5 });
  const people = Array.from({ length: 10 }, (_, each) => `person ${each}`);
  const outcomes = await Promise.all(people.map((person) => match(id, {}, person)));
  const fresh = outcomes.filter((each) => "wasMatched" in each && !each.wasMatched);
  expect(fresh).toHaveLength(1);
  const line = await warehouse.line(session);
  expect(outcomes.every((each) => "lineId" in each && each.lineId === line.id)).toBe(true);
  expect(line).toMatchObject({ counted: "5" });
  expect(await match(id, { locationId: warehouse.place(1) })).toMatchObject({
    rejection: { reason: "MATCHED_OTHERWISE" },
  });
});

test("control: without the look at earlier matches the database still refuses a second", async () => {
  const id = await scan({ count: 5 });
  await match(id);
  const again = sql`insert into observation (warehouse_id, session_id, line_id, generation,
      external_id, recorded_by, mode, time_source, claimed_at, counted_at, received_at, outcome,
      request_hash, matches_external_id, matched_by, matched_at)
    select warehouse_id, session_id, line_id, generation, 'another', recorded_by, mode, time_source,
      claimed_at, counted_at, received_at, outcome, '', matches_external_id, matched_by, matched_at
    from observation where matches_external_id is not null`;
  await expect(again.execute(database.db)).rejects.toThrow("observation_matched_once");
});

test("an entry is let go with a reason, once, and never matched after", async () => {
  const id = await scan({ count: 5 });
  expect(await dismiss(id)).toEqual({ sessionId: session.id, wasDismissed: false });
  expect(await dismiss(id)).toEqual({ sessionId: session.id, wasDismissed: true });
  expect(await dismiss(id, "a hoax")).toMatchObject({
    rejection: { reason: "DISMISSED_OTHERWISE" },
  });
  expect(await match(id)).toMatchObject({ rejection: { reason: "ENTRY_DISMISSED" } });
  expect(await list("DISMISSED")).toMatchObject([{ dismissedBecause: "a pallet label" }]);
  await expect(sql`delete from observation_dismissal`.execute(database.db)).rejects.toThrow();
});

test("what its author took back, and what a reset left behind, waits no longer", async () => {
  await scan({ count: 5, externalId: "oops" });
  await takeBack("oops");
  const [taken] = await list("TAKEN_BACK");
  expect(await match(taken?.id ?? 0)).toMatchObject({ rejection: { reason: "ENTRY_TAKEN_BACK" } });
  const old = await scan({ count: 5 });
  expect(await list("WAITING")).toMatchObject([{ id: old }]);
  const { orm } = database;
  const request = {
    warehouseId: warehouseId(),
    sessionId: session.id,
    actorId: "ines",
    now: at(41),
  };
  await resetCountSession(orm.em, silentDoorbell, { ...request, reason: "wrong aisle" });
  expect(await list("BEFORE_RESET")).toMatchObject([{ id: old }]);
  expect(await match(old)).toMatchObject({ rejection: { reason: "ENTRY_BEFORE_RESET" } });
});

test("what came too late waits, knows what it was, and is merged as its counter sent it", async () => {
  const place = warehouse.place(2);
  const late = warehouse.observation({ count: 5, locationId: place, externalId: "late" });
  const undo = { ...{ mode: "VOID" as const, externalId: "undo late" }, itemId: undefined };
  const voids = { actorId: "maria", externalId: "late" };
  const second = warehouse.observation({ ...undo, locationId: undefined, voids });
  const { orm } = database;
  const handIn = {
    warehouseId: warehouseId(),
    sessionId: session.id,
    actorId: "ines",
    now: at(20),
  };
  await submitCountSession(orm.em, silentDoorbell, handIn);
  await warehouse.record(session, [late, second], at(30));
  const [entry, takenBack] = await list("WAITING");
  expect(entry).toMatchObject({
    kind: "QUARANTINED",
    itemId: warehouse.stocked.bulk,
    locationId: place,
  });
  const asItIs = { itemId: undefined, locationId: undefined };
  expect(await match(entry?.id ?? 0, asItIs)).toMatchObject({ wasMatched: false });
  expect(await warehouse.line(session, place)).toMatchObject({ counted: "5", variance: "-7" });
  expect(await match(takenBack?.id ?? 0, asItIs)).toMatchObject({ wasMatched: false });
  expect(await warehouse.line(session, place)).toMatchObject({ state: "NOT_VISITED" });
});

test("what came too late is let go with a reason", async () => {
  const { orm } = database;
  const handIn = {
    warehouseId: warehouseId(),
    sessionId: session.id,
    actorId: "ines",
    now: at(20),
  };
  await submitCountSession(orm.em, silentDoorbell, handIn);
  await warehouse.record(session, [warehouse.observation({ count: 5 })], at(30));
  const [entry] = await list("WAITING");
  expect(await dismiss(entry?.id ?? 0, "counted again since")).toMatchObject({
    wasDismissed: false,
  });
  expect(await list("WAITING")).toEqual([]);
});

test("entries are matched also in a count that was handed in", async () => {
  const id = await scan({ count: 5 });
  const request = {
    warehouseId: warehouseId(),
    sessionId: session.id,
    actorId: "ines",
    now: at(39),
  };
  await submitCountSession(database.orm.em, silentDoorbell, request);
  expect(await match(id)).toMatchObject({ wasMatched: false });
  expect(await warehouse.line(session)).toMatchObject({ counted: "5" });
});

test("its author takes a matched entry back: it counts no more, whoever else has counted there", async () => {
  const id = await scan({ count: 5, externalId: "oops" });
  await match(id);
  await warehouse.record(session, [warehouse.observation({ count: 4, actorId: "jonas" })]);
  await takeBack("oops");
  expect(await warehouse.line(session)).toMatchObject({ counted: "4" });
});

test("the place of a scan is kept, and need not be said again", async () => {
  const id = await scan({ count: 5, locationId: warehouse.place(3) });
  expect(await list()).toMatchObject([{ locationId: warehouse.place(3) }]);
  expect(await match(id, { locationId: undefined })).toMatchObject({ wasMatched: false });
  expect(await warehouse.line(session, warehouse.place(3))).toMatchObject({ counted: "5" });
});

test("a later entry for the line is folded with the match", async () => {
  const id = await scan({ count: 5 });
  await match(id);
  await warehouse.record(session, [warehouse.observation({ count: 4, actorId: "jonas" })]);
  expect(await warehouse.line(session)).toMatchObject({ counted: "9" });
});
