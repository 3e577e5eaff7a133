import "reflect-metadata";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { createCountSession } from "../commands/create-count-session.ts";
import { closeCountSession } from "../commands/close-count-session.ts";
import { unrestricted } from "../domain/count-scope.ts";
import { listSessions, sumSessions, type SessionConditions } from "./list-sessions.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;

/** Three counts: one complete without a variance, one whose differences wait, one that runs. */
beforeAll(async () => {
  database = await openTestDatabase("session-totals");
  warehouse = await CountedWarehouse.open(database);
  await sql`update item set unit_cost = 2.5`.execute(database.ownerDb);
  for (const locationId of warehouse.stocked.places)
    await warehouse.move({ quantity: new Decimal(12), locationId, effectiveAt: at(-30) });
  await countPlaces("Small", [0], [12], true);
  await countPlaces("Other", [1, 2], [10, 13], true);
  await countPlaces("Third", [3], [], false);
});
afterAll(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

async function countPlaces(
  title: string,
  places: number[],
  quantities: number[],
  isClosed: boolean,
): Promise<void> {
  const locationIds = places.map((index) => warehouse.place(index));
  const scope = { ...unrestricted, locationIds };
  const session = await warehouse.openCount({ title, countType: "LOCATIONS", scope });
  const entries = quantities.map((count, index) =>
    warehouse.observation({ count, locationId: locationIds[index] }),
  );
  await warehouse.record(session, entries);
  const { warehouseId } = session;
  const request = { warehouseId, sessionId: session.id, actorId: "ines", now: at(59) };
  if (isClosed)
    await closeCountSession(database.orm.em, silentDoorbell, { ...request, notVisited: "LEAVE" });
}

const sum = (conditions: SessionConditions = {}, seesExpected = true) =>
  sumSessions(database.db, [warehouse.stocked.warehouseId], { seesExpected }, conditions);
const none = { DRAFT: 0, OPEN: 0, PENDING_APPROVAL: 0, PARTIAL: 0, POSTED: 0, CANCELLED: 0 };

test("sums over all counts: how far they are, their lines, what differs and what it is worth", async () => {
  expect(await sum()).toEqual({
    sessions: 3,
    byStatus: { ...none, OPEN: 1, PENDING_APPROVAL: 1, POSTED: 1 },
    lines: 4,
    counted: 3,
    skipped: 0,
    notAccessible: 0,
    different: 2,
    valueVariance: "-2.500000000000",
    valueVarianceGross: "7.500000000000",
    isOneCurrency: true,
    isAnyBlind: true,
  });
});

test("sums over what the filter and the search leave", async () => {
  expect(await sum({ filter: { status: { eq: "POSTED" } } })).toMatchObject({
    sessions: 1,
    lines: 1,
    different: 0,
    valueVariance: "0",
  });
  expect(await sum({ search: "third" })).toMatchObject({ sessions: 1, lines: 1, counted: 0 });
  expect(await sum({ search: "nothing" })).toMatchObject({
    sessions: 0,
    byStatus: none,
    lines: 0,
    isAnyBlind: false,
  });
});

test("to whoever is blind a complete count is one whose differences wait, in the figures too", async () => {
  expect(await sum({}, false)).toMatchObject({
    byStatus: { ...none, OPEN: 1, PENDING_APPROVAL: 2 },
  });
});

test("of several warehouses it is the sum of each, and says whether they share a currency", async () => {
  const { warehouseId, otherWarehouseId } = warehouse.stocked;
  const all = [warehouseId, otherWarehouseId];
  const looker = { seesExpected: true };
  const sumOf = (ids: number[] | null) => sumSessions(database.db, ids, looker, {});
  expect(await sumOf([otherWarehouseId])).toMatchObject({ sessions: 0 });
  await createCountSession(database.orm.em, {
    ...{ warehouseId: otherWarehouseId, createdBy: "ines", now: at(60), title: "Elsewhere" },
    ...{ notes: null, countType: "FULL", scope: unrestricted, deadlineAt: null, isBlind: null },
    ...{ reference: null, assigneeIds: [], templateId: null, freshSeed: "seed" },
  });
  expect(await sumOf([warehouseId])).toMatchObject({ sessions: 3 });
  for (const ids of [null, all])
    expect(await sumOf(ids)).toMatchObject({ sessions: 4, isOneCurrency: true });
  await sql`update warehouse set currency = 'USD' where id = ${otherWarehouseId}`.execute(
    database.ownerDb,
  );
  expect(await sumOf(null)).toMatchObject({ sessions: 4, isOneCurrency: false });

  // The latest first, whatever their numbers: each warehouse begins at 1.
  const page = await listSessions(database.db, null, looker, {}, { first: 3 });
  expect(page.rows[0]?.title).toBe("Elsewhere");
  const after = page.cursorOf(-1) ?? undefined;
  const rest = await listSessions(database.db, null, looker, {}, { first: 3, after });
  expect(new Set([...page.rows, ...rest.rows].map(({ id }) => id)).size).toBe(4);
});

test("it is one statement", async () => {
  database.statements.length = 0;
  await sum();
  expect(database.statements).toHaveLength(1);
});
