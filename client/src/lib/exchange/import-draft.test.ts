import { expect, test } from "vitest";
import { differs, draftOf, leftOut, readAs, type ReadAs } from "./import-draft.ts";

const found: ReadAs = {
  ...{ kind: "ITEMS", mapping: [{ field: "ITEM", column: 0 }], replacements: [], leftOutRows: [7] },
  layout: {
    ...{ format: "CSV", encoding: "UTF_8", delimiter: ",", decimalSign: ".", sheet: null },
    ...{ sheets: [], headerRow: 1, columns: ["Item ID"] },
  },
};

test("what is as it was read needs no check", () => {
  expect(differs(draftOf(found), found)).toBe(false);
  expect(differs(readAs(draftOf(found), { delimiter: "," }), found)).toBe(false);
  expect(differs(readAs(draftOf(found), { delimiter: ";" }), found)).toBe(true);
});

test("a row that is left out and taken back is as it was, in whatever order", () => {
  const more = leftOut(draftOf(found), [12, 3], true);
  expect(more.leftOutRows).toEqual([3, 7, 12]);
  expect(differs(more, found)).toBe(true);
  expect(differs(leftOut(more, [3, 12], false), found)).toBe(false);
});

test("below other headings a number is another row: none stays left out", () => {
  expect(readAs(draftOf(found), { headerRow: 2 }).leftOutRows).toEqual([]);
  expect(readAs(draftOf(found), { decimalSign: "," }).leftOutRows).toEqual([7]);
});
