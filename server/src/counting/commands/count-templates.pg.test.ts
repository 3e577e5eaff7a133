import "reflect-metadata";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { sql } from "../../database/db.ts";
import { nothingAsked } from "../domain/fill-from-template.ts";
import { listTemplates } from "../queries/list-templates.ts";
import { loadSession } from "../queries/load-one.ts";
import { createCountSession } from "./create-count-session.ts";
import { deleteCountTemplate } from "./delete-count-template.ts";
import { saveCountTemplate, type SaveCountTemplate } from "./save-count-template.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;

beforeAll(async () => {
  database = await openTestDatabase("templates");
  warehouse = await CountedWarehouse.open(database);
  await sql`insert into app_user (id, name, email, sees_all_warehouses)
            values ('maria', 'Maria', 'maria@tallyroom.example', true)`.execute(database.ownerDb);
});
afterEach(async () => expect(await brokenInvariants(database)).toEqual([]));
afterAll(() => database.close());

const save = (given: Partial<SaveCountTemplate>) =>
  saveCountTemplate(database.orm.em, {
    ...nothingAsked,
    warehouseId: warehouse.stocked.warehouseId,
    id: null,
    name: undefined,
    deadlineAfterHours: undefined,
    savedBy: "ines",
    now: at(0),
    ...given,
  });
const plan = (templateId: number, given: Partial<Parameters<typeof createCountSession>[1]> = {}) =>
  createCountSession(database.orm.em, {
    ...nothingAsked,
    warehouseId: warehouse.stocked.warehouseId,
    createdBy: "ines",
    now: at(0),
    templateId,
    reference: null,
    freshSeed: "seed",
    ...given,
  });
async function made(given: Partial<SaveCountTemplate>): Promise<number> {
  const outcome = await save({ countType: "FULL", ...given });
  if ("rejection" in outcome) throw new Error(outcome.rejection.message);
  return outcome.saved.id;
}

test("a template is made, changed part by part, and found again", async () => {
  const id = await made({ name: "Door", notes: "Slowly.", scope: { lotsToCount: 5 } });
  expect(await save({ id, name: "Front door", scope: { includesEmpty: true } })).toMatchObject({
    saved: {
      name: "Front door",
      settings: { notes: "Slowly.", scope: { lotsToCount: 5, includesEmpty: true } },
    },
  });
  const { warehouseId, otherWarehouseId } = warehouse.stocked;
  const names = async (inWarehouse: number) =>
    (await listTemplates(database.db, inWarehouse, "front", {})).rows.map(({ name }) => name);
  expect(await names(warehouseId)).toEqual(["Front door"]);
  expect(await names(otherWarehouseId)).toEqual([]);
});

test("a name is taken once in a warehouse, also by two at once, and free in another", async () => {
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => save({ name: "Gate", countType: "FULL" })),
  );
  expect(outcomes.filter((each) => "saved" in each)).toHaveLength(1);
  expect(outcomes.find((each) => "rejection" in each)).toMatchObject({
    rejection: { reason: "NAME_TAKEN", message: expect.stringContaining("Gate") as string },
  });
  const { otherWarehouseId } = warehouse.stocked;
  expect(await made({ name: "Gate", warehouseId: otherWarehouseId })).toBeGreaterThan(0);
});

test("a template of another warehouse is as unknown as one that does not exist", async () => {
  const id = await made({ name: "Far", warehouseId: warehouse.stocked.otherWarehouseId });
  for (const foreign of [id, 987_654]) {
    expect(await save({ id: foreign, name: "Near" })).toMatchObject({
      rejection: { reason: "TEMPLATE_UNKNOWN" },
    });
    expect(await plan(foreign)).toMatchObject({ rejection: { reason: "TEMPLATE_UNKNOWN" } });
  }
});

test("a count planned from it takes what was left out, and tells where it came from", async () => {
  const [locationId = 0] = warehouse.stocked.places;
  const id = await made({
    name: "Monday",
    countType: "HIGH_VALUE",
    scope: { locationIds: [locationId], lotsToCount: 3, valueThreshold: "250" },
    isBlind: false,
    assigneeIds: ["maria"],
    notes: "With a light.",
    deadlineAfterHours: 2,
  });
  const outcome = await plan(id, { title: "This Monday", scope: { lotsToCount: 4 } });
  expect(outcome).toMatchObject({
    session: {
      title: "This Monday",
      countType: "HIGH_VALUE",
      scope: { locationIds: [locationId], lotsToCount: 4, valueThreshold: "250" },
      isBlind: false,
      notes: "With a light.",
      deadlineAt: new Date(at(0).valueOf() + 2 * 3_600_000),
      templateId: id,
      templateName: "Monday",
    },
  });
  await deleteCountTemplate(database.orm.em, { warehouseId: warehouse.stocked.warehouseId, id });
  const { session } = outcome as Extract<typeof outcome, { session: object }>;
  expect(await loadSession(database.db, session.warehouseId, session.id)).toMatchObject({
    templateId: null,
    templateName: "Monday",
  });
});

test("what it names and is no longer in use is told by name; saying otherwise helps", async () => {
  const [, locationId = 0, instead = 0] = warehouse.stocked.places;
  const { bulk } = warehouse.stocked;
  const scope = { locationIds: [locationId], itemIds: [bulk] };
  const id = await made({ name: "Old", countType: "LOCATIONS", scope, assigneeIds: ["maria"] });
  await sql`update location set is_active = false where id = ${locationId}`.execute(
    database.ownerDb,
  );
  await sql`update item set is_active = false where id = ${bulk}`.execute(database.ownerDb);
  await sql`update app_user set is_disabled = true where id = 'maria'`.execute(database.ownerDb);
  expect(await plan(id)).toMatchObject({
    rejection: {
      reason: "TEMPLATE_OUTDATED",
      message: expect.stringContaining("BOLT, Maria, P2") as string,
    },
  });
  const said = { scope: { locationIds: [instead], itemIds: [] }, assigneeIds: [] };
  expect(await plan(id, said)).toMatchObject({ session: { scope: { locationIds: [instead] } } });
});
