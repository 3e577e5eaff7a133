import "reflect-metadata";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { readReasonUse } from "../queries/read-reason-use.ts";
import { listVarianceReasons } from "../storage/variance-reasons.ts";
import { orderVarianceReasons } from "./order-variance-reasons.ts";
import { recordInvestigation } from "./record-investigation.ts";
import { saveVarianceReason } from "./save-variance-reason.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;

beforeAll(async () => {
  database = await openTestDatabase("reasons");
  warehouse = await CountedWarehouse.open(database);
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
});
afterAll(() => database.close());

const codes = async () => (await listVarianceReasons(database.db)).map(({ code }) => code);
const save = (code: string, name: string, isActive = true) =>
  saveVarianceReason(database.orm.em, {
    ...{ code, name, isActive, savedBy: "ada", now: at(0) },
  });
const order = (asked: readonly string[]) =>
  orderVarianceReasons(database.orm.em, { codes: asked, orderedBy: "ada", now: at(1) });
const decisions = (kind: string) =>
  rowsOf<{ actor: string; details: unknown }>(
    database.db,
    sql`select actor_id as actor, body::jsonb -> 'details' as details from audit_entry
        where warehouse_id = 0 and kind = ${kind} order by sequence`,
  );

test("a new reason comes last, a changed one stays, and both stand in the chain", async () => {
  await save("MICE", "Mice");
  expect((await codes()).at(-1)).toBe("MICE");
  await save("THEFT", "Stolen");
  expect((await codes()).at(-1)).toBe("MICE");
  expect(await decisions("VARIANCE_REASON_SAVED")).toEqual([
    { actor: "ada", details: { code: "MICE", name: "Mice", isActive: true, before: null } },
    {
      actor: "ada",
      details: {
        ...{ code: "THEFT", name: "Stolen", isActive: true },
        before: { name: "Theft", isActive: true },
      },
    },
  ]);
});

test("what is not saved is in no chain", async () => {
  expect(await save("RATS", "Damage")).toHaveProperty("rejection.reason", "NAME_TAKEN");
  const saved = await decisions("VARIANCE_REASON_SAVED");
  expect(saved.filter(({ details }) => JSON.stringify(details).includes("RATS"))).toEqual([]);
});

test("reasons are offered in the order that somebody has chosen; one out of use comes last", async () => {
  const before = await codes();
  const wanted = before.toReversed();
  expect(await order(wanted)).toHaveProperty("reasons");
  expect(await codes()).toEqual(wanted);
  await save(wanted[0] ?? "", "Not offered", false);
  expect((await codes()).at(-1)).toBe(wanted[0]);
  expect(await decisions("VARIANCE_REASONS_ORDERED")).toEqual([
    { actor: "ada", details: { order: wanted.join(", ") } },
  ]);
});

test.each([
  ["that leaves one out", (all: string[]) => all.slice(1)],
  ["that names one twice", (all: string[]) => [...all.slice(1), all.at(-1) ?? ""]],
  ["with one too many", (all: string[]) => [...all, "NOBODY"]],
  ["with one that nobody knows", (all: string[]) => [...all.slice(1), "NOBODY"]],
])("an order %s is not taken", async (_, change) => {
  const before = await codes();
  expect(await order(change(before))).toHaveProperty("rejection.reason", "CODES_INCOMPLETE");
  expect(await codes()).toEqual(before);
});

test("a reason is used by the lines of which it is the last word, in warehouses that are seen", async () => {
  const { warehouseId } = warehouse.stocked;
  await warehouse.move({ quantity: new Decimal(10), effectiveAt: at(-60) });
  const session = await warehouse.openCount();
  await warehouse.record(session, [warehouse.observation({ count: 8 })]);
  const { id: lineId } = await warehouse.line(session, warehouse.place(0));
  const found = (reasonCode: string, basedOnRevision: number) =>
    recordInvestigation(database.orm.em, {
      ...{ warehouseId, lineId, basedOnRevision, reasonCode, notes: null, fix: null },
      ...{ recordedBy: "ines", now: at(30) },
    });
  expect(await found("DAMAGE", 0)).toHaveProperty("session");
  expect(await found("UNIT_SLIP", 1)).toHaveProperty("session");
  const use = [{ code: "UNIT_SLIP", lines: 1, lastAt: at(30) }];
  expect(await readReasonUse(database.db, null)).toEqual(use);
  expect(await readReasonUse(database.db, new Set([warehouseId]))).toEqual(use);
  expect(await readReasonUse(database.db, new Set([warehouseId + 1]))).toEqual([]);
});
