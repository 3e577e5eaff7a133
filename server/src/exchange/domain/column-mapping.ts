import {
  importFields,
  type ImportField,
  type ImportFieldKey,
  type ImportKind,
} from "./import-kind.ts";

/** Which column of the file is which field, by its place from 0. */
export type ColumnMapping = Readonly<Partial<Record<ImportFieldKey, number>>>;

/** Headings that differ only in case, marks and spaces are the same file to whoever maps it. */
export function headerSignature(columns: readonly string[]): string {
  return columns.map(bareOf).join("|");
}

function bareOf(heading: string): string {
  return heading
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** What the headings say by themselves: a field takes the first column that goes by one of its names. */
export function suggestMapping(kind: ImportKind, columns: readonly string[]): ColumnMapping {
  const bare = columns.map(bareOf);
  const taken = new Set<number>();
  const take = (names: readonly string[]) => {
    const at = bare.findIndex((column, index) => !taken.has(index) && names.includes(column));
    if (at >= 0) taken.add(at);
    return at;
  };
  const mapping: Partial<Record<ImportFieldKey, number>> = {};
  const byOwnName = (field: ImportField) => [bareOf(field.label)];
  const byAliases = (field: ImportField) => field.aliases;
  for (const namesOf of [byOwnName, byAliases])
    for (const field of importFields[kind]) {
      if (mapping[field.key] !== undefined) continue;
      const at = take(namesOf(field));
      if (at >= 0) mapping[field.key] = at;
    }
  return mapping;
}

/** The kind whose fields the headings cover best; counts where nothing speaks for another. */
export function suggestKind(columns: readonly string[]): ImportKind {
  const kinds: readonly ImportKind[] = ["COUNTS", "MOVES", "OPENING_STOCK", "ITEMS", "LOCATIONS"];
  const judged = kinds.map((kind) => {
    const mapping = suggestMapping(kind, columns);
    const fields = importFields[kind];
    const missing = fields.filter(
      ({ key, isRequired }) => isRequired && mapping[key] === undefined,
    );
    return { kind, score: Object.keys(mapping).length - missing.length * 2 };
  });
  return judged.reduce((best, each) => (each.score > best.score ? each : best)).kind;
}

/** In a sentence, what keeps a mapping from being used; null where nothing does. */
export function mappingProblem(
  kind: ImportKind,
  mapping: ColumnMapping,
  columns: readonly string[],
): string | null {
  const fields = importFields[kind];
  const named = Object.entries(mapping);
  const foreign = named.find(([key]) => !fields.some((field) => field.key === key));
  if (foreign) return `${foreign[0]} is no field of this kind of import.`;
  const outside = named.find(([, at]) => !(Number.isInteger(at) && at >= 0 && at < columns.length));
  if (outside) return `The file has no column ${outside[1] + 1}.`;
  const twice = named.find(([, at], index) => named.findIndex(([, other]) => other === at) < index);
  if (twice) return `The column "${columns[twice[1]]}" is used for two fields.`;
  const missing = fields.filter(({ key, isRequired }) => isRequired && mapping[key] === undefined);
  if (missing.length === 0) return null;
  const labels = missing.map(({ label }) => label).join(", ");
  return `Say which column is ${labels}.`;
}
