import "reflect-metadata";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { listDevices } from "../queries/list-devices.ts";
import { excludeDevice } from "./exclude-device.ts";
import { forgetDevice } from "./forget-device.ts";
import { reportPresence } from "./report-presence.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let first: SessionRow;
let second: SessionRow;
let deviceId: string;

beforeAll(async () => {
  database = await openTestDatabase("devices");
  warehouse = await CountedWarehouse.open(database);
  for (const place of [0, 1])
    await warehouse.move({ quantity: new Decimal(5), locationId: warehouse.place(place) });
  const countOf = (place: number) =>
    warehouse.openCount({ assigneeIds: [], scope: { locationIds: [warehouse.place(place)] } });
  [first, second] = [await countOf(0), await countOf(1)];
});
beforeEach((context) => {
  deviceId = context.task.id;
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
});
afterAll(() => database.close());

const beat = (session: SessionRow, minute: number, changes: object = {}) =>
  reportPresence(database.orm.em, silentDoorbell, {
    ...{ warehouseId: session.warehouseId, sessionId: session.id, userId: "jonas", deviceId },
    ...{ deviceName: "Zebra 3", unsentCount: 0, lastScanAt: null, now: at(minute) },
    ...changes,
  });
const shown = async () => {
  const { rows } = await listDevices(database.db, first.warehouseId, {});
  return rows.find((device) => device.deviceId === deviceId);
};
const forget = (minute: number) =>
  forgetDevice(database.orm.em, {
    ...{ warehouseId: first.warehouseId, userId: "jonas", deviceId },
    ...{ actorId: "ines", now: at(minute) },
  });

test("a device is one line, however many counts it was in, as it told last", async () => {
  await beat(first, 1, { unsentCount: 2, deviceName: "Old name", appVersion: "0.1.0" });
  await beat(second, 2, { unsentCount: 3 });
  expect(await shown()).toMatchObject({
    ...{ deviceName: "Zebra 3", appVersion: "0.1.0", unsentCount: 5, countsTotal: 2 },
    ...{ heartbeatAt: at(2), userId: "jonas" },
    holding: [
      { sessionId: second.id, unsentCount: 3, excludedReason: null },
      { sessionId: first.id, unsentCount: 2, excludedReason: null },
    ],
  });
});

test("one that fell silent is forgotten, the decision is kept, and it is back when it is heard", async () => {
  await beat(first, 1);
  expect(await forget(30)).toBeNull();
  expect(await shown()).toBeUndefined();
  const decisions = await rowsOf<{ actor: string; device: string }>(
    database.db,
    sql`select actor_id as actor, body::jsonb -> 'details' ->> 'deviceName' as device
        from audit_entry where kind = 'DEVICE_FORGOTTEN'`,
  );
  expect(decisions).toEqual([{ actor: "ines", device: "Zebra 3" }]);
  await beat(first, 31);
  expect(await shown()).toMatchObject({ heartbeatAt: at(31) });
});

test("one that holds entries is not forgotten, until it was excluded with a reason", async () => {
  await beat(second, 1, { unsentCount: 4 });
  expect(await forget(30)).toMatchObject({ reason: "HOLDS_ENTRIES" });
  expect(await shown()).toBeDefined();
  await excludeDevice(database.orm.em, silentDoorbell, {
    ...{ warehouseId: second.warehouseId, sessionId: second.id, userId: "jonas", deviceId },
    ...{ actorId: "ines", reason: "It fell into the water.", now: at(31) },
  });
  expect(await shown()).toMatchObject({
    unsentCount: 0,
    holding: [{ unsentCount: 4, excludedReason: "It fell into the water." }],
  });
  expect(await forget(32)).toBeNull();
});

test("one that is in use is not forgotten", async () => {
  await beat(first, 30);
  expect(await forget(30)).toMatchObject({ reason: "DEVICE_ONLINE" });
});
