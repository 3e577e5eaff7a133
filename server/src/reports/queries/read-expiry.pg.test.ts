import "reflect-metadata";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { ReportCode } from "../domain/report-code.ts";
import { readReport } from "./read-report.ts";

// Today is 21 November. Paint at 4.00 a litre: lot OLD expired on the 10th, NEW expires on 1 December,
// FAR in June. OLD is counted twice: 5 litres first, 2 litres later. FAR is gone. Worked out by hand.
let database: TestDatabase;
let warehouse: CountedWarehouse;

const placeOf = (lotCode: string) => warehouse.place(lotCode === "FAR" ? 1 : 0);

beforeAll(async () => {
  database = await openTestDatabase("expiry");
  warehouse = await CountedWarehouse.open(database);
  const { lots: itemId } = warehouse.stocked;
  await sql`update item set unit_cost = 4 where id = ${itemId}`.execute(database.ownerDb);
  await sql`insert into lot (item_id, code, expires_on) values (${itemId}, 'OLD', '2026-11-10'),
    (${itemId}, 'NEW', '2026-12-01'), (${itemId}, 'FAR', '2027-06-30')`.execute(database.ownerDb);
  const stock = { OLD: 5, NEW: 5, FAR: 1 };
  for (const [lotCode, litres] of Object.entries(stock))
    await warehouse.move({
      ...{ itemId, lotCode, quantity: new Decimal(litres), effectiveAt: at(-30) },
      locationId: placeOf(lotCode),
    });
  const count = async (quantities: Record<string, number>, minute: number) => {
    const session = await warehouse.openCount({}, "ACCEPT");
    const entries = Object.entries(quantities).map(([lotCode, quantity]) =>
      warehouse.observation({
        itemId,
        lotCode,
        count: quantity,
        minute,
        locationId: placeOf(lotCode),
      }),
    );
    await warehouse.record(session, entries, at(minute + 1));
  };
  await count({ OLD: 5, NEW: 1, FAR: 0 }, 10);
  await count({ OLD: 2 }, 20);
});
afterAll(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

async function read(code: ReportCode) {
  const filter = {
    ...{ warehouseId: warehouse.stocked.warehouseId, from: null, to: null, sessionId: null },
    ...{ itemId: null, locationId: null, categoryId: null },
  };
  const { rows, totals } = await readReport(
    database.db,
    code,
    { filter, now: at(60), seesCost: true },
    { offset: 0, limit: 100 },
  );
  return { rows: rows.map((row) => Object.values(row)), totals };
}

test("by expiry date every count of a lot stands, those first that expire first", async () => {
  const { rows } = await read("EXPIRY");
  const shown = rows.map(([expiresOn, daysLeft, , , lot]) => [expiresOn, daysLeft, lot]);
  expect(shown).toEqual([
    ["2026-11-10", "-11", "OLD"],
    ["2026-11-10", "-11", "OLD"],
    ["2026-12-01", "10", "NEW"],
    ["2027-06-30", "221", "FAR"],
  ]);
});

test("by month a lot counts once, as it was found last, and nothing that is gone", async () => {
  const { rows, totals } = await read("EXPIRY_BY_MONTH");
  expect(rows).toEqual([
    ["2026-11", "expired", "1", "2", "8"],
    ["2026-12", "within 30 days", "1", "1", "4"],
  ]);
  expect(totals).toMatchObject({ lots: "2", found: "3", worth: "12" });
});

test("what is sorted by a number is sorted as numbers: 28 is more than 4", async () => {
  const { rows } = await read("PLACES");
  expect(rows.map(([place]) => place)).toEqual(["P1", "P2"]);
  expect(rows.map((row) => row.at(-1))).toEqual(["28", "4"]);
});
