import { expect, test } from "vitest";
import { decoderOf, detectEncoding } from "./detect-encoding.ts";
import {
  columnsOf,
  detectDecimalSign,
  detectDelimiter,
  detectHeaderRow,
  firstRows,
} from "./detect-table.ts";

const utf16 = (text: string, mark: boolean) =>
  Buffer.from(`${mark ? "\uFEFF" : ""}${text}`, "utf16le");

test.each([
  ["plain text", Buffer.from("Item,Units\nA,1"), "UTF_8", 0],
  ["a mark", Buffer.from("\uFEFFItem,Units"), "UTF_8", 3],
  ["letters beyond ASCII", Buffer.from("Schraube für Holz"), "UTF_8", 0],
  ["UTF-16 with its mark", utf16("Item;Units", true), "UTF_16LE", 2],
  ["UTF-16 without one", utf16("Item;Units\r\nA;1", false), "UTF_16LE", 0],
  ["UTF-16 the other way round", utf16("Item;Units", true).swap16(), "UTF_16BE", 2],
  ["an old Windows", Buffer.from("Schraube f\xFCr Holz", "latin1"), "WINDOWS_1252", 0],
])("finds the encoding of %s", (_, bytes, encoding, markBytes) => {
  expect(detectEncoding(bytes)).toEqual({ encoding, markBytes });
});

test("what has zeros in it and is no UTF-16 is no text", () => {
  expect(detectEncoding(Buffer.from([0x7f, 0x45, 0, 0, 0, 1, 0, 0, 0x90, 0x22]))).toBeNull();
});

test("what it found it can read", () => {
  const bytes = Buffer.from("100 \x80 f\xFCr", "latin1");
  expect(decoderOf("WINDOWS_1252").decode(bytes)).toBe("100 € für");
  expect(() => decoderOf("UTF_8").decode(bytes)).toThrow(TypeError);
});

test.each([
  [",", 'Item,Units\nA,"1,5"\nB,2'],
  [";", "Artikel;Menge\nA;1,5\nB;2,25"],
  ["\t", "Item\tUnits\nHinge, 40 mm\t1"],
  ["|", "Item|Units\nA|1"],
])("finds the delimiter %j", (delimiter, text) => {
  expect(detectDelimiter(text)).toBe(delimiter);
});

test("a title above the table is no heading, and a table without one begins with its first row", () => {
  const titled = "Count sheets of week 47,,\n,,\nItem,Units,Location\nA,1,P1\n";
  const bare = "4711,12\n4712,13\n";
  expect(detectHeaderRow(firstRows(titled, ","))).toBe(3);
  expect(detectHeaderRow(firstRows(bare, ","))).toBe(1);
});

const sign = (cells: string, delimiter: "," | ";" = ",") =>
  detectDecimalSign([{ number: 2, cells: cells.split(" ") }], delimiter);

test.each([
  [",", "1,5 2,25"],
  [",", "1.204,50 12"],
  [".", "1.5 2.25"],
  [".", "1,204.50 7"],
  [".", "1,204 1,300"],
])("finds the decimal sign %j", (found, cells) => {
  expect(sign(cells)).toBe(found);
});

test("numbers that may be either go by the delimiter, which a decimal comma cannot be", () => {
  expect(sign("1,204", ";")).toBe(",");
});

test("columns without a heading and columns of one name are told apart", () => {
  expect(columnsOf(["Item", "", " Units  counted", "Item"], 5)).toEqual([
    ...["Item", "Column B", "Units counted", "Item (2)", "Column E"],
  ]);
});
