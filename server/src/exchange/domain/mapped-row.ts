import type { ColumnMapping } from "./column-mapping.ts";
import type { ImportFieldKey } from "./import-kind.ts";
import type { TableRow } from "./table-layout.ts";

/** A row of the file as the fields of what is imported: trimmed text, "" where nothing stands. */
export interface MappedRow {
  number: number;
  values: Readonly<Partial<Record<ImportFieldKey, string>>>;
}

/** One value that somebody put in place of another, in every row that has it. */
export interface Replacement {
  field: ImportFieldKey;
  from: string;
  to: string;
}

export type MapRow = (row: TableRow) => MappedRow;

/** Replacements are of whole values, as they stand in the file. */
export function rowMapper(
  mapping: ColumnMapping,
  replacements: readonly Replacement[] = [],
): MapRow {
  const fields = Object.entries(mapping) as [ImportFieldKey, number][];
  const replaced = new Map<ImportFieldKey, Map<string, string>>();
  for (const { field, from, to } of replacements) {
    const values = replaced.get(field) ?? new Map<string, string>();
    replaced.set(field, values.set(from, to));
  }
  return ({ number, cells }) => {
    const values: Partial<Record<ImportFieldKey, string>> = {};
    for (const [field, at] of fields) {
      const value = (cells[at] ?? "").trim();
      values[field] = replaced.get(field)?.get(value) ?? value;
    }
    return { number, values };
  };
}

export const textOf = ({ values }: MappedRow, field: ImportFieldKey): string => values[field] ?? "";
