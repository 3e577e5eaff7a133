import "reflect-metadata";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { print, tryToPrint } from "../../../test/print-sheets.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { isCountedBy } from "../../review/storage/counted-by.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { loadSheet } from "../queries/load-sheet.ts";
import { readPaper } from "../queries/read-paper.ts";
import { readSheetLines } from "../queries/read-sheet-lines.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;

beforeEach(async () => {
  await database?.close();
  database = await openTestDatabase("sheets");
  warehouse = await CountedWarehouse.open(database);
  for (const place of [0, 1, 2])
    await warehouse.move({
      ...{ quantity: new Decimal(100), locationId: warehouse.place(place), effectiveAt: at(-30) },
    });
  session = await warehouse.openCount({ isBlind: true });
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
});
afterAll(() => database.close());

const supervisor = { userId: "ines", seesExpected: true };
const paperOf = async (sheetId: number, seesExpected: boolean) => {
  const sheet = await loadSheet(database.db, session.warehouseId, sheetId);
  const asked = { sheet, session, looker: { seesExpected }, origin: "http://here/" };
  return readPaper(database.db, asked);
};
const placesOf = async (sheetId: number) =>
  (await paperOf(sheetId, true)).lines.map(({ locationCode }) => locationCode);
/** What was written down, typed in by Ines. */
const fromPaper = async (sheetId: number, given: Parameters<typeof warehouse.observation>[0]) => {
  const { id: lineId } = await warehouse.line(session);
  const { minute = 5, ...rest } = given;
  return warehouse.observation({
    ...{ lineId, itemId: undefined, locationId: undefined, mode: "REPLACE" },
    time: { source: "WRITTEN", claimedAt: at(minute), clockOffsetMs: null },
    paper: { enteredBy: "ines", sheetId, wrong: null },
    ...rest,
  });
};

test("a sheet has the lines in walking order, and no others when more come into the count", async () => {
  const sheet = await print(database, session);
  const onPaper = await placesOf(sheet.id);
  expect(onPaper).toEqual(["P1", "P2", "P3"]);
  const found = { locationId: warehouse.place(3), count: 4 };
  await warehouse.record(session, [warehouse.observation(found)]);
  expect(await placesOf(sheet.id)).toEqual(onPaper);
  expect(await placesOf((await print(database, session)).id)).toEqual([...onPaper, "P4"]);
});

test("four people who print at once get the numbers 1 to 4", async () => {
  const sheets = await Promise.all([1, 2, 3, 4].map(() => print(database, session)));
  expect(sheets.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
});

test("a sheet is narrowed to a place, to what somebody has claimed, and to what is left", async () => {
  const locationId = warehouse.place(1);
  expect(await placesOf((await print(database, session, { locationId })).id)).toEqual(["P2"]);
  await sql`insert into location_claim (warehouse_id, session_id, location_id, user_id, purpose,
      claimed_at, expires_at)
    values (${session.warehouseId}, ${session.id}, ${warehouse.place(2)}, 'maria', 'COUNT',
      ${at(0)}, ${at(30)})`.execute(database.ownerDb);
  const claimedById = "maria";
  expect(await placesOf((await print(database, session, { claimedById })).id)).toEqual(["P3"]);
  await warehouse.record(session, [warehouse.observation({ count: 100 })]);
  const rest = await print(database, session, { isRestOnly: true });
  expect(await placesOf(rest.id)).toEqual(["P2", "P3"]);
  const outcome = await tryToPrint(database, session, { claimedById: "jonas" });
  expect(outcome).toMatchObject({ rejection: { reason: "NOTHING_THERE" } });
});

test("somebody's places are his part of the work, claimed by nobody, but not where another counts", async () => {
  const { warehouseId, id } = session;
  for (const place of [0, 1])
    await sql`insert into location_share (warehouse_id, session_id, location_id, user_id)
      values (${warehouseId}, ${id}, ${warehouse.place(place)}, 'maria')`.execute(database.ownerDb);
  const claimedById = "maria";
  expect(await placesOf((await print(database, session, { claimedById })).id)).toEqual([
    "P1",
    "P2",
  ]);
  await sql`insert into location_claim (warehouse_id, session_id, location_id, user_id, purpose,
      claimed_at, expires_at)
    values (${warehouseId}, ${id}, ${warehouse.place(0)}, 'jonas', 'COUNT', ${at(0)}, ${at(30)}),
      (${warehouseId}, ${id}, ${warehouse.place(1)}, 'jonas', 'VERIFY', ${at(0)}, ${at(30)})`.execute(
    database.ownerDb,
  );
  expect(await placesOf((await print(database, session, { claimedById })).id)).toEqual(["P2"]);
});

test("what the books say is on paper for those alone who may see it, whoever has printed it", async () => {
  const blind = { showsBooks: true, seesExpected: false };
  expect(await tryToPrint(database, session, blind)).toMatchObject({
    rejection: { reason: "BOOKS_HIDDEN" },
  });
  const sheet = await print(database, session, { showsBooks: true });
  const seen = (await paperOf(sheet.id, true)).lines.map(({ quantityBooks }) => quantityBooks);
  expect(seen).toEqual(["100", "100", "100"]);
  const hidden = await paperOf(sheet.id, false);
  expect(hidden.showsBooks).toBe(false);
  expect(JSON.stringify(hidden)).not.toContain("100");
});

test("case C: counted on paper, then 20 shipped, then typed in with the written time: nothing is missing", async () => {
  const sheet = await print(database, session);
  const shipped = { kind: "ISSUE" as const, locationId: warehouse.place(0), effectiveAt: at(10) };
  await warehouse.move({ ...shipped, quantity: new Decimal(20) });
  await warehouse.record(session, [await fromPaper(sheet.id, { count: 100, minute: 5 })], at(20));
  expect(await warehouse.line(session)).toMatchObject({
    ...{ counted: "100", expected: "100", variance: "0", isUncertain: false },
  });
});

test("an entry is of whoever counted, and whoever typed it had a hand in it, too", async () => {
  const sheet = await print(database, session);
  await warehouse.record(session, [await fromPaper(sheet.id, { count: 98 })]);
  const line = sql`l`;
  const had = (name: string) => isCountedBy(line, sql`${name}`);
  const [row] = await rowsOf<Record<string, unknown>>(
    database.db,
    sql`select l.counted_by as counter, ${had("maria")} as maria, ${had("ines")} as ines,
          ${had("petra")} as petra
        from count_line l where l.session_id = ${session.id} and l.state = 'COUNTED'`,
  );
  expect(row).toEqual({ counter: "maria", maria: true, ines: true, petra: false });
});

test("a sheet knows how many of its lines have come back, and what stands of them", async () => {
  const sheet = await print(database, session);
  const entry = await fromPaper(sheet.id, { count: 98 });
  await warehouse.record(session, [entry]);
  // The answer was lost: it is sent again.
  const [again] = await warehouse.record(session, [entry]);
  expect(again?.kind).toBe("ALREADY_RECORDED");
  const read = () => readSheetLines(database.db, sheet, supervisor);
  expect((await read())[0]?.entry).toMatchObject({
    ...{ quantity: "98", counterId: "maria", enteredById: "ines", countedAt: at(5) },
  });
  const voids = { actorId: "maria", externalId: entry.externalId };
  const taken = warehouse.observation({ mode: "VOID", voids, itemId: undefined });
  await warehouse.record(session, [
    { ...taken, locationId: undefined, isSupervisor: true },
    await fromPaper(sheet.id, { count: 89 }),
  ]);
  expect((await read())[0]?.entry?.quantity).toBe("89");
  expect(await warehouse.line(session)).toMatchObject({ counted: "89" });
  const { linesTotal, linesEntered } = await loadSheet(database.db, sheet.warehouseId, sheet.id);
  expect([linesEntered, linesTotal]).toEqual([1, 3]);
});

test("what one counter wrote is not shown to another who may have to look for himself", async () => {
  const sheet = await print(database, session);
  await warehouse.record(session, [await fromPaper(sheet.id, { count: 98 })]);
  const entriesFor = async (userId: string) => {
    const looker = { userId, seesExpected: false };
    return (await readSheetLines(database.db, sheet, looker)).filter(({ entry }) => entry).length;
  };
  expect([await entriesFor("maria"), await entriesFor("jonas")]).toEqual([1, 0]);
});
