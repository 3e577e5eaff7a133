import { Refusal } from "../../shared/refusal.ts";
import type { ColumnMapping } from "../domain/column-mapping.ts";
import { delimiters, type TableLayout } from "../domain/table-layout.ts";
import type { Chosen } from "../queries/list-imports.ts";
import type { CheckImportInput, MappedColumnInput } from "./inputs.ts";

const replacementsAtMost = 2_000;
const leftOutAtMost = 10_000;

/** What no page of ours can send is refused; what is left out is not there. */
export function readingFromInput(input: CheckImportInput) {
  return {
    kind: input.kind,
    mapping: mappingFromInput(input.mapping),
    ...chosenFromInput(input),
    layout: layoutFromInput(input),
  };
}

/** Numbers that no row has do no harm: they are kept once each, in their order. */
export function chosenFromInput(
  input: Pick<CheckImportInput, "replacements" | "leftOutRows"> | null,
): Chosen {
  const replacements = input?.replacements ?? [];
  if (replacements.length > replacementsAtMost)
    throw new Refusal("BAD_USER_INPUT", `Put at most ${replacementsAtMost} values right.`);
  const leftOutRows = [...new Set(input?.leftOutRows)].toSorted((one, other) => one - other);
  if (leftOutRows.length > leftOutAtMost)
    throw new Refusal("BAD_USER_INPUT", `Leave at most ${leftOutAtMost} rows out.`);
  return {
    replacements: replacements.map(({ field, from, to }) => ({ field, from, to: to.trim() })),
    leftOutRows,
  };
}

function mappingFromInput(columns: readonly MappedColumnInput[]): ColumnMapping {
  if (new Set(columns.map(({ field }) => field)).size < columns.length)
    throw new Refusal("BAD_USER_INPUT", "A field is one column.");
  return Object.fromEntries(columns.map(({ field, column }) => [field, column]));
}

function layoutFromInput({ encoding, delimiter, decimalSign, sheet, headerRow }: CheckImportInput) {
  const layout: { -readonly [Key in keyof TableLayout]?: TableLayout[Key] } = {};
  if (encoding != null) layout.encoding = encoding;
  if (sheet != null) layout.sheet = sheet;
  if (delimiter != null) {
    const known = delimiters.find((each) => each === delimiter);
    if (!known) throw new Refusal("BAD_USER_INPUT", "That is no delimiter.");
    layout.delimiter = known;
  }
  if (decimalSign != null) {
    if (decimalSign !== "." && decimalSign !== ",")
      throw new Refusal("BAD_USER_INPUT", "A decimal sign is a point or a comma.");
    layout.decimalSign = decimalSign;
  }
  if (headerRow != null) {
    if (headerRow < 1 || headerRow > 50)
      throw new Refusal("BAD_USER_INPUT", "Headings stand in one of the first 50 rows.");
    layout.headerRow = headerRow;
  }
  return layout;
}
