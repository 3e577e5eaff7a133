import "reflect-metadata";
import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { firstRowOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { selectionsAtMost } from "../domain/line-selection.ts";
import type { SessionRow } from "../domain/rows.ts";
import { listLines, sumLines } from "../queries/list-lines.ts";
import { linesOfSelection } from "../storage/line-selection.ts";
import { selectLines, type SelectLines } from "./select-lines.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;
let made = 0;

beforeEach(async () => {
  database = await openTestDatabase("selections");
  warehouse = await CountedWarehouse.open(database);
  for (const locationId of warehouse.stocked.places)
    await warehouse.move({ quantity: new Decimal(12), locationId, effectiveAt: at(-30) });
  session = await warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const key = () => ({ warehouseId: session.warehouseId, id: session.id });
function select(given: Partial<SelectLines> = {}) {
  made += 1;
  return selectLines(database.orm.em, {
    warehouseId: session.warehouseId,
    sessionId: session.id,
    conditions: {},
    exceptIds: [],
    selectedBy: "ines",
    now: at(10),
    token: `token ${made}`,
    ...given,
  });
}
const use = (token: string, given: object = {}) =>
  linesOfSelection(database.db, {
    warehouseId: session.warehouseId,
    sessionId: session.id,
    token,
    actorId: "ines",
    now: at(11),
    ...given,
  });
const count = (place: number, quantity: number) =>
  warehouse.record(session, [
    warehouse.observation({ count: quantity, locationId: warehouse.place(place) }),
  ]);
const lineIds = async () =>
  Promise.all(
    [0, 1, 2, 3].map(async (at) => (await warehouse.line(session, warehouse.place(at))).id),
  );

test("what a question finds is frozen: what changes later does not reach it", async () => {
  const [first, second, third] = await lineIds();
  await count(0, 11);
  await count(1, 13);
  const { token, lineCount } = await select({ conditions: { view: "DISCREPANCIES" } });
  expect(lineCount).toBe(2);
  await count(2, 9);
  expect(await use(token)).toEqual({ lineIds: [first, second] });
  const { rows } = await listLines(database.db, key(), { selection: token }, {});
  expect(rows.map(({ id }) => id)).toEqual([first, second]);
  expect(await sumLines(database.db, key(), { selection: token })).toMatchObject({
    lines: 2,
    quantityVariance: "0.000000",
    quantityVarianceGross: "2.000000",
  });
  const now = await listLines(database.db, key(), { view: "DISCREPANCIES" }, {});
  expect(now.rows.map(({ id }) => id)).toEqual([first, second, third]);
});

test("some can be left out by hand; what is no line of the count cannot", async () => {
  const [first = 0, second, third, fourth] = await lineIds();
  const { token } = await select({ exceptIds: [first] });
  expect(await use(token)).toEqual({ lineIds: [second, third, fourth] });
  await expect(select({ exceptIds: [987_654] })).rejects.toThrow("There is no such count line.");
});

test("a token is of one person, one count and one day; each other use has its reason", async () => {
  const { token, expiresAt } = await select();
  expect(expiresAt).toEqual(new Date(at(10).valueOf() + 24 * 3_600_000));
  const refused = async (given: object) => {
    const outcome = await use(token, given);
    return "rejection" in outcome ? outcome.rejection.reason : null;
  };
  expect(await refused({})).toBeNull();
  expect(await refused({ token: "never made" })).toBe("SELECTION_UNKNOWN");
  expect(await refused({ warehouseId: warehouse.stocked.otherWarehouseId })).toBe(
    "SELECTION_UNKNOWN",
  );
  expect(await refused({ actorId: "maria" })).toBe("SELECTION_OF_ANOTHER_PERSON");
  expect(await refused({ sessionId: session.id + 1 })).toBe("SELECTION_OF_ANOTHER_COUNT");
  expect(await refused({ now: expiresAt })).toBe("SELECTION_EXPIRED");
});

test("what has expired is swept by the next, and of one person the oldest give way", async () => {
  const kept = async () =>
    (
      await firstRowOf<{ kept: number }>(
        database.db,
        sql`select count(*)::int as kept from line_selection`,
      )
    )?.kept;
  for (let each = 0; each < selectionsAtMost + 3; each += 1) await select();
  expect(await kept()).toBe(selectionsAtMost);
  await select({ selectedBy: "maria" });
  expect(await kept()).toBe(selectionsAtMost + 1);
  await select({ now: new Date(at(10).valueOf() + 25 * 3_600_000) });
  expect(await kept()).toBe(1);
});
