import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { SessionRow } from "../domain/rows.ts";
import { loadSession } from "../queries/load-one.ts";
import { readLooks } from "../storage/read-looks.ts";
import { resolveDispute, type ResolveDispute } from "./resolve-dispute.ts";
import { saveOption } from "./save-option.ts";
import { submitCountSession } from "./submit-count-session.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

beforeAll(async () => {
  database = await openTestDatabase("disputes");
  warehouse = await CountedWarehouse.open(database);
  for (const locationId of warehouse.stocked.places)
    await warehouse.move({ quantity: new Decimal(12), locationId, effectiveAt: at(-30) });
  const { warehouseId } = warehouse.stocked;
  const option = { code: "wholeCounts", value: true, warehouseId, changedBy: "ada", now: at(-1) };
  await saveOption(database.orm.em, option);
  session = await warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
});
afterAll(() => database.close());

let minute = 0;
const count = (index: number, actorId: string, quantity: number) => {
  minute += 1;
  const locationId = warehouse.place(index);
  const entry = warehouse.observation({ actorId, count: quantity, locationId, minute });
  return warehouse.record(session, [entry]);
};
const line = (index: number) => warehouse.line(session, warehouse.place(index));
const resolve = async (index: number, given: Partial<ResolveDispute> = {}) => {
  const { id, version } = await line(index);
  return resolveDispute(database.orm.em, silentDoorbell, {
    warehouseId: session.warehouseId,
    lineId: id,
    standsUserId: "jonas",
    reason: "looked myself",
    seenVersion: version,
    actorId: "ines",
    now: at(58),
    ...given,
  });
};

test("two people, one line, different values: both kept, and a third count decides", async () => {
  await count(0, "maria", 12);
  await count(0, "jonas", 10);
  expect(await line(0)).toMatchObject({ counted: "12", isDisputed: true });
  const { id } = await line(0);
  const looks = (await readLooks(database.db, session, [id])).folded.get(id);
  expect(looks?.counts.map(({ quantity }) => quantity.toFixed())).toEqual(["12", "10"]);
  await count(0, "aiko", 10);
  expect(await line(0)).toMatchObject({ counted: "10", variance: "-2", isDisputed: false });
});

test("two supervisors decide at once: one does, the other looks again", async () => {
  await count(2, "maria", 12);
  await count(2, "jonas", 10);
  const { version: seenVersion } = await line(2);
  const outcomes = await Promise.all([
    resolve(2, { seenVersion }),
    resolve(2, { seenVersion, standsUserId: "maria" }),
  ]);
  const rejected = outcomes.flatMap((each) => ("rejection" in each ? [each.rejection.reason] : []));
  expect(rejected).toEqual(["LINE_CHANGED"]);
});

test("a supervisor decides, also when the count is handed in; what did not stand is still there", async () => {
  await count(1, "maria", 12);
  await count(1, "jonas", 10);
  const request = {
    ...{ warehouseId: session.warehouseId, sessionId: session.id },
    actorId: "ines",
  };
  await submitCountSession(database.orm.em, silentDoorbell, { ...request, now: at(57) });
  expect(await resolve(1)).toMatchObject({ sessionId: session.id });
  expect(await line(1)).toMatchObject({ counted: "10", isDisputed: false });
  expect(await resolve(1)).toMatchObject({ rejection: { reason: "NOT_DISPUTED" } });
  const now = await loadSession(database.db, session.warehouseId, session.id);
  expect(now.status).toBe("PENDING_APPROVAL");
});
