import { afterAll, beforeAll, expect, test } from "vitest";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { reportPresence } from "../commands/report-presence.ts";
import { offlineAfterMs } from "../domain/heartbeat.ts";
import { createCountersOnlineLoader } from "./counters-online.loader.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;

beforeAll(async () => {
  database = await openTestDatabase("counters-online");
  warehouse = await CountedWarehouse.open(database);
  await warehouse.move({ quantity: new Decimal(12), effectiveAt: at(-30) });
});
afterAll(() => database.close());

test("a person with two devices is one, and who fell silent takes part without being online", async () => {
  const session = await warehouse.openCount();
  const key = { warehouseId: session.warehouseId, sessionId: session.id };
  const beat = (userId: string, deviceId: string, now: Date) =>
    reportPresence(database.orm.em, silentDoorbell, {
      ...key,
      userId,
      deviceId,
      deviceName: "",
      unsentCount: 0,
      lastScanAt: null,
      now,
    });
  const now = at(10);
  await beat("maria", "phone", now);
  await beat("maria", "tablet", now);
  await beat("jonas", "phone of Jonas", new Date(now.valueOf() - offlineAfterMs));
  await beat("aiko", "phone of Aiko", new Date(now.valueOf() - offlineAfterMs - 1));

  const loader = createCountersOnlineLoader(database.db, now);
  const nobody = { ...key, sessionId: session.id + 1 };
  expect(await loader.loadMany([key, nobody])).toMatchObject([
    { online: 2, total: 3 },
    { online: 0, total: 0 },
  ]);
});
