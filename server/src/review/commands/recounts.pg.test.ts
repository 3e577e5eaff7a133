import "reflect-metadata";
import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { resetCountSession } from "../../counting/commands/reset-count-session.ts";
import { submitCountSession } from "../../counting/commands/submit-count-session.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { firstRowOf, rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { chooseRound } from "./choose-round.ts";
import { requestRecount, type RequestRecount } from "./request-recount.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;
let asked = 0;

beforeEach(async () => {
  database = await openTestDatabase("recounts");
  warehouse = await CountedWarehouse.open(database);
  for (const index of [0, 1])
    await warehouse.move({
      quantity: new Decimal(100),
      locationId: warehouse.place(index),
      effectiveAt: at(-30),
    });
  session = await warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const ship = (quantity: number, minute: number, recordedAt = at(minute)) =>
  warehouse.move({
    kind: "ISSUE",
    quantity: new Decimal(quantity),
    effectiveAt: at(minute),
    recordedAt,
  });
const count = (actorId: string, quantity: number, minute: number, given = {}) =>
  warehouse.record(
    session,
    [warehouse.observation({ actorId, count: quantity, minute, ...given })],
    at(minute + 1),
  );
const lineAt = (index: number) => warehouse.line(session, warehouse.place(index));

async function ask(minute: number, given: Partial<RequestRecount> = {}) {
  asked += 1;
  const key = `request ${asked}`;
  const { id } = await lineAt(0);
  return requestRecount(database.orm.em, silentDoorbell, {
    ...{ warehouseId: session.warehouseId, sessionId: session.id, key },
    target: { kind: "LINES", lineIds: [id] },
    ...{ assigneeId: null, reason: "too far off", actorId: "ines", now: at(minute) },
    ...given,
  });
}

async function choose(round: number, actorId = "ines") {
  const { id, version } = await lineAt(0);
  return chooseRound(database.orm.em, silentDoorbell, {
    ...{ warehouseId: session.warehouseId, lineId: id, round, reason: "I looked myself" },
    ...{ seenVersion: version, actorId, now: at(58) },
  });
}

async function recount() {
  const row = await firstRowOf<{ round: number; standing: number; status: string }>(
    database.db,
    sql`select round, standing_round as standing, recount as status from count_line
        where session_id = ${session.id} and location_id = ${warehouse.place(0)}`,
  );
  const { counted, expected, variance } = await lineAt(0);
  return { ...row, counted, expected, variance };
}

const rounds = async () => {
  const found = await rowsOf<{ counted: string | null; variance: string | null }>(
    database.db,
    sql`select quantity_counted::text as counted, quantity_variance::text as variance
        from line_round where session_id = ${session.id} order by line_id, round`,
  );
  const plain = (text: string | null) => text && new Decimal(text).toFixed();
  return found.map(({ counted, variance }) => [plain(counted), plain(variance)]);
};
const outcomeOf = ([result]: Awaited<ReturnType<typeof count>>) =>
  result?.kind === "REJECTED" ? result.rejection.reason : result?.kind;

test("two rounds that miss the same agree, though stock moved between them", async () => {
  await count("maria", 95, 1);
  await ask(5);
  expect(await recount()).toMatchObject({ status: "ASKED", counted: "95" });
  await ship(20, 10);
  await count("jonas", 75, 20);
  expect(await recount()).toEqual({
    ...{ round: 2, standing: 2, status: "AGREED" },
    ...{ counted: "75", expected: "80", variance: "-5" },
  });
  expect(await rounds()).toEqual([
    ["95", "-5"],
    ["75", "-5"],
  ]);
});

test("where they contradict each other a third decides, and then a person", async () => {
  await count("maria", 95, 1);
  await ask(5);
  await count("jonas", 96, 10);
  expect(await recount()).toMatchObject({ status: "DISAGREED", standing: 1, counted: "95" });
  await ask(15);
  await count("aiko", 97, 20);
  expect(await recount()).toMatchObject({ round: 3, status: "EXHAUSTED", standing: 1 });
  expect(await ask(25)).toMatchObject({ refused: [{ reason: "TOO_MANY_ROUNDS" }] });
  expect(await choose(3, "aiko")).toMatchObject({ rejection: { reason: "OWN_ROUND" } });
  expect(await choose(3)).toHaveProperty("session");
  expect(await recount()).toMatchObject({ status: "CHOSEN", standing: 3, variance: "-3" });
});

test("whoever has counted the line may not count it again, nor be asked to", async () => {
  await count("maria", 95, 1);
  expect(await ask(5, { assigneeId: "nobody" })).toMatchObject({
    rejection: { reason: "ASSIGNEE_UNKNOWN" },
  });
  await sql`insert into app_user (id, name, email, email_verified, created_at, updated_at, is_disabled,
      sees_all_warehouses) values ('maria', 'Maria', 'm@example.org', true, now(), now(), false, true)`.execute(
    database.ownerDb,
  );
  expect(await ask(5, { assigneeId: "maria" })).toMatchObject({
    lineIds: [],
    refused: [{ reason: "ASSIGNEE_HAS_COUNTED" }],
  });
  await ask(6);
  expect(outcomeOf(await count("maria", 100, 10))).toBe("RECOUNT_BY_SAME_PERSON");
  expect(await recount()).toMatchObject({ status: "ASKED", counted: "95" });
  // What she saw before it was asked for is of the round before, whenever it arrives.
  expect(outcomeOf(await count("maria", 2, 5, { mode: "ADD" }))).toBe("KEPT");
  expect(await recount()).toMatchObject({ counted: "97" });
  expect(outcomeOf(await count("jonas", 97, 11))).toBe("KEPT");
  expect(await recount()).toMatchObject({ status: "AGREED" });
});

test("control: without rounds the second look of one person is one more part", async () => {
  await count("maria", 95, 1);
  expect(outcomeOf(await count("maria", 5, 10))).toBe("KEPT");
  expect(await lineAt(0)).toMatchObject({ counted: "100" });
});

test("each line has its own answer, and the same request again asks nobody twice", async () => {
  await count("maria", 95, 1);
  const { id: counted } = await lineAt(0);
  const { id: open } = await lineAt(1);
  const target = { kind: "LINES" as const, lineIds: [counted, open] };
  const first = await ask(5, { key: "K", target });
  expect(first).toMatchObject({
    lineIds: [counted],
    refused: [{ lineId: open, reason: "NOT_COUNTED" }],
  });
  expect(await ask(6, { key: "K", target })).toMatchObject({
    ...{ wasAsked: true, lineIds: [counted] },
    refused: [{ lineId: open, reason: "NOT_COUNTED" }],
  });
  expect(await ask(6, { key: "K" })).toMatchObject({ rejection: { reason: "KEY_REUSED" } });
  expect(await ask(7)).toMatchObject({ refused: [{ reason: "ALREADY_ASKED" }] });
  expect(await recount()).toMatchObject({ round: 2 });
});

test("ten who ask for the same line at once begin one round", async () => {
  await count("maria", 95, 1);
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(5)));
  const taken = answers.filter((answer) => "lineIds" in answer && answer.lineIds.length === 1);
  expect(taken).toHaveLength(1);
  expect(await recount()).toMatchObject({ round: 2, status: "ASKED" });
});

test("50 requests under one key at once are one", async () => {
  await count("maria", 95, 1);
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask(5, { key: "K" })));
  expect(answers.filter((answer) => "wasAsked" in answer && !answer.wasAsked)).toHaveLength(1);
  expect(await recount()).toMatchObject({ round: 2, status: "ASKED" });
});

test("all that is short is asked for by its view, also of a count that is handed in", async () => {
  await count("maria", 95, 1);
  await count("maria", 100, 2, { locationId: warehouse.place(1) });
  const request = { warehouseId: session.warehouseId, sessionId: session.id, actorId: "maria" };
  await submitCountSession(database.orm.em, silentDoorbell, { ...request, now: at(5) });
  const { id } = await lineAt(0);
  expect(await ask(6, { target: { kind: "VIEW", view: "SHORTAGES" } })).toMatchObject({
    lineIds: [id],
  });
  expect(outcomeOf(await count("jonas", 95, 10))).toBe("KEPT");
  expect(await recount()).toMatchObject({ status: "AGREED", counted: "95" });
});

test("a move that is heard of late reaches every round, and may settle what they disputed", async () => {
  await count("maria", 95, 10);
  await ask(15);
  await count("jonas", 75, 20);
  expect(await recount()).toMatchObject({ status: "DISAGREED", variance: "-5" });
  await ship(20, 12, at(40));
  expect(await recount()).toEqual({
    ...{ round: 2, standing: 2, status: "AGREED" },
    ...{ counted: "75", expected: "80", variance: "-5" },
  });
});

test("an entry of the recount that is taken back opens it again", async () => {
  await count("maria", 95, 1);
  await ask(5);
  await count("jonas", 95, 10, { externalId: "J1" });
  expect(await recount()).toMatchObject({ status: "AGREED" });
  const voids = { actorId: "jonas", externalId: "J1" };
  const none = { lineId: undefined, itemId: undefined, locationId: undefined };
  await warehouse.record(
    session,
    [warehouse.observation({ actorId: "jonas", mode: "VOID", voids, ...none })],
    at(12),
  );
  expect(await recount()).toMatchObject({ status: "ASKED", standing: 1, counted: "95" });
});

test("a count that begins again has no recounts, and keeps the rounds there were", async () => {
  await count("maria", 95, 1);
  await ask(5);
  const request = { warehouseId: session.warehouseId, sessionId: session.id, actorId: "ines" };
  const again = { ...request, reason: "wrong aisle", now: at(8) };
  await resetCountSession(database.orm.em, silentDoorbell, again);
  expect(await recount()).toMatchObject({ round: 1, status: null, counted: null });
  expect(await rounds()).toHaveLength(2);
  await count("maria", 90, 10);
  await ask(15);
  await count("jonas", 90, 20);
  expect(await recount()).toMatchObject({ round: 2, status: "AGREED", counted: "90" });
});
