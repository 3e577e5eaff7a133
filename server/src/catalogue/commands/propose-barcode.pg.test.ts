import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { makeWarehouses } from "../../../test/stocked-warehouse.ts";
import { firstRowOf, rowsOf, sql } from "../../database/db.ts";
import { listProposedBarcodes } from "../queries/list-proposed-barcodes.ts";
import { proposeBarcode } from "./propose-barcode.ts";
import { saveItem } from "./save-item.ts";
import { settleProposedBarcode } from "./settle-proposed-barcode.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, minute));
let database: TestDatabase;
let wheel: number;
let hub: number;

beforeAll(async () => {
  database = await openTestDatabase("proposals");
  await makeWarehouses(database.ownerDb);
  wheel = await makeItem("WHEEL-1");
  hub = await makeItem("HUB-1");
});
afterAll(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

async function makeItem(sku: string): Promise<number> {
  const outcome = await saveItem(database.orm.em, at(0), {
    ...{ id: null, sku, description: sku, unitCode: "EA", tracking: "BULK" },
  });
  if ("rejection" in outcome) throw new Error(outcome.rejection.message);
  return outcome.saved.id;
}

const propose = (itemId: number, code: string, minute = 1) =>
  proposeBarcode(database.orm.em, { itemId, code, proposedBy: "maria", now: at(minute) });
const settle = (itemId: number, code: string, isAccepted: boolean) =>
  settleProposedBarcode(database.orm.em, {
    ...{ itemId, code, isAccepted, settledBy: "ines", now: at(30) },
  });
const waiting = async () =>
  (await listProposedBarcodes(database.db, { isWaiting: true, atMost: 10 })).map(
    ({ code }) => code,
  );
const ownersOf = (code: string) =>
  rowsOf(
    database.db,
    sql`select i.sku, b.kind from item_barcode b join item i on i.id = b.item_id
        where b.code = ${code}`,
  );

test("a code that is proposed is no barcode until somebody accepts it", async () => {
  expect(await propose(wheel, " HELLO-77 ")).toEqual({ wasProposed: false });
  expect(await waiting()).toContain("HELLO-77");
  expect(await ownersOf("HELLO-77")).toEqual([]);

  expect(await settle(wheel, "HELLO-77", true)).toMatchObject({
    settled: { isAccepted: true, settledById: "ines", proposedById: "maria" },
  });
  expect(await ownersOf("HELLO-77")).toEqual([{ sku: "WHEEL-1", kind: "ALIAS" }]);
  expect(await waiting()).not.toContain("HELLO-77");
});

test("proposed by ten at once, it is one proposal; accepted by two at once, one barcode", async () => {
  const ten = await Promise.all(Array.from({ length: 10 }, () => propose(wheel, "4006381333931")));
  expect(ten.filter((each) => "wasProposed" in each && !each.wasProposed)).toHaveLength(1);
  await Promise.all([settle(wheel, "4006381333931", true), settle(wheel, "4006381333931", true)]);
  expect(await ownersOf("4006381333931")).toEqual([{ sku: "WHEEL-1", kind: "GTIN" }]);
});

test("what is refused stays refused, and is no barcode", async () => {
  await propose(hub, "REFUSED-1");
  await settle(hub, "REFUSED-1", false);
  expect(await propose(hub, "REFUSED-1")).toEqual({ wasProposed: true });
  expect(await waiting()).not.toContain("REFUSED-1");
  expect(await ownersOf("REFUSED-1")).toEqual([]);
  expect(await settle(hub, "REFUSED-1", true)).toMatchObject({
    rejection: { reason: "SETTLED_OTHERWISE" },
  });
});

test("a code has one owner: of two items that it is taken for, one gets it", async () => {
  await propose(wheel, "BOTH-1");
  await propose(hub, "BOTH-1", 2);
  await settle(wheel, "BOTH-1", true);
  expect(await settle(hub, "BOTH-1", true)).toMatchObject({ rejection: { reason: "CODE_TAKEN" } });
  expect(await settle(hub, "BOTH-1", false)).toMatchObject({ settled: { isAccepted: false } });
  expect(await ownersOf("BOTH-1")).toEqual([{ sku: "WHEEL-1", kind: "ALIAS" }]);
});

test.each([
  ["nothing", " ", "CODE_MISSING"],
  ["a GTIN with a wrong digit", "4006381333932", "WRONG_CHECK_DIGIT"],
  ["a code that an item has", "HELLO-77", "CODE_TAKEN"],
])("%s is not proposed", async (_what, code, reason) => {
  expect(await propose(hub, code)).toMatchObject({ rejection: { reason } });
  const stored = await firstRowOf(
    database.db,
    sql`select 1 from proposed_barcode where item_id = ${hub} and code = ${code.trim()}`,
  );
  expect(stored).toBeNull();
});
