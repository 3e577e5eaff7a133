import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { SessionRow } from "../domain/rows.ts";
import { readProposedMoves } from "../queries/read-misplaced.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("misplaced");
  warehouse = await CountedWarehouse.open(database);
  await drill("RECEIPT", 0, ["S1"], -30);
  await drill("RECEIPT", 1, ["S2"], -30);
  session = await warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

function drill(kind: "RECEIPT" | "ISSUE", place: number, serials: string[], minute: number) {
  return warehouse.move({
    kind,
    itemId: warehouse.stocked.serials,
    locationId: warehouse.place(place),
    serials,
    quantity: new Decimal(serials.length),
    effectiveAt: at(minute),
  });
}
const scan = (place: number, serials: string[]) =>
  warehouse.record(session, [
    warehouse.observation({
      itemId: warehouse.stocked.serials,
      locationId: warehouse.place(place),
      serials,
      ...(serials.length === 0 ? { count: 0 } : {}),
    }),
  ]);
const proposed = () => readProposedMoves(database.db, { ...session });

test("F10: a serial short in X and scanned in Y is one move, also when it is scanned twice", async () => {
  await scan(0, []);
  await scan(1, ["S1", "S2"]);
  await scan(1, ["S1"]);
  expect(await proposed()).toMatchObject([
    {
      serial: "S1",
      fromLocationId: warehouse.place(0),
      toLocationId: warehouse.place(1),
      conflict: null,
    },
  ]);
});

test("F10: shipped meanwhile, it is a conflict", async () => {
  await scan(0, []);
  await scan(1, ["S1", "S2"]);
  await drill("ISSUE", 0, ["S1"], 30);
  expect(await proposed()).toMatchObject([{ serial: "S1", conflict: "LEFT_STOCK" }]);
});

test("F10: also counted in X, it is a conflict", async () => {
  await scan(0, ["S1"]);
  await scan(1, ["S1", "S2"]);
  expect(await proposed()).toMatchObject([{ serial: "S1", conflict: "FOUND_IN_BOTH" }]);
});

test("the same item short here and over there is a pair", async () => {
  await warehouse.move({
    locationId: warehouse.place(2),
    quantity: new Decimal(10),
    effectiveAt: at(-5),
  });
  await warehouse.record(session, [
    warehouse.observation({ locationId: warehouse.place(2), count: 6 }),
    warehouse.observation({ locationId: warehouse.place(3), count: 3 }),
  ]);
  expect(await proposed()).toMatchObject([
    {
      serial: null,
      quantity: new Decimal(3),
      fromLocationId: warehouse.place(2),
      toLocationId: warehouse.place(3),
    },
  ]);
});
