import "reflect-metadata";
import { afterEach, beforeEach, expect, test } from "vitest";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { LineGrouping } from "../domain/line-view.ts";
import type { SessionRow } from "../domain/rows.ts";
import { readProposedMoves } from "./read-misplaced.ts";
import { sumLines, listLines, type LineConditions } from "./list-lines.ts";
import { sumLineGroups } from "./sum-line-groups.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

/** Ten of one thing in each of three places: four short, three over, and as it should be. */
beforeEach(async () => {
  database = await openTestDatabase("line-groups");
  warehouse = await CountedWarehouse.open(database);
  for (const place of [0, 1, 2])
    await warehouse.move({
      locationId: warehouse.place(place),
      quantity: new Decimal(10),
      effectiveAt: at(-5),
    });
  session = await warehouse.openCount();
  const counts = [6, 13, 10];
  await warehouse.record(
    session,
    counts.map((count, place) =>
      warehouse.observation({ locationId: warehouse.place(place), count }),
    ),
  );
});
afterEach(() => database.close());

const groupsBy = (by: LineGrouping, conditions: LineConditions = {}) =>
  sumLineGroups(database.db, session, conditions, { by, order: "QUANTITY", first: 10 });

async function explain(place: number, revision: number, reasonCode: string | null) {
  const { id } = await warehouse.line(session, warehouse.place(place));
  await sql`insert into investigation (warehouse_id, line_id, revision, session_id, reason_code,
      notes, recorded_by, recorded_at)
    values (${session.warehouseId}, ${id}, ${revision}, ${session.id}, ${reasonCode}, 'seen', 'ines',
      now())`.execute(database.ownerDb);
}

test("groups by place, those that differ most first, and their sums are those of the whole", async () => {
  const groups = await groupsBy("LOCATION");
  expect(groups.map(({ locationId }) => locationId)).toEqual(
    [0, 1, 2].map((at) => warehouse.place(at)),
  );
  expect(groups.map(({ quantityVariance }) => Number(quantityVariance))).toEqual([-4, 3, 0]);
  const whole = await sumLines(database.db, session, {});
  expect(groups.reduce((sum, { lines }) => sum + lines, 0)).toBe(whole.lines);
  expect(groups.reduce((sum, each) => sum + Number(each.quantityVarianceGross), 0)).toBe(
    Number(whole.quantityVarianceGross),
  );
});

test("one item in three places is one group, net and gross apart", async () => {
  const [group, ...others] = await groupsBy("ITEM");
  expect(others).toEqual([]);
  expect(group).toMatchObject({ itemId: warehouse.stocked.bulk, lines: 3 });
  expect([group?.quantityVariance, group?.quantityVarianceGross].map(Number)).toEqual([-1, 7]);
});

test("a line is in the group of the reason that was said last, and found by it", async () => {
  await explain(0, 1, "DAMAGE");
  await explain(0, 2, "THEFT");
  await explain(1, 1, "DAMAGE");
  await explain(1, 2, null);
  const groups = await groupsBy("REASON", { view: "DISCREPANCIES" });
  expect(groups.map(({ reasonCode }) => reasonCode)).toEqual(["THEFT", null]);
  const found = (reasonCode: object) =>
    listLines(
      database.db,
      session,
      { view: "DISCREPANCIES", filter: { reasonCode } },
      { first: 9 },
    );
  expect((await found({ eq: "THEFT" })).rows.length).toBe(1);
  expect((await found({ eq: "DAMAGE" })).rows.length).toBe(0);
  expect((await found({ isNull: true })).rows.length).toBe(1);
});

test("the view of location moves has the lines that a move is proposed for, and no match", async () => {
  const proposed = await readProposedMoves(database.db, session);
  const named = proposed.flatMap(({ fromLineId, toLineId }) => [fromLineId, toLineId]);
  const { rows } = await listLines(database.db, session, { view: "LOCATION_MOVES" }, { first: 9 });
  expect(rows.map(({ id }) => id).sort()).toEqual(named.sort());
  expect(rows).toHaveLength(2);
  const again = { view: "LOCATION_MOVES", isLatestRoundOnly: true } as const;
  expect((await listLines(database.db, session, again, { first: 9 })).rows).toEqual([]);
});
