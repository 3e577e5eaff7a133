import type { ErrorCode } from "./error-list.svelte.ts";
import type { ImportFound, ImportShown } from "./import-desk.svelte.ts";

type Kind = ImportShown["kind"];

export const kindWords: Readonly<Record<Kind, string>> = {
  COUNTS: "Counts",
  ITEMS: "Items",
  LOCATIONS: "Locations",
  OPENING_STOCK: "Opening stock",
  MOVES: "Moves",
};

export const stateWords: Readonly<Record<ImportShown["state"], string>> = {
  READ: "not checked yet",
  CHECKED: "checked, not imported",
  COMMITTED: "imported",
};

export const encodingWords: Readonly<
  Record<NonNullable<ImportFound["layout"]["encoding"]>, string>
> = {
  UTF_8: "UTF-8",
  UTF_16LE: "UTF-16",
  UTF_16BE: "UTF-16, other way round",
  WINDOWS_1252: "Windows 1252",
};

export const delimiterWords: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

export const decimalSignWords: Readonly<Record<string, string>> = {
  ".": "decimal point",
  ",": "decimal comma",
};

export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1_000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const plain = new Intl.NumberFormat("en-US");
export const numberWords = (count: number) => plain.format(count);
export const rowsWords = (count: number) => `${numberWords(count)} ${count === 1 ? "row" : "rows"}`;

/** What is asked where a value is not the right one. */
export function chooseWords(code: ErrorCode): string {
  if (code === "ITEM_UNKNOWN") return "Choose item";
  return code === "LOCATION_UNKNOWN" ? "Choose location" : "Replace";
}

/** Rows that somebody has said are left out, as the latest check found them. */
export const leftOutOf = ({ errorGroups }: ImportFound): number =>
  errorGroups.find(({ code }) => code === "LEFT_OUT")?.rows ?? 0;

/** What committing does, before anybody presses the button. */
export function consequence(found: ImportFound): string {
  const { kind, rowsReady, rowsBlank, rowsWrong } = found;
  const blank = rowsBlank ? `, ${numberWords(rowsBlank)} are left as they are` : "";
  const errors = (rowsWrong ?? 0) - leftOutOf(found);
  const wrong = errors ? `, ${rowsWords(errors)} with errors wait here` : "";
  const ready = numberWords(rowsReady ?? 0);
  switch (kind) {
    case "COUNTS":
      return `${ready} rows go into counts${blank ? `, ${numberWords(rowsBlank ?? 0)} stay not counted` : ""}${wrong}.`;
    case "ITEMS":
      return `${ready} items are made or changed${wrong}.`;
    case "LOCATIONS":
      return `${ready} locations are made or changed${wrong}.`;
    case "OPENING_STOCK":
      return `${ready} quantities come into stock${blank}${wrong}.`;
    case "MOVES":
      return `${ready} moves enter the ledger${blank}${wrong}.`;
  }
}

/** What it leaves alone. */
export function reassurance(kind: Kind): string {
  if (kind === "COUNTS")
    return "No stock changes: counts are reviewed and posted later. The same file again does nothing.";
  return "All of it or nothing is done. The same file again does nothing.";
}
