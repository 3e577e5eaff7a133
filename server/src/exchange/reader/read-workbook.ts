import { read, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { columnsOf, detectDecimalSign, detectHeaderRow } from "../domain/detect-table.ts";
import { isBlankRow } from "../domain/parse-delimited.ts";
import { RefusedFile } from "../domain/refused-file.ts";
import { tableLimits, type FileFormat, type TableRow } from "../domain/table-layout.ts";
import { checkArchive, checkContents } from "./check-archive.ts";
import { widest, type ChosenLayout, type OpenedTable } from "./read-delimited.ts";

export function readWorkbook(
  bytes: Buffer,
  format: Exclude<FileFormat, "CSV">,
  chosen: ChosenLayout,
): OpenedTable {
  if (format === "XLSX") checkContents(bytes, checkArchive(bytes));
  const workbook = openWorkbook(bytes);
  const sheets = workbook.SheetNames.slice(0, tableLimits.sheets);
  const names = chosen.sheet == null ? sheets : sheets.filter((name) => name === chosen.sheet);
  const filled = names.map((name) => ({ name, rows: rowsOf(sheetOf(workbook, name)) }));
  const sheet = filled.find(({ rows }) => !rows.every(isBlankRow)) ?? filled[0];
  if (!sheet) throw new RefusedFile("NO_SHEET");
  if (sheet.rows.every(isBlankRow)) throw new RefusedFile("EMPTY");
  const first = sheet.rows.slice(0, 50);
  const headerRow = chosen.headerRow ?? detectHeaderRow(first);
  const header = sheet.rows.find(({ number }) => number === headerRow);
  const below = first.filter(({ number }) => number > headerRow);
  return {
    layout: {
      ...{ format, encoding: null, delimiter: null, sheet: sheet.name, sheets, headerRow },
      decimalSign: chosen.decimalSign ?? detectDecimalSign(below, null),
      columns: columnsOf(header?.cells ?? [], widest(below)),
    },
    rows: sheet.rows,
  };
}

function openWorkbook(bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: "buffer",
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: true,
      cellDates: false,
      cellNF: true,
      bookVBA: false,
      sheetRows: tableLimits.rows + 1,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    throw new RefusedFile(/password|encrypt/iu.test(message) ? "PASSWORD" : "DAMAGED");
  }
}

/** Sheets are looked up among what the workbook itself has: a name may be that of a thing of the language. */
function sheetOf({ Sheets }: WorkBook, name: string): WorkSheet {
  const sheet = Object.hasOwn(Sheets, name) ? Sheets[name] : undefined;
  if (!sheet) throw new RefusedFile("DAMAGED");
  return sheet;
}

type DenseSheet = WorkSheet & { "!data"?: (CellObject | undefined)[][] };

function rowsOf(sheet: DenseSheet): TableRow[] {
  const rows = sheet["!data"] ?? [];
  if (rows.length > tableLimits.rows) throw new RefusedFile("TOO_MANY_ROWS");
  return Array.from(rows, (cells = [], at) => {
    const number = at + 1;
    if (cells.length > tableLimits.columns)
      throw new RefusedFile("TOO_MANY_COLUMNS", `row ${number}`);
    return { number, cells: Array.from(cells, (cell) => textOf(cell, number)) };
  });
}

const showsZerosInFront = /^0\d+$/u;

/**
 * What stands in a cell, as text. A number is written out in full with a point, whatever the cell shows of
 * it, but for ids that are numbers shown with zeros in front, and for days.
 */
function textOf(cell: CellObject | undefined, row: number): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === "e") return "";
  const text = cell.t === "n" ? numberText(cell) : String(cell.v as string | number | boolean);
  if (text.length > tableLimits.cellCharacters)
    throw new RefusedFile("CELL_TOO_LONG", `row ${row}`);
  return text;
}

function numberText({ v, w, z }: CellObject): string {
  const value = v as number;
  if (typeof z === "string" && isDateFormat(z)) return dayText(value);
  if (w !== undefined && showsZerosInFront.test(w)) return w;
  const plain = String(value);
  return plain.includes("e") ? value.toFixed(6).replace(/\.?0+$/u, "") : plain;
}

/** Letters of days and times that are no part of a text in quotes or of a colour in brackets. */
function isDateFormat(format: string): boolean {
  return /[ymdhs]/iu.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, ""));
}

const twoDigits = (number: number) => String(number).padStart(2, "0");

/** Spreadsheets count days since the end of 1899; a fraction is the time of the day. */
function dayText(serial: number): string {
  const instant = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1_000);
  if (Number.isNaN(instant.valueOf())) return String(serial);
  const day = instant.toISOString().slice(0, 10);
  if (Number.isInteger(serial)) return day;
  return `${day} ${twoDigits(instant.getUTCHours())}:${twoDigits(instant.getUTCMinutes())}`;
}
