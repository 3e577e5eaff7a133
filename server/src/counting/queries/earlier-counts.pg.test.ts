import "reflect-metadata";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { cancelCountSession } from "../commands/cancel-count-session.ts";
import { createEarlierCountsLoader } from "./earlier-counts.loader.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;

beforeAll(async () => {
  database = await openTestDatabase("earlier-counts");
  warehouse = await CountedWarehouse.open(database);
  for (const place of [0, 1])
    await warehouse.move({
      locationId: warehouse.place(place),
      quantity: new Decimal(12),
      effectiveAt: at(-30),
    });
});
afterAll(() => database.close());

async function countAt(minute: number, quantity: number, place = 0) {
  const session = await warehouse.openCount({}, "ACCEPT");
  const seen = { count: quantity, minute, locationId: warehouse.place(place) };
  await warehouse.record(session, [warehouse.observation(seen)], at(minute));
  return session;
}

test("earlier counts of the same stock in the same place, the latest first, without those called off", async () => {
  await countAt(1, 12);
  await countAt(2, 9);
  await countAt(3, 4, 1);
  const calledOff = await countAt(4, 1);
  await cancelCountSession(database.orm.em, silentDoorbell, {
    ...{ warehouseId: calledOff.warehouseId, sessionId: calledOff.id },
    ...{ actorId: "ines", reason: "wrong", now: at(4) },
  });
  const now = await countAt(5, 12);
  await countAt(6, 2);
  const { id: lineId } = await warehouse.line(now);
  const loader = createEarlierCountsLoader(database.db);
  const earlier = await loader.load({ warehouseId: now.warehouseId, lineId });
  expect(earlier.map((each) => Number(each.quantityVariance))).toEqual([-3, 0]);
  expect(earlier.map(({ countedAt }) => countedAt)).toEqual([at(2), at(1)]);
});
