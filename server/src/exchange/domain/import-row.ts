import type { ColumnMapping } from "./column-mapping.ts";
import type { ImportKind } from "./import-kind.ts";
import type { Replacement } from "./mapped-row.ts";
import type { TableLayout, TableRow } from "./table-layout.ts";

export const importStates = ["READ", "CHECKED", "COMMITTED"] as const;
export type ImportState = (typeof importStates)[number];

/** A file that somebody sent, and how far it has come. */
export interface ImportRow {
  warehouseId: number;
  id: number;
  fileName: string;
  byteCount: number;
  rowCount: number;
  layout: TableLayout;
  preview: readonly TableRow[];
  kind: ImportKind;
  mapping: ColumnMapping;
  replacements: readonly Replacement[];
  leftOutRows: readonly number[];
  isRemembered: boolean;
  state: ImportState;
  rowsReady: number | null;
  rowsBlank: number | null;
  rowsWrong: number | null;
  checkedAt: Date | null;
  checkMs: number | null;
  uploadedById: string;
  uploadedAt: Date;
  committedById: string | null;
  committedAt: Date | null;
  sessionIds: number[];
}

export interface ImportKey {
  warehouseId: number;
  id: number;
}

/** How somebody wants a file to be read. */
export interface Reading {
  kind: ImportKind;
  layout: TableLayout;
  mapping: ColumnMapping;
  replacements: readonly Replacement[];
  /** Rows of this file that somebody has said are left out, whatever they hold. */
  leftOutRows: readonly number[];
}

/** Equal for readings that lead to the same rows: what it is the hash of, beside the content. */
export function readingText({ kind, layout, mapping, replacements, leftOutRows }: Reading): string {
  const { encoding, delimiter, decimalSign, sheet, headerRow } = layout;
  const fields = Object.entries(mapping).sort(([left], [right]) => (left < right ? -1 : 1));
  const put = replacements.map(({ field, from, to }) => [field, from, to].join("\n")).sort();
  const text = [kind, encoding, delimiter, decimalSign, sheet, headerRow, fields, put];
  // Without rows that are left out it is what it was before there could be any.
  if (leftOutRows.length === 0) return JSON.stringify(text);
  return JSON.stringify([...text, leftOutRows.toSorted((one, other) => one - other)]);
}
