import type { FieldName, ImportFound } from "./import-desk.svelte.ts";
import type { Replacement } from "./replacements.ts";

type Layout = ImportFound["layout"];

/** What somebody has chosen for a file and not checked yet. */
export interface Draft {
  kind: ImportFound["kind"];
  columns: Partial<Record<FieldName, number>>;
  replacements: readonly Replacement[];
  /** By their numbers, in order. */
  leftOutRows: readonly number[];
  layout: Partial<Pick<Layout, "encoding" | "delimiter" | "decimalSign" | "sheet" | "headerRow">>;
}

/** How a file is read, as the latest check was told. */
export type ReadAs = Pick<
  ImportFound,
  "kind" | "mapping" | "replacements" | "leftOutRows" | "layout"
>;

/** As it is read: nothing is chosen anew. */
export const draftOf = ({ kind, mapping, replacements, leftOutRows }: ReadAs): Draft => ({
  ...{ kind, replacements, leftOutRows, layout: {} },
  columns: Object.fromEntries(mapping.map(({ field, column }) => [field, column])),
});

/** A check of the draft would read the file in another way. */
export function differs(draft: Draft, found: ReadAs): boolean {
  const before = new Map(found.mapping.map(({ field, column }) => [field, column]));
  const now = Object.entries(draft.columns) as [FieldName, number][];
  return (
    draft.kind !== found.kind ||
    now.length !== before.size ||
    now.some(([field, column]) => before.get(field) !== column) ||
    JSON.stringify(draft.replacements) !== JSON.stringify(found.replacements) ||
    draft.leftOutRows.join() !== found.leftOutRows.join() ||
    Object.entries(draft.layout).some(
      ([key, value]) => found.layout[key as keyof Draft["layout"]] !== value,
    )
  );
}

/** In another sheet, or below other headings, a number is another row. */
export function readAs(draft: Draft, layout: Draft["layout"]): Draft {
  const isElsewhere = layout.sheet !== undefined || layout.headerRow !== undefined;
  return {
    ...draft,
    layout: { ...draft.layout, ...layout },
    leftOutRows: isElsewhere ? [] : draft.leftOutRows,
  };
}

/** Rows are left out or taken back, each once and in their order. */
export function leftOut(draft: Draft, rows: readonly number[], isLeftOut: boolean): Draft {
  const numbers = new Set(draft.leftOutRows);
  for (const row of rows) {
    if (isLeftOut) numbers.add(row);
    else numbers.delete(row);
  }
  return { ...draft, leftOutRows: [...numbers].toSorted((one, other) => one - other) };
}

/** The columns of a kind, by headings that are spelled like its fields. */
export function columnsByHeading(
  headings: readonly string[],
  fields: readonly { name: FieldName; label: string }[],
): Draft["columns"] {
  const bare = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/gu, "");
  const spelled = headings.map(bare);
  return Object.fromEntries(
    fields.flatMap(({ name, label }) => {
      const at = spelled.indexOf(bare(label));
      return at < 0 ? [] : [[name, at]];
    }),
  );
}
