import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { cancelCountSession } from "../commands/cancel-count-session.ts";
import { closeCountSession } from "../commands/close-count-session.ts";
import { choiceOf } from "../domain/choice.ts";
import { unrestricted, type CountScope } from "../domain/count-scope.ts";
import { optionDefaults } from "../domain/options.ts";
import { countTypes, type CountType } from "../domain/words.ts";
import { previewCount, previewLines } from "../queries/preview-count.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;

beforeEach(async () => {
  database = await openTestDatabase("choosing");
  warehouse = await CountedWarehouse.open(database);
  await sql`update item set unit_cost = 2, abc_class = 'A'`.execute(database.ownerDb);
  for (const locationId of warehouse.stocked.places)
    await warehouse.move({ quantity: new Decimal(12), locationId, effectiveAt: at(-30) });
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const days = (count: number) => new Date(at(0).valueOf() + count * 86_400_000);

function choose(countType: CountType, given: Partial<CountScope> = {}, now = at(30)) {
  const { warehouseId } = warehouse.stocked;
  const scope = { ...unrestricted, lotsToCount: 50, ...given };
  const planned = { warehouseId, countType, scope, passesOverHeld: true };
  return choiceOf(planned, optionDefaults, now);
}
const preview = (...asked: Parameters<typeof choose>) =>
  previewLines(database.db, choose(...asked), 100);
const placesOf = async (...asked: Parameters<typeof choose>) =>
  (await preview(...asked)).map(({ locationId }) => warehouse.stocked.places.indexOf(locationId));

/** Counts places as the books have them, and is done with it. */
async function settle(places: number[], minute: number): Promise<void> {
  const session = await warehouse.openCount({
    countType: "LOCATIONS",
    scope: { ...unrestricted, locationIds: places.map((index) => warehouse.place(index)) },
  });
  const entries = places.map((index) =>
    warehouse.observation({ count: 12, locationId: warehouse.place(index), minute }),
  );
  await warehouse.record(session, entries);
  const { warehouseId } = warehouse.stocked;
  await closeCountSession(database.orm.em, silentDoorbell, {
    ...{ warehouseId, sessionId: session.id, actorId: "ines", now: at(59), notVisited: "LEAVE" },
  });
}

test("every type of count says of each candidate why it was chosen", async () => {
  await sql`with made as (insert into supplier (name) values ('Acme') returning id)
    insert into item_supplier (item_id, supplier_id) select ${warehouse.stocked.bulk}, id from made`.execute(
    database.ownerDb,
  );
  await sql`with made as (insert into category (name) values ('Bolts') returning id)
    update item set category_id = made.id from made`.execute(database.ownerDb);
  const scopes: Partial<Record<CountType, Partial<CountScope>>> = {
    LOCATIONS: { locationIds: [warehouse.place(1)] },
    ITEMS: { itemIds: [warehouse.stocked.bulk] },
    SUPPLIER: { supplierId: 1 },
    CATEGORY: { categoryId: 1 },
    LOW_VALUE: { valueThreshold: "100" },
    HIGH_VALUE: { valueThreshold: "1" },
    RANDOM: { seed: "s" },
  };
  const facts: Partial<Record<CountType, object>> = {
    LOCATIONS: { place: "P2" },
    SUPPLIER: { supplier: "Acme" },
    CATEGORY: { category: "Bolts" },
    FAST_MOVERS: { moves: 1 },
    LOW_VALUE: { value: "24.000000000000", threshold: "100" },
    ABC: { abcClass: "A", lastCountedAt: null },
  };
  for (const countType of countTypes) {
    const lines = await preview(countType, scopes[countType]);
    expect(lines.length, countType).toBeGreaterThan(0);
    for (const { because } of lines)
      expect(because).toMatchObject({ rule: countType, ...facts[countType] });
  }
});

test("the line keeps why it was chosen", async () => {
  await warehouse.openCount({ countType: "ABC", scope: { ...unrestricted, lotsToCount: 2 } });
  const kept = await rowsOf(database.db, sql`select chosen_because as because from count_line`);
  const because = { rule: "ABC", abcClass: "A", days: 30, lastCountedAt: null, dueSince: null };
  expect(kept).toEqual([{ because }, { because }]);
});

test("what its class makes due is chosen, never counted first, then the longest not counted", async () => {
  await settle([0], 2);
  await settle([1, 2], 1);
  expect(await placesOf("ABC", {}, days(29))).toEqual([3]);
  expect(await placesOf("ABC", {}, days(31))).toEqual([0, 1, 2, 3]);
  expect(await placesOf("ABC", { lotsToCount: 2 }, days(31))).toEqual([1, 3]);
  const [first] = await preview("ABC", { locationIds: [warehouse.place(0)] }, days(31));
  expect(first?.because).toEqual({
    rule: "ABC",
    abcClass: "A",
    days: 30,
    lastCountedAt: "2026-11-21T10:02:00+00:00",
    dueSince: "2026-12-21T10:02:00+00:00",
  });
});

test("each class has a cadence of its own; what has no class is never due", async () => {
  await settle([0, 1, 2, 3], 1);
  const due = async (abcClass: string | null, now: Date) => {
    await sql`update item set abc_class = ${abcClass}`.execute(database.ownerDb);
    return (await placesOf("ABC", {}, now)).length;
  };
  expect(await due("B", days(89))).toBe(0);
  expect(await due("B", days(91))).toBe(4);
  expect(await due("C", days(364))).toBe(0);
  expect(await due("C", days(366))).toBe(4);
  expect(await due(null, days(9_999))).toBe(0);
});

test("a count that is still running, or was called off, has counted nothing yet", async () => {
  const session = await warehouse.openCount();
  await warehouse.record(session, [warehouse.observation({ count: 12 })]);
  const held = { ...choose("ABC"), passesOverHeld: false };
  const [running] = await previewLines(database.db, held, 1);
  expect(running?.because).toMatchObject({ lastCountedAt: null });
  const { warehouseId } = warehouse.stocked;
  await cancelCountSession(database.orm.em, silentDoorbell, {
    ...{ warehouseId, sessionId: session.id, actorId: "ines", now: at(59), reason: "fire drill" },
  });
  const [calledOff] = await preview("ABC");
  expect(calledOff?.because).toMatchObject({ lastCountedAt: null });
});

test("what another count has is shown with it, or passed over by types that choose", async () => {
  const scope = { ...unrestricted, locationIds: [warehouse.place(0), warehouse.place(2)] };
  const session = await warehouse.openCount({ countType: "LOCATIONS", scope });
  expect(await preview("FULL")).toMatchObject([
    { heldBySessionId: session.id },
    { heldBySessionId: null },
    { heldBySessionId: session.id },
    { heldBySessionId: null },
  ]);
  expect(await previewCount(database.db, choose("FULL"))).toMatchObject({
    lines: 4,
    locations: 4,
    countedElsewhere: 2,
    free: { lines: 2, locations: 2, items: 1 },
  });
  expect(await placesOf("ABC", { lotsToCount: 2 })).toEqual([1, 3]);
  const accepted = { ...choose("ABC", { lotsToCount: 2 }), passesOverHeld: false };
  expect(await previewLines(database.db, accepted, 9)).toMatchObject([
    { heldBySessionId: session.id },
    { heldBySessionId: null },
  ]);
});
