import type { ImportFieldKey } from "./import-kind.ts";
import type { MappedRow } from "./mapped-row.ts";

/** What can be wrong with a row, for programs and for putting alike beside alike. */
export const rowErrorWords = {
  MISSING: "Nothing stands there",
  TEXT_TOO_LONG: "Too long",
  WAREHOUSE_OTHER: "Another warehouse",
  ITEM_UNKNOWN: "Unknown item",
  ITEM_NOT_USABLE: "Item not in use here",
  LOCATION_UNKNOWN: "Unknown location",
  LOCATION_NOT_USABLE: "Location not in use",
  LOCATION_MISSING: "Which location?",
  NOT_A_NUMBER: "Not a number",
  QUANTITY_NEGATIVE: "Below 0",
  QUANTITY_TOO_PRECISE: "Unit is not split",
  ZERO_NOT_ALLOWED: "Counts of 0 are switched off",
  NOT_AN_INSTANT: "Not a date",
  LOT: "Lot",
  SERIAL: "Serial",
  DUPLICATE: "Same row twice",
  SESSION_NOT_OPEN: "Count not open",
  SESSION_EMPTY: "A count with no lines",
  LINE_HELD: "Counted by another count",
  UNIT_UNKNOWN: "Unknown unit",
  WORD_UNKNOWN: "Unknown word",
  BARCODE: "Barcode",
  FIXED_BY_STOCK: "Stock has moved",
  PARENT: "Place within place",
  ALREADY_STOCKED: "Stock is there already",
  LEDGER: "The ledger says no",
  LEFT_OUT: "Left out by choice",
} as const;
export type RowErrorCode = keyof typeof rowErrorWords;
export const rowErrorCodes = Object.keys(rowErrorWords) as RowErrorCode[];

/** One thing that is wrong with one row, with what to do about it. */
export interface RowError {
  /** As the file numbers it: 1 is its first row. */
  row: number;
  field: ImportFieldKey | null;
  /** As it stands in the file. */
  value: string;
  code: RowErrorCode;
  message: string;
  /** A value that would fit, where one is close. */
  suggestion: string | null;
}

/** As it is kept: with the row that it is about. */
export interface KeptError extends RowError {
  rowValues: MappedRow["values"];
  /** Rows that are wrong with this value in this field: put right once, it serves them all. */
  rowsAlike: number;
}

export function withTheirRows(
  errors: readonly RowError[],
  rows: readonly MappedRow[],
): KeptError[] {
  const wrong = new Set(errors.map(({ row }) => row));
  const values = new Map(
    rows.flatMap((row) => (wrong.has(row.number) ? [[row.number, row.values]] : [])),
  );
  const nameOf = ({ field, value }: RowError) => `${field ?? ""}:${value}`;
  const alike = new Map<string, Set<number>>();
  for (const error of errors) {
    const name = nameOf(error);
    const known = alike.get(name);
    if (known) known.add(error.row);
    else alike.set(name, new Set([error.row]));
  }
  return errors.map((error) => ({
    ...error,
    rowValues: values.get(error.row) ?? {},
    rowsAlike: error.field === null ? 1 : (alike.get(nameOf(error))?.size ?? 1),
  }));
}

/** Gathers all that is wrong: a row is not let off at its first error. */
export class RowErrors {
  readonly all: RowError[] = [];
  readonly #rows = new Set<number>();

  add(
    row: MappedRow,
    field: ImportFieldKey | null,
    code: RowErrorCode,
    message: string,
    suggestion: string | null = null,
  ): null {
    const value = field === null ? "" : (row.values[field] ?? "");
    this.all.push({ row: row.number, field, value, code, message, suggestion });
    this.#rows.add(row.number);
    return null;
  }

  has({ number }: Pick<MappedRow, "number">): boolean {
    return this.#rows.has(number);
  }

  get rowCount(): number {
    return this.#rows.size;
  }

  /** In the order of the file. */
  inOrder(): RowError[] {
    return this.all.toSorted((left, right) => left.row - right.row);
  }
}

/** How the rows of a file were found to be. Each row is in one of the three. */
export interface RowFigures {
  rowsReady: number;
  /** Without a quantity: left as they are, which is not 0. */
  rowsBlank: number;
  rowsWrong: number;
}
