import { atOnce } from "./in-pieces.ts";
import { expect, test } from "vitest";
import { checkItems, type ItemFacts } from "./check-items.ts";
import { checkLocations, type LocationFacts } from "./check-locations.ts";
import type { ImportFieldKey } from "./import-kind.ts";

type Given = Partial<Record<ImportFieldKey, string>>;
const rowsOf = (given: Given[]) => given.map((values, at) => ({ number: at + 2, values }));

const itemFacts: ItemFacts = {
  decimalSign: ",",
  items: new Map([["A", { id: 1, tracking: "BULK", unitCode: "EA", hasMoved: true }]]),
  units: new Set(["EA", "L"]),
  barcodes: new Map([["4006381333931", 1]]),
  hasWrongCheckDigit: (code) => code === "4006381333932",
};

test("a new item has what the file says, and a known one keeps what it does not say", () => {
  const { plan, errors } = atOnce(
    checkItems(
      rowsOf([
        { ITEM: "0042", DESCRIPTION: "Hinge", UNIT: "l", UNIT_COST: "1.204,50", CATEGORY: "Iron" },
        { ITEM: "A", DESCRIPTION: "Bolt", BARCODE: "4006381333931" },
      ]),
      itemFacts,
    ),
  );
  expect(errors).toEqual([]);
  expect(plan).toMatchObject([
    { id: null, sku: "0042", unitCode: "L", unitCost: "1204.5", category: "Iron", tracking: null },
    { id: 1, sku: "A", unitCode: null, unitCost: null, category: null },
  ]);
});

test("what is wrong with items, all at once", () => {
  const { errors, rowsWrong } = atOnce(
    checkItems(
      rowsOf([
        { ITEM: "", DESCRIPTION: "", UNIT: "PAIR", UNIT_COST: "free", TRACKING: "MAYBE" },
        { ITEM: "B", DESCRIPTION: "B", BARCODE: "4006381333931" },
        { ITEM: "B", DESCRIPTION: "B", BARCODE: "4006381333932" },
        { ITEM: "A", DESCRIPTION: "A", UNIT: "L", TRACKING: "SERIAL", UNIT_COST: "-1" },
        { ITEM: "C", DESCRIPTION: "x".repeat(201) },
      ]),
      itemFacts,
    ),
  );
  expect(errors.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
    ...["2 ITEM MISSING", "2 DESCRIPTION MISSING", "2 UNIT UNIT_UNKNOWN"],
    ...["2 UNIT_COST NOT_A_NUMBER", "2 TRACKING WORD_UNKNOWN"],
    "3 BARCODE BARCODE",
    ...["4 BARCODE BARCODE", "4 ITEM DUPLICATE"],
    ...["5 UNIT FIXED_BY_STOCK", "5 UNIT_COST QUANTITY_NEGATIVE", "5 TRACKING FIXED_BY_STOCK"],
    "6 DESCRIPTION TEXT_TOO_LONG",
  ]);
  expect(rowsWrong).toBe(5);
});

const locationFacts: LocationFacts = {
  places: new Map([["P1", { id: 1, code: "P1" }]]),
  zones: new Map([["hall a", { id: 9, code: "ZA" }]]),
  readAs: new Map([["P1", { id: 1, code: "P1" }]]),
  kinds: ["ZONE", "AISLE", "STORAGE"],
};

test("places come behind what they lie in, and a new zone in front of them", () => {
  const { plan, errors } = atOnce(
    checkLocations(
      rowsOf([
        { LOCATION: "B-1", PARENT: "B" },
        { LOCATION: "B", LOCATION_KIND: "aisle", ZONE: "Tool Crib" },
        { LOCATION: "C", ZONE: "Hall A" },
        { LOCATION: "D", ZONE: "tool crib" },
        { LOCATION: "P1", NAME: "First" },
      ]),
      locationFacts,
    ),
  );
  expect(errors).toEqual([]);
  expect(plan.map(({ code, parentCode, kind }) => [code, parentCode, kind])).toEqual([
    ["TOOL-CRIB", null, "ZONE"],
    ["B", "TOOL-CRIB", "AISLE"],
    ["B-1", "B", null],
    ["C", "ZA", null],
    ["D", "TOOL-CRIB", null],
    ["P1", null, null],
  ]);
  expect(plan.at(-1)).toMatchObject({ id: 1, name: "First" });
});

test("what is wrong with places, all at once", () => {
  const { errors } = atOnce(
    checkLocations(
      rowsOf([
        { LOCATION: "", LOCATION_KIND: "hole" },
        { LOCATION: "X", PARENT: "NOWHERE" },
        { LOCATION: "Y", PARENT: "Z" },
        { LOCATION: "Z", PARENT: "Y" },
        { LOCATION: "X", BARCODE: "P1" },
      ]),
      locationFacts,
    ),
  );
  expect(errors.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
    ...["2 LOCATION MISSING", "2 LOCATION_KIND WORD_UNKNOWN"],
    ...["3 PARENT PARENT", "4 PARENT PARENT", "5 PARENT PARENT"],
    ...["6 LOCATION DUPLICATE", "6 BARCODE BARCODE"],
  ]);
});
