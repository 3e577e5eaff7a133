import { decoderOf, detectEncoding } from "../domain/detect-encoding.ts";
import {
  columnsOf,
  detectDecimalSign,
  detectDelimiter,
  detectHeaderRow,
  firstRows,
} from "../domain/detect-table.ts";
import { parseDelimited } from "../domain/parse-delimited.ts";
import { RefusedFile } from "../domain/refused-file.ts";
import type { FileEncoding, TableLayout, TableRow } from "../domain/table-layout.ts";

const pieceBytes = 64 * 1024;

/** What of a layout somebody has chosen; the rest is found out. */
export type ChosenLayout = Partial<
  Pick<TableLayout, "encoding" | "delimiter" | "decimalSign" | "sheet" | "headerRow">
>;

export interface OpenedTable {
  layout: TableLayout;
  rows: Iterable<TableRow>;
}

export function readDelimited(bytes: Uint8Array, chosen: ChosenLayout): OpenedTable {
  const found = detectEncoding(bytes);
  if (!found) throw new RefusedFile("NOT_A_TABLE");
  const encoding = chosen.encoding ?? found.encoding;
  const text = bytes.subarray(found.markBytes);
  const sample = firstPieces(text, encoding);
  if (sample.trim() === "") throw new RefusedFile("EMPTY");
  const delimiter = chosen.delimiter ?? detectDelimiter(sample);
  const first = firstRows(sample, delimiter);
  const headerRow = chosen.headerRow ?? detectHeaderRow(first);
  const header = first.find(({ number }) => number === headerRow);
  const below = first.filter(({ number }) => number > headerRow);
  return {
    layout: {
      ...{ format: "CSV", encoding, delimiter, sheet: null, sheets: [], headerRow },
      decimalSign: chosen.decimalSign ?? detectDecimalSign(below, delimiter),
      columns: columnsOf(header?.cells ?? [], widest(below)),
    },
    rows: parseDelimited(piecesOf(text, encoding), delimiter),
  };
}

/** Rows that are longer than the headings have columns of their own. */
export const widest = (rows: readonly TableRow[]) =>
  rows.reduce(
    (width, { cells }) => Math.max(width, cells.findLastIndex((cell) => cell !== "") + 1),
    0,
  );

function firstPieces(bytes: Uint8Array, encoding: FileEncoding): string {
  const [first = ""] = piecesOf(bytes, encoding);
  return first;
}

/** The text piece by piece; a letter that falls on the edge of two comes with the second. */
function* piecesOf(bytes: Uint8Array, encoding: FileEncoding): Generator<string> {
  const decoder = decoderOf(encoding);
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new RefusedFile("WRONG_ENCODING");
    throw error;
  }
}
