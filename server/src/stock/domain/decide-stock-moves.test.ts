import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { decideStockMoves } from "./decide-stock-moves.ts";
import { elsewhere, type StockMoveFacts } from "./stock-move-facts.ts";
import { stockMoveRejections, type StockMoveRejectionReason } from "./stock-move-rejections.ts";
import { contentOf, lotKey, quantKey, serialKey, type AskedMove } from "./stock-move.ts";

const bolt = 1;
const paint = 2;
const drill = 3;
const shelf = 11;
const bin = 12;
const retired = 13;
const fenced = 14;
const leased = 15;
const quarantine = 16;
const zone = 10;
const recall = 8;
const open = { isActive: true, isClosedOff: false, deniedByCloseOffId: null };

const kept = (itemId: number, locationId: number, lotCode: string | null = null) =>
  quantKey({ itemId, locationId, lotCode, status: "AVAILABLE" });

const facts: StockMoveFacts = {
  now: new Date("2026-11-21T08:00:00Z"),
  allowsNegativeStock: false,
  items: new Map([
    [
      bolt,
      {
        unitCode: "EA",
        decimals: 0,
        tracking: "BULK",
        packFactors: new Map([
          ["CASE", new Decimal(12)],
          ["HALF", new Decimal("0.5")],
        ]),
      },
    ],
    [paint, { unitCode: "L", decimals: 2, tracking: "LOT", packFactors: new Map() }],
    [drill, { unitCode: "EA", decimals: 0, tracking: "SERIAL", packFactors: new Map() }],
  ]),
  locations: new Map([
    [shelf, { ...open, code: "A-01", placeIds: [zone, shelf] }],
    [bin, { ...open, code: "A-02", placeIds: [zone, bin] }],
    [retired, { ...open, code: "Z-09", isActive: false, placeIds: [retired] }],
    [fenced, { ...open, code: "B-01", isClosedOff: true, placeIds: [fenced] }],
    [leased, { ...open, code: "B-02", deniedByCloseOffId: 5, placeIds: [leased] }],
    [quarantine, { ...open, code: "Q-01", placeIds: [quarantine] }],
  ]),
  holds: [
    { id: recall, itemId: null, lotKey: lotKey(paint, "RECALLED"), locationId: null },
    { id: 9, itemId: drill, lotKey: null, locationId: quarantine },
  ],
  overridesCloseOff: false,
  lotExpiries: new Map([
    [lotKey(paint, "L1"), "2027-01-31"],
    [lotKey(paint, "L2"), null],
  ]),
  onHand: new Map([
    [kept(bolt, shelf), new Decimal(10)],
    [kept(paint, shelf, "L1"), new Decimal("2.5")],
    [kept(drill, shelf), new Decimal(2)],
  ]),
  serialPlaces: new Map([
    [serialKey(drill, "S1"), kept(drill, shelf)],
    [serialKey(drill, "S2"), kept(drill, shelf)],
    [serialKey(drill, "S9"), elsewhere],
  ]),
  recorded: new Map(),
};

function asked(given: Partial<AskedMove>): AskedMove {
  const content = {
    externalId: "M1",
    kind: "RECEIPT" as const,
    itemId: bolt,
    locationId: shelf,
    toLocationId: undefined,
    lotCode: null,
    lotExpiresOn: null,
    status: "AVAILABLE" as const,
    toStatus: null,
    quantity: new Decimal(1),
    unitCode: null,
    serials: [],
    effectiveAt: new Date("2026-11-20T10:00:00Z"),
    reference: null,
    reasonCode: null,
    ...given,
  };
  return { ...content, fingerprint: contentOf(content) };
}

const litres = { itemId: paint, lotCode: "L1", quantity: new Decimal("0.5") };
const ofDrills = (...serials: string[]): Partial<AskedMove> => ({
  itemId: drill,
  quantity: new Decimal(serials.length),
  serials,
});
const moved = { kind: "MOVE", toLocationId: bin } as const;

const cases: [StockMoveRejectionReason, Partial<AskedMove>][] = [
  ["EXTERNAL_ID_MISSING", { externalId: "" }],
  ["EXTERNAL_ID_REUSED", { externalId: "KNOWN" }],
  ["TEXT_TOO_LONG", { externalId: "x".repeat(201) }],
  ["TEXT_TOO_LONG", { reference: "x".repeat(201) }],
  ["TEXT_TOO_LONG", ofDrills("x".repeat(201))],
  ["ITEM_UNKNOWN", { itemId: null }],
  ["ITEM_UNKNOWN", { itemId: 99 }],
  ["LOCATION_UNKNOWN", { locationId: null }],
  ["LOCATION_UNKNOWN", { locationId: 99 }],
  ["LOCATION_UNKNOWN", { kind: "MOVE", toLocationId: 99 }],
  ["LOCATION_UNKNOWN", { kind: "MOVE", toLocationId: null }],
  ["LOCATION_INACTIVE", { locationId: retired }],
  ["LOCATION_INACTIVE", { kind: "MOVE", toLocationId: retired }],
  ["LOCATION_CLOSED_OFF", { locationId: fenced }],
  ["LOCATION_CLOSED_OFF", { kind: "MOVE", toLocationId: fenced }],
  ["LOCATION_CLOSED_OFF", { locationId: leased }],
  ["ON_HOLD", { ...litres, lotCode: "RECALLED" }],
  ["ON_HOLD", { ...ofDrills("S1"), kind: "MOVE", toLocationId: quarantine }],
  ["DESTINATION_MISSING", { kind: "MOVE" }],
  ["DESTINATION_UNEXPECTED", { toLocationId: bin }],
  ["DESTINATION_UNEXPECTED", { kind: "ISSUE", toStatus: "RESERVED" }],
  ["DESTINATION_SAME", { kind: "MOVE", toLocationId: shelf }],
  ["DESTINATION_SAME", { kind: "MOVE", toLocationId: shelf, toStatus: "AVAILABLE" }],
  ["QUANTITY_NOT_POSITIVE", { quantity: new Decimal(0) }],
  ["QUANTITY_NOT_POSITIVE", { quantity: new Decimal(-1) }],
  ["UNIT_UNKNOWN", { unitCode: "PALLET" }],
  ["QUANTITY_TOO_PRECISE", { quantity: new Decimal("1.5") }],
  ["QUANTITY_TOO_PRECISE", { unitCode: "HALF" }],
  ["QUANTITY_TOO_LARGE", { unitCode: "CASE", quantity: new Decimal("9e13") }],
  ["QUANTITY_TOO_LARGE", { quantity: new Decimal("99999999999999") }],
  ["LOT_MISSING", { ...litres, lotCode: null }],
  ["LOT_UNEXPECTED", { lotCode: "L1" }],
  ["LOT_UNEXPECTED", { lotExpiresOn: "2027-01-31" }],
  ["LOT_EXPIRY_DIFFERS", { ...litres, lotExpiresOn: "2027-02-01" }],
  ["LOT_EXPIRY_DIFFERS", { ...litres, lotCode: "L2", lotExpiresOn: "2027-02-01" }],
  ["SERIALS_MISSING", { itemId: drill }],
  ["SERIALS_UNEXPECTED", { serials: ["S1"] }],
  ["SERIALS_NOT_QUANTITY", { ...ofDrills("N1", "N2"), quantity: new Decimal(3) }],
  ["SERIALS_NOT_QUANTITY", ofDrills("N1", "N1")],
  ["SERIAL_NOT_HERE", { ...ofDrills("N1"), kind: "ISSUE" }],
  ["SERIAL_NOT_HERE", { ...ofDrills("S9"), kind: "ISSUE" }],
  ["SERIAL_NOT_HERE", { ...ofDrills("S1"), ...moved, locationId: bin, toLocationId: shelf }],
  ["SERIAL_ALREADY_HERE", ofDrills("N1", "S1")],
  ["SERIAL_ALREADY_HERE", ofDrills("S9")],
  ["EFFECTIVE_IN_THE_FUTURE", { effectiveAt: new Date("2026-11-21T08:05:00.001Z") }],
  ["WOULD_GO_NEGATIVE", { kind: "ISSUE", quantity: new Decimal(11) }],
  ["WOULD_GO_NEGATIVE", { ...moved, quantity: new Decimal(1), unitCode: "CASE" }],
  ["WOULD_GO_NEGATIVE", { kind: "ISSUE", status: "RESERVED" }],
  ["WOULD_GO_NEGATIVE", { ...litres, kind: "ISSUE", lotCode: "NEVER SEEN" }],
];

const known: StockMoveFacts = { ...facts, recorded: new Map([["KNOWN", "something else"]]) };

test.each(cases)("%s: %o", (reason, given) => {
  const decision = decideStockMoves([asked(given)], known);
  expect(decision).toMatchObject({ rejections: [{ index: 0, reason }] });
});

test("every reason is looked for, and each case breaks one rule alone", () => {
  const elsewhereTested = ["BATCH_TOO_LARGE", "EXTERNAL_ID_REPEATED"];
  expect(new Set([...cases.map(([reason]) => reason), ...elsewhereTested])).toEqual(
    new Set(Object.keys(stockMoveRejections)),
  );
  expect(decideStockMoves([asked({})], known)).toMatchObject({ plan: { alreadyRecordedCount: 0 } });
});

test("of several reasons the first in the order of the enum is given", () => {
  const order = Object.keys(stockMoveRejections);
  const wrong = asked({
    quantity: new Decimal(-1),
    lotCode: "L1",
    effectiveAt: new Date("2030-01-01"),
  });
  const without = asked({ lotCode: "L1", effectiveAt: new Date("2030-01-01") });
  const reasons = [wrong, without].map((move) => {
    const decision = decideStockMoves([move], facts);
    return "rejections" in decision ? (decision.rejections[0]?.reason ?? "") : "";
  });
  expect(reasons).toEqual(["QUANTITY_NOT_POSITIVE", "LOT_UNEXPECTED"]);
  expect(order.indexOf(reasons[0] ?? "")).toBeLessThan(order.indexOf(reasons[1] ?? ""));
});

test("all errors of a batch come at once, with their places", () => {
  const decision = decideStockMoves(
    [
      asked({ externalId: "M1", itemId: 99 }),
      asked({ externalId: "M2" }),
      asked({ externalId: "M2", kind: "ISSUE" }),
      asked({ externalId: "M3", kind: "ISSUE", quantity: new Decimal(500) }),
    ],
    facts,
  );
  expect(decision).toMatchObject({
    rejections: [
      { index: 0, externalId: "M1", reason: "ITEM_UNKNOWN", quantityOnHand: null },
      { index: 2, externalId: "M2", reason: "EXTERNAL_ID_REPEATED" },
      { index: 3, externalId: "M3", reason: "WOULD_GO_NEGATIVE" },
    ],
  });
});

test("a batch of 201 is too large, one of 200 is not", () => {
  const moves = Array.from({ length: 201 }, (_, at) => asked({ externalId: `M${at}` }));
  expect(decideStockMoves(moves, facts)).toMatchObject({
    rejections: [{ index: 200, externalId: "M200", reason: "BATCH_TOO_LARGE" }],
  });
  expect(decideStockMoves(moves.slice(0, 200), facts)).toHaveProperty("plan");
});

test("the same move again is not recorded again, whatever has changed since", () => {
  const receipt = asked({ locationId: fenced });
  const recorded = new Map([["M1", receipt.fingerprint]]);
  const decision = decideStockMoves([receipt], { ...facts, recorded });
  expect(decision).toEqual({ plan: { legs: [], newLots: [], alreadyRecordedCount: 1 } });
});

test("a pack becomes the item's own unit, exactly", () => {
  const decision = decideStockMoves([asked({ unitCode: "CASE", quantity: new Decimal(3) })], facts);
  expect(legsOf(decision)).toEqual([["RECEIPT", shelf, "36"]]);
});

test("a move is two rows: out, then in", () => {
  const decision = decideStockMoves([asked({ ...moved, quantity: new Decimal(4) })], facts);
  expect(legsOf(decision)).toEqual([
    ["MOVE", shelf, "-4"],
    ["MOVE", bin, "4"],
  ]);
});

test("a move in place changes the status alone", () => {
  const decision = decideStockMoves(
    [asked({ kind: "MOVE", toLocationId: shelf, toStatus: "UNAVAILABLE" })],
    facts,
  );
  expect(decision).toMatchObject({
    plan: { legs: [{ status: "AVAILABLE" }, { status: "UNAVAILABLE", locationId: shelf }] },
  });
});

test("each move is judged on the stock that those before it leave", () => {
  const receive = asked({ externalId: "IN", locationId: bin, quantity: new Decimal(5) });
  const issue = asked({
    externalId: "OUT",
    kind: "ISSUE",
    locationId: bin,
    quantity: new Decimal(5),
  });
  expect(decideStockMoves([receive, issue], facts)).toHaveProperty("plan");
  expect(decideStockMoves([issue, receive], facts)).toMatchObject({
    rejections: [{ externalId: "OUT", reason: "WOULD_GO_NEGATIVE" }],
  });
});

test("a serial received in a batch can leave again in it, once", () => {
  const receive = asked({ ...ofDrills("N1"), externalId: "IN" });
  const issue = asked({ ...ofDrills("N1"), externalId: "OUT", kind: "ISSUE" });
  const again = asked({ ...ofDrills("N1"), externalId: "OUT AGAIN", kind: "ISSUE" });
  expect(decideStockMoves([receive, issue], facts)).toHaveProperty("plan");
  expect(decideStockMoves([receive, issue, again], facts)).toMatchObject({
    rejections: [{ index: 2, reason: "SERIAL_NOT_HERE" }],
  });
});

test("a new lot is met once, with the last day it came with", () => {
  const first = { itemId: paint, lotCode: "L3", lotExpiresOn: "2028-06-30" };
  const decision = decideStockMoves(
    [
      asked({ ...first, externalId: "A" }),
      asked({ ...first, externalId: "B", lotExpiresOn: null }),
    ],
    facts,
  );
  expect(decision).toMatchObject({
    plan: { newLots: [{ itemId: paint, code: "L3", expiresOn: "2028-06-30" }] },
  });
  const other = asked({ ...first, externalId: "B", lotExpiresOn: "2028-07-01" });
  expect(decideStockMoves([asked({ ...first, externalId: "A" }), other], facts)).toMatchObject({
    rejections: [{ index: 1, reason: "LOT_EXPIRY_DIFFERS" }],
  });
});

test("a warehouse that allows it goes below nothing", () => {
  const issue = asked({ kind: "ISSUE", quantity: new Decimal(11) });
  expect(decideStockMoves([issue], { ...facts, allowsNegativeStock: true })).toHaveProperty("plan");
});

test("the sentence never tells how much there is; a field of its own does", () => {
  const decision = decideStockMoves([asked({ kind: "ISSUE", quantity: new Decimal(11) })], facts);
  const [rejection] = "rejections" in decision ? decision.rejections : [];
  expect(rejection?.message).not.toMatch(/\d/u);
  expect(rejection?.quantityOnHand?.toFixed()).toBe("10");
});

function legsOf(decision: ReturnType<typeof decideStockMoves>) {
  if (!("plan" in decision)) return decision;
  return decision.plan.legs.map((leg) => [leg.kind, leg.locationId, leg.quantity.toFixed()]);
}
