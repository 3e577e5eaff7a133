import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { parseDelimited } from "./parse-delimited.ts";
import { tableLimits, type Delimiter } from "./table-layout.ts";

const cellsOf = (text: string, delimiter: Delimiter = ",", pieceLength = text.length || 1) => {
  const pieces = text.match(new RegExp(`[^]{1,${pieceLength}}`, "gu")) ?? [];
  return [...parseDelimited(pieces, delimiter)].map(({ cells }) => cells);
};

test("a quoted cell holds delimiters, line ends and doubled quotes", () => {
  expect(cellsOf('a,"b, ""c""\r\nd",e\r\n1,2,3')).toEqual([
    ["a", 'b, "c"\r\nd', "e"],
    ["1", "2", "3"],
  ]);
});

test("rows keep the numbers that a spreadsheet shows, blank ones among them", () => {
  const rows = [...parseDelimited(["Item\r\n\r\n", '"two\nlines"\r\n', "last"], ",")];
  expect(rows.map(({ number, cells }) => [number, ...cells])).toEqual([
    [1, "Item"],
    [2, ""],
    [3, "two\nlines"],
    [4, "last"],
  ]);
});

test("whatever stands in a table, it is read as another library reads it, in pieces of any length", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('"', ",", "\n", "\r\n", "a,b", 'say "x"', "", "0042"),
  );
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(
      table,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(",", ";"),
      (rows, length, delimiter) => {
        const text = Papa.unparse(rows, { delimiter, quotes: true });
        const other = Papa.parse<string[]>(text, { delimiter, newline: "\r\n" }).data;
        expect(cellsOf(text, delimiter as Delimiter, length)).toEqual(other);
      },
    ),
  );
});

test.each([
  ["a quote that is never closed, with its row", 'a,b\nc,"d\ne,f\n', "QUOTE_NOT_CLOSED", "row 2"],
  ["a cell that no cell is", `a\n${"x".repeat(4_001)}`, "CELL_TOO_LONG", "row 2"],
  ["more columns than a table has", "a,".repeat(201), "TOO_MANY_COLUMNS", "row 1"],
])("refuses %s", (_, text, reason, place) => {
  const refused = expect(() => cellsOf(text));
  refused.toThrowError(expect.objectContaining({ reason }));
  refused.toThrowError(place);
});

test("refuses one row more than a file may have, and takes as many", () => {
  const rows = (count: number) => parseDelimited(["x\n".repeat(count)], ",");
  expect([...rows(tableLimits.rows)]).toHaveLength(tableLimits.rows);
  expect(() => [...rows(tableLimits.rows + 1)]).toThrowError("200,000 rows");
});
