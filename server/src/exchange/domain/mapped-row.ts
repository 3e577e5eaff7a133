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
  const replaced = new Map(replacements.map(({ field, from, to }) => [`${field}:${from}`, to]));
  return ({ number, cells }) => ({
    number,
    values: Object.fromEntries(
      fields.map(([field, at]) => {
        const value = (cells[at] ?? "").trim();
        return [field, replaced.get(`${field}:${value}`) ?? value];
      }),
    ),
  });
}

export const textOf = ({ values }: MappedRow, field: ImportFieldKey): string => values[field] ?? "";
