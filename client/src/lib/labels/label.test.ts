import { expect, test } from "vitest";
import { commandLabels, itemLabel, joinLabel, locationLabel } from "./label.ts";
import { isTooFine, onSheets } from "./paper.ts";

const bin = { id: "1", code: "A-01-01", name: "Aisle A", barcode: null, checkDigits: "47" };

test("a place answers to its barcode, and to its code where it has none", () => {
  expect(locationLabel(bin, "BARS", false)).toMatchObject({
    ...{ code: "A-01-01", symbology: "CODE_128", title: "A-01-01", facts: ["Aisle A"] },
  });
  expect(locationLabel({ ...bin, barcode: "LOC0001" }, "QR", false)).toMatchObject({
    ...{ code: "LOC0001", symbology: "QR", title: "A-01-01" },
  });
});

test("check digits stand beside the symbol only where somebody wants them, and never in it", () => {
  const label = locationLabel(bin, "BARS", true);
  expect(label.facts).toEqual(["Aisle A", "Check digits 47"]);
  expect(label.code).toBe("A-01-01");
});

const item = { id: "1", sku: "CL-9009", description: "Bike Wash" };
const gtin = (code: string, pack: object | null = null) => ({ code, kind: "GTIN" as const, pack });

test.each([
  ["its GTIN-13", [gtin("5901234123457")], "5901234123457", "EAN_13"],
  ["its GTIN-8", [gtin("96385074")], "96385074", "EAN_8"],
  ["its GTIN-12", [gtin("036000291452")], "036000291452", "UPC_A"],
  ["its GTIN-14", [gtin("15901234123454")], "15901234123454", "ITF_14"],
  ["not a pack's", [gtin("15901234123454", {})], "CL-9009", "CODE_128"],
  ["another code", [{ code: "ABC", kind: "ALIAS" as const, pack: null }], "ABC", "CODE_128"],
  ["its number, where it has no code", [], "CL-9009", "CODE_128"],
])("an item's label has %s", (_what, barcodes, code, symbology) => {
  expect(itemLabel({ ...item, barcodes }, "BARS")).toMatchObject({ code, symbology });
  expect(itemLabel({ ...item, barcodes }, "QR")).toMatchObject({ code, symbology: "QR" });
});

test("a count is joined by an address of this server", () => {
  const count = { id: "1", number: 7, title: "Zone A" };
  const label = joinLabel(count, { code: "MAIN", name: "Main" }, "https://tally.example");
  expect(label).toMatchObject({
    ...{ code: "https://tally.example/join/CC-0007?warehouse=MAIN", title: "CC-0007" },
  });
});

test("commands are printed as they are scanned", () => {
  const [label] = commandLabels([{ code: "TALLY:NEXT", title: "Next", what: "On" }]);
  expect(label).toMatchObject({ code: "TALLY:NEXT", title: "Next", facts: ["On"] });
});

test("a sheet that was begun is gone on with, and none is printed for nothing", () => {
  const sheet = { columns: 2, rows: 2 };
  expect(onSheets(["a", "b", "c"], sheet, 2)).toEqual([[null, null, "a", "b"], ["c"]]);
  expect(onSheets(["a"], sheet, 99)).toEqual([[null, null, null, "a"]]);
  expect(onSheets([], sheet, 2)).toEqual([]);
});

test("bars that come out too thin are told of", () => {
  expect(isTooFine(200, 60)).toBe(false);
  expect(isTooFine(300, 60)).toBe(true);
});
