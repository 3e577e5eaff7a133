import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at } from "../../../test/counted-warehouse.ts";
import { PostingFloor } from "../../../test/posting-floor.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";

let database: TestDatabase;
let floor: PostingFloor;
let session: SessionRow;
let drill: number;
let here: number;
let there: number;

/** D1 and D2 stand here, D3 there. */
beforeEach(async () => {
  database = await openTestDatabase("pieces");
  floor = await PostingFloor.open(database);
  drill = floor.warehouse.stocked.serials;
  [here, there] = [floor.warehouse.place(0), floor.warehouse.place(1)];
  await bring(here, ["D1", "D2"], -30);
  await bring(there, ["D3"], -30);
  session = await floor.warehouse.openCount();
});
afterEach(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

const piecesOf = (locationId: number, serials: string[], minute: number) => ({
  itemId: drill,
  locationId,
  serials,
  quantity: new Decimal(serials.length),
  effectiveAt: at(minute),
});
const bring = (place: number, serials: string[], minute: number) =>
  floor.warehouse.move(piecesOf(place, serials, minute));
const ship = (place: number, serials: string[], minute: number) =>
  floor.warehouse.move({ kind: "ISSUE", ...piecesOf(place, serials, minute) });
const see = (locationId: number, serials: string[], minute = 9) =>
  floor.warehouse.record(session, [
    floor.warehouse.observation({
      itemId: drill,
      locationId,
      serials,
      minute,
      ...(serials.length === 0 ? { quantity: new Decimal(0) } : {}),
    }),
  ]);
const lineAt = async (place: number) => (await floor.warehouse.line(session, place, drill)).id;
const accepted = ["COST_MISSING"] as const;
const refused = async (asked = {}) =>
  (await floor.preview(session, { accepted, ...asked })).refused.map(
    ({ lineId, reasons, serials }) => ({ lineId, reasons, serials }),
  );
const kinds = async () => {
  const rows = await rowsOf<{ kind: string }>(
    database.db,
    sql`select kind from stock_move where recorded_at = ${at(59)} order by id`,
  );
  return rows.map(({ kind }) => kind);
};

test("a missing piece is detached, its history kept, and a found one attached", async () => {
  await see(here, ["D1", "D9"]);
  const posting = await floor.post(session, { accepted });
  expect([await floor.placeOf("D2"), await floor.placeOf("D9")]).toEqual([null, here]);
  expect(await kinds()).toEqual(["COUNT_ADJUSTMENT", "COUNT_ADJUSTMENT"]);
  await floor.reverse(posting);
  expect([await floor.placeOf("D2"), await floor.placeOf("D9")]).toEqual([here, null]);
});

test("F10: short here and scanned there is one move", async () => {
  await see(here, ["D1"]);
  await see(there, ["D2", "D3"], 12);
  const { plan } = await floor.preview(session, { accepted });
  expect(plan.sums.moves).toBe(1);
  const posting = await floor.post(session, { accepted });
  expect(await floor.placeOf("D2")).toBe(there);
  expect(await kinds()).toEqual(["MOVE", "MOVE"]);
  await floor.reverse(posting, [await lineAt(here)]);
  expect(await floor.placeOf("D2")).toBe(here);
  expect(await floor.post(session, { accepted })).toMatchObject({ lineCount: 2 });
});

test("a piece that stands in a place nobody counted is moved from there", async () => {
  await see(here, ["D1", "D2", "D3"]);
  await floor.post(session, { accepted });
  expect(await floor.placeOf("D3")).toBe(here);
});

test("half of a move is not posted: the other line belongs to it", async () => {
  await see(here, ["D1"]);
  await see(there, ["D2", "D3"], 12);
  const [short, over] = [await lineAt(here), await lineAt(there)];
  for (const lineId of [short, over])
    expect(await refused({ choice: { kind: "LINES", lineIds: [lineId] } })).toEqual([
      { lineId, reasons: ["COUNTERPART_NOT_CHOSEN"], serials: ["D2"] },
    ]);
});

test("F10: shipped since it was scanned is a conflict", async () => {
  await see(there, ["D2", "D3"]);
  await ship(here, ["D2"], 30);
  expect(await refused()).toEqual([
    { lineId: await lineAt(there), reasons: ["SERIAL_CONFLICT"], serials: ["D2"] },
  ]);
});

test("F10: scanned in both places is a conflict, where it stands is not", async () => {
  await see(here, ["D1", "D2"]);
  await see(there, ["D2", "D3"], 12);
  expect(await refused()).toEqual([
    { lineId: await lineAt(there), reasons: ["SERIAL_CONFLICT"], serials: ["D2"] },
  ]);
});

test("a missing piece that was moved since the count is not detached from where it is now", async () => {
  await see(here, ["D1"]);
  const elsewhere = floor.warehouse.place(2);
  await floor.warehouse.move({
    kind: "MOVE",
    ...piecesOf(here, ["D2"], 30),
    toLocationId: elsewhere,
  });
  expect(await refused()).toEqual([
    { lineId: await lineAt(here), reasons: ["SERIAL_CONFLICT"], serials: ["D2"] },
  ]);
  expect(await floor.placeOf("D2")).toBe(elsewhere);
});

test("pieces shipped before the shelf was counted are not missing", async () => {
  await ship(here, ["D2"], 2);
  await see(here, ["D1"]);
  const { plan } = await floor.preview(session);
  expect(plan.pieceMoves).toEqual([]);
  await floor.post(session);
  expect(await floor.placeOf("D1")).toBe(here);
});

test("one piece for another is no match: each goes its way", async () => {
  await see(there, ["D7"]);
  await floor.post(session, { accepted });
  expect([await floor.placeOf("D3"), await floor.placeOf("D7")]).toEqual([null, there]);
});
