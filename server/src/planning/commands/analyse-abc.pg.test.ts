import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, wholeWarehouse, type CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { JobFloor, until } from "../../../test/job-floor.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { choiceOf } from "../../counting/domain/choice.ts";
import { optionDefaults } from "../../counting/domain/options.ts";
import { previewCount } from "../../counting/queries/preview-count.ts";
import { sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { askForJob } from "../../jobs/storage/ask-for-job.ts";
import { findJob } from "../../jobs/queries/list-jobs.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { listAbcItems, listAbcRuns, sumAbcClasses } from "../queries/list-abc-runs.ts";
import { analyseAbc } from "./analyse-abc.ts";
import { applyAbcRun } from "./apply-abc-run.ts";
import { saveAbcThresholds } from "./save-abc-thresholds.ts";

let database: TestDatabase;
let floor: JobFloor;
let warehouse: CountedWarehouse;

beforeAll(async () => {
  database = await openTestDatabase("abc");
  floor = await JobFloor.open(database);
  warehouse = floor.floor.warehouse;
  const { bulk, lots, serials } = warehouse.stocked;
  await sql`update item set unit_cost = case sku when 'BOLT' then 2 when 'PAINT' then 10 else null end,
    abc_class = case sku when 'BOLT' then 'C' else null end`.execute(database.ownerDb);
  // 450 bolts for 900, 10 litres for 100: 90 % and 10 %. The drill has no cost.
  await warehouse.move({ itemId: bulk, quantity: new Decimal(1_000), effectiveAt: at(-30) });
  await warehouse.move({
    itemId: bulk,
    quantity: new Decimal(450),
    kind: "ISSUE",
    effectiveAt: at(-20),
  });
  await warehouse.move({
    itemId: lots,
    lotCode: "L1",
    quantity: new Decimal(20),
    effectiveAt: at(-30),
  });
  await warehouse.move({
    ...{ itemId: lots, lotCode: "L1", quantity: new Decimal(10), kind: "ISSUE" },
    effectiveAt: at(-20),
  });
  await warehouse.move({ itemId: serials, serials: ["D1"], effectiveAt: at(-30) });
  floor.worker().start();
});
afterAll(async () => {
  await floor.close();
  await database.close();
});

const asked = () => ({
  warehouseId: warehouse.stocked.warehouseId,
  actorId: "ines",
  now: at(59),
});

async function analyse() {
  const job = await analyseAbc(database.orm.em, floor.doorbell, asked());
  await until(async () => (await findJob(database.db, job))?.state === "DONE");
  const { rows } = await listAbcRuns(database.db, job.warehouseId, { first: 1 });
  const [run] = rows;
  if (!run) throw new Error("No run was kept.");
  return run;
}

const itemsOf = async (run: Awaited<ReturnType<typeof analyse>>) => {
  const { rows } = await listAbcItems(database.db, run, { onlyChanged: false, classNow: null }, {});
  return rows.map(({ itemId, classBefore, classNow, moves, share, valueUsed }) => [
    ...[itemId, valueUsed && Number(valueUsed), Number(share), moves, classBefore, classNow],
  ]);
};

test("the ledger says what was used, and a class holds once somebody applies it", async () => {
  const { bulk, lots, serials, warehouseId } = warehouse.stocked;
  const run = await analyse();
  expect(await itemsOf(run)).toEqual([
    [bulk, 900, 0.9, 2, "C", "A"],
    [lots, 100, 0.1, 2, null, "B"],
    [serials, null, 0, 1, null, "C"],
  ]);
  const linesOfA = async () => {
    const planned = { warehouseId, countType: "FULL" as const, passesOverHeld: true };
    const scope = { ...wholeWarehouse, abcClass: "A" as const };
    const choice = choiceOf({ ...planned, scope }, optionDefaults, at(59));
    return (await previewCount(database.db, choice)).lines;
  };
  expect(await linesOfA()).toBe(0);
  const applying = { ...asked(), runId: run.id };
  expect((await applyAbcRun(database.orm.em, applying)).changedCount).toBe(3);
  expect((await applyAbcRun(database.orm.em, applying)).changedCount).toBe(0);
  expect(await linesOfA()).toBe(1);
  expect(await brokenInvariants(database)).toEqual([]);
});

test("other thresholds lead to other classes, and the run before stays as it was", async () => {
  const before = await analyse();
  const saved = await saveAbcThresholds(database.orm.em, {
    ...{ ...asked(), days: 30, liftFromMoves: 1 },
    ...{ shareA: new Decimal("92.5"), shareB: new Decimal(99) },
  });
  expect(saved).toEqual({ saved: { shareA: "92.5", shareB: "99", days: 30, liftFromMoves: 1 } });
  const { bulk, lots, serials } = warehouse.stocked;
  const run = await analyse();
  expect((await itemsOf(run)).map(([item, , , , , classNow]) => [item, classNow])).toEqual([
    ...[
      [bulk, "A"],
      [lots, "A"],
      [serials, "B"],
    ],
  ]);
  expect(await sumAbcClasses(database.db, before)).toMatchObject([
    { abcClass: "A", items: 1 },
    { abcClass: "B", items: 1 },
    { abcClass: "C", items: 1 },
  ]);
});

test("asked for twice before anybody has begun, it is one job", async () => {
  const { warehouseId } = warehouse.stocked;
  const job = { warehouseId, kind: "ANALYSE_ABC" as const, sessionId: null, now: at(59) };
  const ask = { ...job, requestKey: "abc", request: {}, total: 1, askedBy: "ines" };
  const ids = await inTransaction(database.orm.em, async ({ db }) => [
    (await askForJob(db, ask)).id,
    (await askForJob(db, ask)).id,
  ]);
  expect(new Set(ids).size).toBe(1);
});
