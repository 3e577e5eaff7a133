import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { SessionRow } from "../domain/rows.ts";
import { createSessionFiguresLoader } from "./session-figures.loader.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("session-figures");
  warehouse = await CountedWarehouse.open(database);
  for (const place of [0, 1, 2])
    await warehouse.move({
      quantity: new Decimal(100),
      effectiveAt: at(-30),
      locationId: warehouse.place(place),
    });
  session = await warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const count = (quantity: number, place: number) =>
  warehouse.record(session, [
    warehouse.observation({ count: quantity, locationId: warehouse.place(place) }),
  ]);

async function figures() {
  const loader = createSessionFiguresLoader(database.db);
  const row = await loader.load({ warehouseId: session.warehouseId, sessionId: session.id });
  const plain = (text: string) => new Decimal(text).toFixed();
  return {
    counted: row.counted,
    outOfTolerance: row.outOfTolerance,
    net: plain(row.quantityVariance),
    gross: plain(row.quantityVarianceGross),
  };
}

test("nothing is known of what nobody counted", async () => {
  expect(await figures()).toEqual({ counted: 0, outOfTolerance: 0, net: "0", gross: "0" });
});

test("five short and five over are even in the net, ten in the gross, and two lines out", async () => {
  await count(95, 0);
  await count(105, 1);
  expect(await figures()).toEqual({ counted: 2, outOfTolerance: 2, net: "0", gross: "10" });
});

test("a match is counted, and one that is not counted is in no figure", async () => {
  await count(100, 0);
  await count(97, 1);
  expect(await figures()).toEqual({ counted: 2, outOfTolerance: 1, net: "-3", gross: "3" });
});

test("a count that is not there is an error of its own, beside one that is", async () => {
  const loader = createSessionFiguresLoader(database.db);
  const { warehouseId, id } = session;
  const [known, unknown] = await Promise.allSettled([
    loader.load({ warehouseId, sessionId: id }),
    loader.load({ warehouseId, sessionId: 999_999 }),
  ]);
  expect([known.status, unknown.status]).toEqual(["fulfilled", "rejected"]);
});
