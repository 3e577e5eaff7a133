import { atOnce } from "./in-pieces.ts";
import { expect, test } from "vitest";
import { checkCounts } from "./check-counts.ts";
import type { CountFacts, KnownItem } from "./count-facts.ts";
import type { ImportFieldKey } from "./import-kind.ts";
import type { MappedRow } from "./mapped-row.ts";

const item = (id: number, sku: string, given: Partial<KnownItem> = {}): KnownItem => ({
  ...{ id, sku, tracking: "BULK", decimals: 0, unitCode: "EA", isActive: true },
  isAssignedHere: true,
  ...given,
});

const items = [
  item(1, "CS-9183"),
  item(2, "0042"),
  item(3, "PAINT", { tracking: "LOT", decimals: 2, unitCode: "L" }),
  item(4, "DRILL", { tracking: "SERIAL" }),
  item(5, "OLD", { isActive: false }),
];

const facts: CountFacts = {
  now: new Date("2026-11-21T12:00:00Z"),
  timeZone: "UTC",
  decimalSign: ".",
  warehouse: { code: "MAIN", name: "Main warehouse" },
  items: new Map(items.map((each) => [each.sku, each])),
  similarItems: new Map([["CS-9l83", "CS-9183"]]),
  places: new Map(
    ["P1", "P2", "GONE"].map((code, at) => [code, { id: at + 1, code, isActive: code !== "GONE" }]),
  ),
  lotsOnHand: new Map([
    ["1:1", [""]],
    ["1:2", [""]],
    ["2:1", [""]],
    ["3:1", ["L1"]],
    ["3:2", ["L1", "L2"]],
    ["4:1", [""]],
  ]),
  placesOfItem: new Map([
    [1, [1, 2]],
    [2, [1]],
  ]),
  sessions: new Map([
    ["CC-0007", { id: 7, name: "CC-0007", canCount: true }],
    ["CC-0003", { id: 3, name: "CC-0003", canCount: false }],
  ]),
  heldBy: new Map([["1:2:", { id: 7, name: "CC-0007", canCount: true }]]),
  serialOfSecond: new Map([["4:K-77", "D-1"]]),
  options: { allowsZero: true, usesSecondSerials: true, mustBeAssigned: false },
};

type Given = Partial<Record<ImportFieldKey, string>>;

const row = (given: Given, at = 0): MappedRow => ({
  number: at + 2,
  values: { WAREHOUSE: "MAIN", ITEM: "CS-9183", UNITS: "12", LOCATION: "P1", ...given },
});

const check = (given: Given[], changed: Partial<CountFacts> = {}) =>
  atOnce(
    checkCounts(
      given.map((each, at) => row(each, at)),
      { ...facts, ...changed },
    ),
  );

test("blank is not counted, 0 is a count of none", () => {
  const { plan, ...figures } = check([
    { UNITS: "" },
    { ITEM: "0042", UNITS: "0" },
    { ITEM: "PAINT", UNITS: "1.25" },
  ]);
  expect(figures).toEqual({ errors: [], rowsReady: 2, rowsBlank: 1, rowsWrong: 0 });
  expect(plan).toMatchObject([
    {
      sessionId: null,
      itemIds: [1, 2, 3],
      counts: [
        { itemId: 2, quantity: "0" },
        { itemId: 3, quantity: "1.25", lotCode: "L1" },
      ],
    },
  ]);
});

test("zeros in front belong to an id", () => {
  expect(check([{ ITEM: "0042" }]).errors).toEqual([]);
  expect(check([{ ITEM: "42" }]).errors).toMatchObject([{ code: "ITEM_UNKNOWN", value: "42" }]);
});

test("all that is wrong with a row is told at once", () => {
  const { errors, rowsWrong } = check([
    { WAREHOUSE: "Mars", ITEM: "NONE", LOCATION: "P9", UNITS: "n/a", COUNTED_AT: "soon" },
  ]);
  expect(errors.map(({ row: number, field, code }) => [number, field, code])).toEqual([
    [2, "WAREHOUSE", "WAREHOUSE_OTHER"],
    [2, "ITEM", "ITEM_UNKNOWN"],
    [2, "LOCATION", "LOCATION_UNKNOWN"],
    [2, "UNITS", "NOT_A_NUMBER"],
    [2, "COUNTED_AT", "NOT_AN_INSTANT"],
  ]);
  expect(rowsWrong).toBe(1);
});

test.each<[string, Given, string, RegExp]>([
  ["another warehouse", { WAREHOUSE: "Outlet" }, "WAREHOUSE_OTHER", /for Main warehouse/u],
  ["an id with an l for a 1", { ITEM: "CS-9l83" }, "ITEM_UNKNOWN", /Is it CS-9183\?/u],
  ["an item out of use", { ITEM: "OLD" }, "ITEM_NOT_USABLE", /out of use/u],
  ["a place out of use", { LOCATION: "GONE" }, "LOCATION_NOT_USABLE", /out of use/u],
  ["an item of several places", { LOCATION: "" }, "LOCATION_MISSING", /in 2 places/u],
  ["a number below 0", { UNITS: "-3" }, "QUANTITY_NEGATIVE", /0 or more/u],
  ["half a piece", { UNITS: "1.5" }, "QUANTITY_TOO_PRECISE", /whole number/u],
  ["a time to come", { COUNTED_AT: "2026-11-22" }, "NOT_AN_INSTANT", /still to come/u],
  ["one of two lots", { ITEM: "PAINT", LOCATION: "P2" }, "LOT", /say which lot/u],
  ["a lot of an item without", { LOT: "L1" }, "LOT", /leave the lot blank/u],
  ["a serial of an item without", { SERIAL: "D-1" }, "SERIAL", /leave the serial blank/u],
  ["pieces without serials", { ITEM: "DRILL", UNITS: "2" }, "SERIAL", /one row for each/u],
  ["two of a serial", { ITEM: "DRILL", SERIAL: "D-1", UNITS: "2" }, "SERIAL", /one piece/u],
  ["a count that is closed", { SESSION: "CC-0003" }, "SESSION_NOT_OPEN", /takes no more/u],
  ["a line of another count", { LOCATION: "P2" }, "LINE_HELD", /CC-0007 counts this line/u],
  ["nothing in stock", { ITEM: "0042", LOCATION: "P2" }, "SESSION_EMPTY", /no lines/u],
])("%s: a sentence that says what to do", (_, given, code, sentence) => {
  const { errors, plan } = check([given]);
  expect(errors).toMatchObject([{ row: 2, code }]);
  expect(errors[0]?.message).toMatch(sentence);
  expect(plan).toEqual([]);
});

test("the same item and place twice is shown, and one of them is kept", () => {
  const { errors, rowsReady } = check([{ UNITS: "14" }, { UNITS: "15" }, { ITEM: "0042" }]);
  expect(errors).toMatchObject([
    { row: 3, code: "DUPLICATE", message: expect.stringMatching(/row 2, with 14 and 15/u) },
  ]);
  expect(rowsReady).toBe(2);
});

test("a serial is one piece wherever it was seen, and the pieces of a place are one count", () => {
  const drill = { ITEM: "DRILL", UNITS: "1" };
  const { errors, plan } = check([
    { ...drill, SERIAL: "D-1" },
    { ...drill, SERIAL: "D-2" },
    { ...drill, SERIAL: "D-3", UNITS: "0" },
    { ...drill, SERIAL: "D-4", UNITS: "" },
    { ...drill, SERIAL: "D-2", LOCATION: "P2" },
  ]);
  expect(errors).toMatchObject([{ row: 6, field: "SERIAL", code: "DUPLICATE" }]);
  expect(plan[0]?.counts).toMatchObject([{ quantity: "2", serials: ["D-1", "D-2"] }]);
});

test("with option 290 a second serial stands for the first, and otherwise is not looked at", () => {
  const drill = { ITEM: "DRILL", UNITS: "1", SERIAL2: "K-77" };
  expect(check([drill]).plan[0]?.counts[0]?.serials).toEqual(["D-1"]);
  expect(check([{ ...drill, SERIAL: "D-2" }]).errors).toMatchObject([{ field: "SERIAL2" }]);
  expect(check([{ ...drill, SERIAL2: "K-00" }]).errors).toMatchObject([{ field: "SERIAL2" }]);
  const off = { options: { ...facts.options, usesSecondSerials: false } };
  expect(check([drill], off).errors).toMatchObject([{ field: "SERIAL" }]);
});

test("options speak: no counts of 0, and only items that are assigned here", () => {
  const strict = { allowsZero: false, usesSecondSerials: true, mustBeAssigned: true };
  const foreign = new Map([["0042", item(2, "0042", { isAssignedHere: false })]]);
  const { errors } = check([{ ITEM: "0042", UNITS: "0" }], { options: strict, items: foreign });
  expect(errors.map(({ code }) => code)).toEqual(["ITEM_NOT_USABLE", "ZERO_NOT_ALLOWED"]);
});

test("rows go to the count that they name: one that is open, or a new one for each name", () => {
  const { plan } = check([
    { SESSION: "CC-0007", LOCATION: "P2" },
    { SESSION: "Week 47", ITEM: "0042" },
    { SESSION: "Week 48", ITEM: "PAINT" },
    { SESSION: "Week 47" },
  ]);
  expect(plan.map(({ sessionId, name, counts }) => [sessionId, name, counts.length])).toEqual([
    [7, "CC-0007", 1],
    [null, "Week 47", 2],
    [null, "Week 48", 1],
  ]);
});
