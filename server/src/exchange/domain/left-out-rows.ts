import { textOf, type MappedRow } from "./mapped-row.ts";
import type { RowError } from "./row-errors.ts";

/** What becomes of a row that is wrong, as things are chosen. A row is in one of the three. */
export const rowDecisions = ["TO_DECIDE", "FIXED", "LEFT_OUT"] as const;
export type RowDecision = (typeof rowDecisions)[number];

/** The rows of a file in two: those that are judged, and those that somebody has said are left out. */
export function apartFromLeftOut(
  rows: readonly MappedRow[],
  leftOutRows: readonly number[],
): { judged: readonly MappedRow[]; leftOut: readonly MappedRow[] } {
  if (leftOutRows.length === 0) return { judged: rows, leftOut: [] };
  const numbers = new Set(leftOutRows);
  const { judged = [], leftOut = [] } = Object.groupBy(rows, ({ number }) =>
    numbers.has(number) ? "leftOut" : "judged",
  );
  return { judged, leftOut };
}

/** It is listed with the others that are not done, by what it is about. */
export function leftOutError(row: MappedRow): RowError {
  return {
    ...{ row: row.number, field: null, code: "LEFT_OUT", suggestion: null },
    value: textOf(row, "ITEM") || textOf(row, "LOCATION"),
    message: "Left out by choice: it is not judged, and takes part in nothing.",
  };
}
