import { expect, test } from "vitest";
import { paperLine, paperSheet } from "../../../test/paper-sheet.ts";
import type { SheetCell } from "../../shared/workbook.ts";
import { readFilledSheet, type FilledPages } from "./filled-sheet.ts";
import { sheetWorkbook } from "./sheet-table.ts";

const sheet = paperSheet(["A", "B", "C", "D"].map((sku) => paperLine({ sku })));
const expected = { count: "CC-0007", number: 3, linesTotal: 4 };

function textOf(cell: SheetCell | undefined): string {
  if (!cell || "date" in cell) return "";
  return "text" in cell ? cell.text : String(cell.number);
}

/** As somebody fills it in: numbers, text, and nothing. */
function filled(counted: readonly SheetCell[]): FilledPages {
  const [lines, about] = sheetWorkbook(sheet);
  if (!lines || !about) throw new Error("A workbook has two pages.");
  const at = lines.rows[0]?.findIndex((cell) => textOf(cell) === "Counted");
  const rows = lines.rows.map((row, index) =>
    row.map((cell, column) =>
      textOf(index > 0 && column === at ? (counted[index - 1] ?? null) : cell),
    ),
  );
  return { lines: rows, sheet: about.rows.map((row) => row.map(textOf)) };
}

test("what is filled in comes back: numbers, a nought, serials; and nothing where nothing is", () => {
  const pages = filled([{ number: 12.5 }, { number: 0 }, null, { text: "S1, S2" }]);
  expect(readFilledSheet(pages, expected)).toMatchObject({
    lines: [
      { position: 1, counted: "12.5" },
      { position: 2, counted: "0" },
      { position: 4, counted: "S1, S2" },
    ],
  });
});

test("what was written into the rows for what is not listed comes back as finds", () => {
  const pages = filled([]);
  const [head = [], ...rows] = pages.lines;
  const write = (row: readonly string[], given: Record<string, string>) =>
    head.map((title, at) => (at === 0 ? (row[0] ?? "") : (given[title] ?? "")));
  const lines = rows.map((row) => {
    if (row[0] === "F2") return write(row, { Place: "B-03", Item: "nobody knows" });
    if (row[0] !== "F1") return row;
    return write(row, { Place: "B-02", Item: "NUT-M8", Lot: "L7", Counted: "12", Unit: "EA" });
  });
  expect(readFilledSheet({ ...pages, lines: [head, ...lines] }, expected)).toMatchObject({
    lines: [],
    finds: [{ place: "B-02", item: "NUT-M8", lot: "L7", unit: "EA", counted: "12", note: "" }],
  });
});

test.each([
  ["of another sheet", { ...expected, number: 4 }, "This is CC-0007, sheet 3: open that one."],
  [
    "of another count",
    { ...expected, count: "CC-0008" },
    "This is CC-0007, sheet 3: open that one.",
  ],
  ["with more lines than the sheet has", { ...expected, linesTotal: 1 }, "renumbered"],
])("a workbook %s is told from the right one", (_, other, wrong) => {
  const pages = filled([{ number: 1 }, { number: 2 }]);
  expect(readFilledSheet(pages, other)).toMatchObject({ wrong: expect.stringContaining(wrong) });
});

test("another workbook is no count sheet", () => {
  const pages = { lines: [["Line", "Counted"]], sheet: [] };
  expect(readFilledSheet(pages, expected)).toMatchObject({ wrong: expect.stringContaining("not") });
});
