import { expect, test } from "vitest";
import { itemRejections, rejectItem, type ItemFacts, type ProposedItem } from "./reject-item.ts";

const amount = (value: number) => ({ isNegative: () => value < 0, isZero: () => value === 0 });
const sound: ProposedItem = {
  sku: "B-100",
  description: "Bolt",
  unitCode: "EA",
  tracking: "BULK",
  unitCost: amount(0),
  packs: [{ unitCode: "BOX", factor: amount(12) }],
  barcodes: [
    { code: "4006381333931", packUnitCode: null },
    { code: "OLD-7", packUnitCode: "BOX" },
  ],
};
const free: ItemFacts = {
  knownUnits: new Set(["EA", "BOX", "KG"]),
  skuIsTaken: false,
  takenBarcodes: new Set(),
  before: { tracking: "BULK", unitCode: "EA" },
  hasMoved: true,
};
const withPack = (unitCode: string, factor: number) => ({
  ...sound,
  packs: [...sound.packs, { unitCode, factor: amount(factor) }],
});
const withBarcode = (code: string, packUnitCode: string | null) => ({
  ...sound,
  barcodes: [...sound.barcodes, { code, packUnitCode }],
});

const cases: [keyof typeof itemRejections, ProposedItem, ItemFacts][] = [
  ["SKU_MISSING", { ...sound, sku: "" }, free],
  ["DESCRIPTION_MISSING", { ...sound, description: "" }, free],
  ["UNIT_UNKNOWN", { ...sound, unitCode: "ELL" }, free],
  ["COST_NEGATIVE", { ...sound, unitCost: amount(-1) }, free],
  ["PACK_FACTOR_NOT_POSITIVE", withPack("KG", 0), free],
  ["PACK_FACTOR_NOT_POSITIVE", withPack("KG", -2), free],
  ["PACK_UNIT_UNKNOWN", withPack("ELL", 2), free],
  ["BARCODE_CHECK_DIGIT_WRONG", withBarcode("4006381333932", null), free],
  ["BARCODE_PACK_UNKNOWN", withBarcode("OLD-8", "KG"), free],
  ["SKU_TAKEN", sound, { ...free, skuIsTaken: true }],
  ["BARCODE_TAKEN", sound, { ...free, takenBarcodes: new Set(["OLD-7"]) }],
  ["BARCODE_TAKEN", withBarcode("OLD-7", null), free],
  ["TRACKING_FIXED_BY_STOCK", { ...sound, tracking: "LOT" }, free],
  ["UNIT_FIXED_BY_STOCK", { ...sound, unitCode: "KG" }, free],
];

test.each(cases)("%s", (reason, item, facts) => {
  expect(rejectItem(item, facts)?.reason).toBe(reason);
});

test("every reason has its case, in order", () => {
  const told = [...new Set(cases.map(([reason]) => reason))];
  expect(told).toEqual(Object.keys(itemRejections));
});

test("a sound item is saved; without moves even its unit and tracking may change", () => {
  expect(rejectItem(sound, free)).toBeNull();
  const changed = { ...sound, unitCode: "KG", tracking: "SERIAL" };
  expect(rejectItem(changed, { ...free, hasMoved: false })).toBeNull();
  expect(rejectItem(changed, { ...free, before: null })).toBeNull();
});
