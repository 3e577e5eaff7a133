import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { SessionRow } from "../domain/rows.ts";

const numbers = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => String(from + at));
const tagOf = (number: string) => `350C0FFEE00000${number.padStart(10, "0")}`;
const serialOf = (number: string) => `RF${number}`;

const here = numbers(1, 40);
const elsewhere = numbers(101, 5);
const ofNoPiece = numbers(901, 3);

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

beforeEach(async () => {
  database = await openTestDatabase("tags");
  warehouse = await CountedWarehouse.open(database);
  await receive(0, here);
  await receive(1, elsewhere);
  await sql`update serial_unit set rfid_tag = '350C0FFEE00000' || lpad(substr(serial, 3), 10, '0')
    where serial like 'RF%'`.execute(database.ownerDb);
  session = await warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

function receive(place: number, pieces: readonly string[]) {
  return warehouse.move({
    kind: "RECEIPT",
    itemId: warehouse.stocked.serials,
    locationId: warehouse.place(place),
    serials: pieces.map(serialOf),
    quantity: new Decimal(pieces.length),
    effectiveAt: at(-30),
  });
}

const reading = (tag: string) =>
  warehouse.observation({ itemId: undefined, rawScan: tag, quantity: new Decimal(1) });

/** What the line of this place says of each of its pieces. */
async function pieces(place: number) {
  const rows = await rowsOf<{ serial: string; isExpected: boolean; isFound: boolean }>(
    database.db,
    sql`select p.serial, p.is_expected as "isExpected", p.is_found as "isFound"
        from count_line_piece p
        join count_line l on l.warehouse_id = p.warehouse_id and l.id = p.line_id
        where l.session_id = ${session.id} and l.location_id = ${warehouse.place(place)}`,
  );
  const serials = (is: { isExpected: boolean; isFound: boolean }) =>
    rows
      .filter(({ isExpected, isFound }) => isExpected === is.isExpected && isFound === is.isFound)
      .map(({ serial }) => serial);
  return {
    found: serials({ isExpected: true, isFound: true }),
    missing: serials({ isExpected: true, isFound: false }),
    unexpected: serials({ isExpected: false, isFound: true }),
  };
}

test("a burst of 200 reads is what is here, what belongs elsewhere, what is unknown and what was not read", async () => {
  const read = [...here.slice(0, 35), ...elsewhere, ...ofNoPiece];
  const burst = Array.from({ length: 200 }, (_, at) => tagOf(read[(at * 7) % read.length] ?? ""));
  const results = await warehouse.record(session, burst.map(reading));

  expect(results.map(({ kind }) => kind)).toEqual(Array(200).fill("KEPT"));
  const seen = await pieces(0);
  expect(seen.found).toHaveLength(35);
  expect(seen.missing.toSorted()).toEqual(here.slice(35).map(serialOf).toSorted());
  expect(seen.unexpected.toSorted()).toEqual(elsewhere.map(serialOf).toSorted());
  const loose = await rowsOf<{ tag: string }>(
    database.db,
    sql`select distinct raw_scan as tag from observation where outcome = 'UNMATCHED'`,
  );
  expect(loose.map(({ tag }) => tag).toSorted()).toEqual(ofNoPiece.map(tagOf).toSorted());
});

test("a tag among serials is its piece, and the same entry sent again is no other", async () => {
  const entry = warehouse.observation({
    ...{ itemId: warehouse.stocked.serials, serials: [tagOf("1"), serialOf("2")] },
  });
  await warehouse.record(session, [entry]);
  await sql`update serial_unit set rfid_tag = null where serial = 'RF1'`.execute(database.ownerDb);
  expect(await warehouse.record(session, [entry])).toMatchObject([{ kind: "ALREADY_RECORDED" }]);
  expect(await pieces(0)).toMatchObject({ found: ["RF1", "RF2"], unexpected: [] });
  const [kept] = await rowsOf<{ read: string }>(
    database.db,
    sql`select raw_scan as read from observation`,
  );
  expect(kept?.read).toBe(tagOf("1"));
});
