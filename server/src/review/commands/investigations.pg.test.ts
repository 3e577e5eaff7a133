import "reflect-metadata";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { suggestCauses } from "../domain/suggest-causes.ts";
import { createInvestigationsLoader } from "../queries/investigations.loader.ts";
import { readCauseFacts } from "../queries/read-cause-facts.ts";
import { readVariancePareto } from "../queries/variance-pareto.ts";
import type { VarianceReason } from "../domain/variance-reason.ts";
import { listVarianceReasons } from "../storage/variance-reasons.ts";
import { recordInvestigation, type RecordInvestigation } from "./record-investigation.ts";
import { saveVarianceReason } from "./save-variance-reason.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let warehouseId: number;
let session: SessionRow;

/** Short of a dozen in the first place, over by as much in the second; a drill is in the wrong one. */
beforeAll(async () => {
  database = await openTestDatabase("investigations");
  warehouse = await CountedWarehouse.open(database);
  const { stocked } = warehouse;
  ({ warehouseId } = stocked);
  await sql`update item set unit_cost = 2.5 where id = ${stocked.bulk}`.execute(database.ownerDb);
  for (const [place, quantity] of [30, 10, 5].entries())
    await warehouse.move({
      ...{ quantity: new Decimal(quantity), locationId: warehouse.place(place) },
      effectiveAt: at(-60),
    });
  await warehouse.move({
    ...{ itemId: stocked.serials, serials: ["S1", "S2"], quantity: new Decimal(2) },
    effectiveAt: at(-60),
  });
  session = await warehouse.openCount();
  const drill = { itemId: stocked.serials };
  await warehouse.record(session, [
    warehouse.observation({ count: 18, locationId: warehouse.place(0) }),
    warehouse.observation({ count: 22, locationId: warehouse.place(1) }),
    warehouse.observation({ count: 8, locationId: warehouse.place(2) }),
    warehouse.observation({ ...drill, serials: ["S1"] }),
    warehouse.observation({ ...drill, serials: ["S2"], locationId: warehouse.place(1) }),
  ]);
  // Booked after the count, on the shelf before.
  await warehouse.move({
    ...{ quantity: new Decimal(3), locationId: warehouse.place(2), reference: "PO-7" },
    ...{ effectiveAt: at(15), recordedAt: at(40) },
  });
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
});
afterAll(() => database.close());

const lineIn = async (place: number, itemId?: number) =>
  (await warehouse.line(session, warehouse.place(place), itemId)).id;

async function causesOf(lineId: number) {
  const facts = await readCauseFacts(database.db, warehouseId, lineId);
  return facts ? suggestCauses(facts) : null;
}

test("the ledger and the count speak for causes, each with its evidence", async () => {
  const [short, over, late] = [await lineIn(0), await lineIn(1), await lineIn(2)];
  expect(await causesOf(short)).toEqual([
    expect.objectContaining({ kind: "OPPOSITE_VARIANCE", lineId: over, score: 85 }),
    expect.objectContaining({ kind: "PACK_MULTIPLE", unitCode: "CASE" }),
    // A part of it is over here as well, which explains less.
    expect.objectContaining({ kind: "OPPOSITE_VARIANCE", lineId: late, score: 50 }),
  ]);
  expect((await causesOf(late))?.[0]).toMatchObject({
    ...{ kind: "LATE_OR_OPEN_MOVE", reasonCode: "UNRECORDED_RECEIPT", reference: "PO-7" },
  });
  expect((await causesOf(await lineIn(0, warehouse.stocked.serials)))?.[0]).toMatchObject({
    ...{ kind: "SERIAL_ELSEWHERE", serial: "S2", locationId: warehouse.place(1) },
  });
});

test("a line that nobody counted has none", async () => {
  expect(await readCauseFacts(database.db, warehouseId, 0)).toBeNull();
});

const record = (given: Partial<RecordInvestigation> & { lineId: number }) =>
  recordInvestigation(database.orm.em, {
    ...{ warehouseId, basedOnRevision: 0, reasonCode: null, notes: null, fix: null },
    ...{ recordedBy: "ines", now: at(50) },
    ...given,
  });

test("revisions are added, of two at once one is told, and none is rewritten", async () => {
  const lineId = await lineIn(0);
  const both = await Promise.all([
    record({ lineId, reasonCode: "THEFT" }),
    record({ lineId, reasonCode: "DAMAGE" }),
  ]);
  expect(both.filter((each) => "session" in each)).toHaveLength(1);
  expect(both).toContainEqual({
    rejection: expect.objectContaining({ reason: "REVISION_OUTDATED" }),
  });
  const fix = "MOVED_TO_RIGHT_PLACE" as const;
  await record({ lineId, basedOnRevision: 1, reasonCode: "NOT_MOVED_DIGITALLY", fix });
  const loader = createInvestigationsLoader(database.db);
  const known = await loader.load({ warehouseId, lineId });
  expect(known.map(({ revision }) => revision)).toEqual([2, 1]);
  expect(known[0]).toMatchObject({ reasonCode: "NOT_MOVED_DIGITALLY", fix, recordedById: "ines" });
  for (const deed of [sql`update investigation set notes = 'x'`, sql`delete from investigation`])
    await expect(deed.execute(database.ownerDb)).rejects.toThrow();
});

test("reasons are seeded, can be changed and put out of use, and a name is there once", async () => {
  expect(await listVarianceReasons(database.db)).toHaveLength(12);
  const own = { code: "MICE", name: "Mice", isActive: false };
  const save = (reason: VarianceReason) =>
    saveVarianceReason(database.orm.em, { ...reason, savedBy: "ada", now: at(50) });
  expect(await save(own)).toEqual({ saved: own });
  expect((await listVarianceReasons(database.db)).at(-1)).toEqual(own);
  const taken = await save({ ...own, code: "RATS" });
  expect(taken).toMatchObject({ rejection: { reason: "NAME_TAKEN" } });
  const lineId = await lineIn(1);
  expect(await record({ lineId, reasonCode: "MICE" })).toMatchObject({
    rejection: { reason: "REASON_UNKNOWN" },
  });
  await save({ ...own, isActive: true });
  expect(await record({ lineId, reasonCode: "MICE" })).toHaveProperty("session");
});

test("the bars go by gross value, and tell how much of it they are", async () => {
  const pareto = (by: "CAUSE" | "PLACE" | "ITEM" | "CATEGORY", given: object = {}) =>
    readVariancePareto(database.db, warehouseId, {
      ...{ by, sessionId: session.id, from: null, to: null, first: 20 },
      ...given,
    });
  const figures = (await pareto("ITEM")).map(({ itemId, lines, valueGross, withoutCost }) => ({
    ...{ itemId, lines, withoutCost, gross: Number(valueGross) },
  }));
  const { bulk, serials } = warehouse.stocked;
  // 12 short, 12 and 3 over: not netted. The drills have no cost.
  expect(figures).toEqual([
    { itemId: bulk, lines: 3, withoutCost: 0, gross: 67.5 },
    { itemId: serials, lines: 2, withoutCost: 2, gross: 0 },
  ]);
  const causes = await pareto("CAUSE");
  expect(causes.map(({ reasonCode }) => reasonCode)).toEqual(["MICE", "NOT_MOVED_DIGITALLY", null]);
  expect(causes.map(({ cumulativePercent }) => Number(cumulativePercent))).toEqual([
    44.44, 88.89, 100,
  ]);
  expect((await pareto("PLACE")).length).toBe(3);
  expect(await pareto("CATEGORY")).toMatchObject([{ categoryName: null, lines: 5 }]);
  expect(await pareto("ITEM", { to: at(0) })).toEqual([]);
  expect(await pareto("ITEM", { from: at(0), to: at(30), first: 1 })).toHaveLength(1);
});
