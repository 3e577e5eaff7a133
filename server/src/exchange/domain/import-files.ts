import { importFields, type ImportKind } from "./import-kind.ts";
import { rowErrorWords, type RowError } from "./row-errors.ts";
import { csvOf } from "../../shared/csv.ts";

/** Spreadsheet programs take a text without a mark for one of their own encoding. */
export const byteOrderMark = "\uFEFF";

const labelOf = (kind: ImportKind, key: RowError["field"]) =>
  importFields[kind].find((field) => field.key === key)?.label ?? "";

/** Every error with the row as the file numbers it, to be worked through beside the file. */
export function errorsCsv(kind: ImportKind, errors: readonly RowError[]): string {
  const rows = errors.map(({ row, field, value, code, message, suggestion }) => ({
    Row: row,
    Column: labelOf(kind, field),
    "Value in the file": value,
    "What is wrong": rowErrorWords[code],
    "What to do": message,
    "Would fit": suggestion,
  }));
  const columns = [
    ...["Row", "Column", "Value in the file", "What is wrong", "What to do", "Would fit"],
  ];
  return byteOrderMark + csvOf(columns, rows);
}
