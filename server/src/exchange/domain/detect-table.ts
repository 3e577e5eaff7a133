import { parseDelimited } from "./parse-delimited.ts";
import { delimiters, type DecimalSign, type Delimiter, type TableRow } from "./table-layout.ts";

/** The delimiter under which the first lines fall into the most columns, alike in every line. */
export function detectDelimiter(sample: string): Delimiter {
  const judged = delimiters.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  const best = judged.reduce((left, right) => (right.score > left.score ? right : left));
  return best.delimiter;
}

function evenness(sample: string, delimiter: Delimiter): number {
  const widths = firstRows(sample, delimiter).map(({ cells }) => cells.length);
  const width = mostFrequent(widths);
  if (width < 2) return 0;
  return (widths.filter((each) => each === width).length / widths.length) * 1_000 + width;
}

/** Where the sample ends inside of quotes, what came before them is enough. */
export function firstRows(sample: string, delimiter: Delimiter): TableRow[] {
  const rows: TableRow[] = [];
  try {
    for (const row of parseDelimited([sample], delimiter)) if (rows.push(row) === 50) break;
  } catch {
    return rows;
  }
  return rows;
}

function mostFrequent(numbers: readonly number[]): number {
  const counted = [...Map.groupBy(numbers, (each) => each)];
  return counted.reduce(
    (best, [value, all]) => (all.length > best.all ? { value, all: all.length } : best),
    {
      value: 0,
      all: 0,
    },
  ).value;
}

const isNumber = (cell: string) => /^[-+]?[\d\s.,'’]*\d[\d.,]*$/u.test(cell.trim());

/**
 * The row of the headings, from 1: the first that fills as many cells as most rows do and has no number
 * in it. Titles above a table fill fewer. Where no row is like that it is the first that has anything.
 */
export function detectHeaderRow(rows: readonly TableRow[]): number {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== "").length);
  const usual = mostFrequent(rows.map(({ cells }) => widthOf(cells)));
  const header = rows.find(
    ({ cells }, at) =>
      (filled[at] ?? 0) >= Math.max(1, usual * 0.6) &&
      !cells.some((cell) => cell.trim() !== "" && isNumber(cell)),
  );
  const first = rows.find((_, at) => (filled[at] ?? 0) > 0);
  return (header ?? first)?.number ?? 1;
}

/** Cells up to the last that has something. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "") + 1;
}

const surelyComma = /^-?\d{1,3}(?:[.\s'’]\d{3})*,(?:\d{1,2}|\d{4,})$/u;
const surelyPoint = /^-?\d{1,3}(?:[,\s'’]\d{3})*\.(?:\d{1,2}|\d{4,})$/u;
const commaBehindGroups = /^-?\d{1,3}(?:\.\d{3})+,\d+$/u;
const pointBehindGroups = /^-?\d{1,3}(?:,\d{3})+\.\d+$/u;

/** "1,204" may be either: only numbers that can be read in one way have a voice. */
export function detectDecimalSign(
  rows: readonly TableRow[],
  delimiter: Delimiter | null,
): DecimalSign {
  const cells = rows.flatMap((row) => row.cells.map((cell) => cell.trim()));
  const says = (...patterns: RegExp[]) =>
    cells.filter((cell) => patterns.some((pattern) => pattern.test(cell))).length;
  const comma = says(surelyComma, commaBehindGroups);
  const point = says(surelyPoint, pointBehindGroups);
  if (comma === point) return delimiter === ";" ? "," : ".";
  return comma > point ? "," : ".";
}

/** A heading for each column, told apart where two are alike; what has none is told by its letter. */
export function columnsOf(header: readonly string[], width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: Math.max(width, widthOf(header)) }, (_, at) => {
    const name = header[at]?.trim().replaceAll(/\s+/gu, " ") || `Column ${lettersOf(at)}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function lettersOf(at: number): string {
  const letter = String.fromCodePoint(65 + (at % 26));
  return at < 26 ? letter : lettersOf(Math.floor(at / 26) - 1) + letter;
}
