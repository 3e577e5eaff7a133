import { expect, test } from "vitest";
import { headerSignature, mappingProblem, suggestKind, suggestMapping } from "./column-mapping.ts";
import { importFields, importKinds } from "./import-kind.ts";
import { rowMapper } from "./mapped-row.ts";

const wms = ["Lager", "Artikel", "Menge", "Platz", "Serien-Nr.", "Count Session"];

test("headings in other words and marks find their fields", () => {
  expect(suggestMapping("COUNTS", wms)).toEqual({
    ...{ WAREHOUSE: 0, ITEM: 1, UNITS: 2, LOCATION: 3, SERIAL: 4, SESSION: 5 },
  });
});

test("a field's own name goes before another field's alias", () => {
  const mapping = suggestMapping("COUNTS", ["Count", "Units", "Item ID", "Warehouse"]);
  expect(mapping).toMatchObject({ UNITS: 1, SESSION: 0 });
});

test.each(importKinds)(
  "the headings of the template for %s are all known, and tell its kind",
  (kind) => {
    const labels = importFields[kind].map(({ label }) => label);
    expect(Object.values(suggestMapping(kind, labels))).toEqual(labels.map((_, at) => at));
    expect(suggestKind(labels)).toBe(kind);
  },
);

test("the kind is told though a heading that it needs has a name that nobody knows", () => {
  expect(suggestKind(["Lager", "Artikel", "Gezählt", "Platz", "Count Session"])).toBe("COUNTS");
});

test("files that differ in case and marks alone are mapped alike", () => {
  expect(headerSignature(["Item ID", "UNITS"])).toBe(headerSignature(["item-id", " Units "]));
  expect(headerSignature(["Item", "IDUnits"])).not.toBe(headerSignature(["Item ID", "Units"]));
});

test.each([
  ["no column is two fields", { WAREHOUSE: 0, ITEM: 0, UNITS: 1 }, /two fields/u],
  ["no column is made up", { WAREHOUSE: 0, ITEM: 9, UNITS: 1 }, /no column 10/u],
  ["a field belongs to its kind", { WAREHOUSE: 0, ITEM: 1, UNITS: 2, ZONE: 3 }, /no field/u],
  ["what is needed is there", { WAREHOUSE: 0 }, /which column is Item ID, Units\./u],
])("%s", (_, mapping, sentence) => {
  expect(mappingProblem("COUNTS", mapping, wms)).toMatch(sentence);
});

test("a value that was put in place of another is put there in every row that has it", () => {
  const map = rowMapper({ ITEM: 1 }, [{ field: "ITEM", from: "CS-9l83", to: "CS-9183" }]);
  const items = [" CS-9l83 ", "CS-9l830"].map((item, at) => map({ number: at, cells: ["", item] }));
  expect(items.map(({ values }) => values.ITEM)).toEqual(["CS-9183", "CS-9l830"]);
});
