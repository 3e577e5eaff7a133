import { filledIn } from "./sheet-table.ts";

/** What somebody has filled into the workbook of a sheet. */
export interface FilledSheet {
  lines: readonly { position: number; counted: string }[];
  finds: readonly FilledFind[];
  /** As they were written down; whoever types them in says whom and when they mean. */
  countedBy: string;
  countedAt: string;
}

/** Something that lay there and is not listed, as it was written down. */
export interface FilledFind {
  place: string;
  item: string;
  lot: string;
  unit: string;
  counted: string;
  note: string;
}

/** The rows of the two pages of a workbook, as text. */
export interface FilledPages {
  lines: readonly (readonly string[])[];
  sheet: readonly (readonly string[])[];
}

export interface SheetExpected {
  count: string;
  number: number;
  linesTotal: number;
}

/** The entries, or in a sentence why these are not the ones of this sheet. */
export function readFilledSheet(
  pages: FilledPages,
  { count, number, linesTotal }: SheetExpected,
): FilledSheet | { wrong: string } {
  const about = new Map(pages.sheet.map(([name = "", value = ""]) => [name.trim(), value.trim()]));
  const [head = [], ...rows] = pages.lines;
  const columnOf = (title: string) => head.findIndex((each) => each.trim() === title);
  const [line, counted] = [columnOf(filledIn.line), columnOf(filledIn.counted)];
  if (line < 0 || counted < 0 || !about.has("Count"))
    return { wrong: "This is not the workbook of a count sheet." };
  if (about.get("Count") !== count || about.get("Sheet") !== String(number))
    return { wrong: `This is ${about.get("Count")}, sheet ${about.get("Sheet")}: open that one.` };
  const isFind = (row: readonly string[]) => /^F\d+$/u.test((row[line] ?? "").trim());
  const lines = rows.flatMap((row) => {
    if (isFind(row)) return [];
    const written = (row[counted] ?? "").trim();
    return written === "" ? [] : [{ position: Number(row[line]), counted: written }];
  });
  const isThere = ({ position }: { position: number }) =>
    Number.isInteger(position) && position >= 1 && position <= linesTotal;
  if (!lines.every(isThere) || new Set(lines.map(({ position }) => position)).size < lines.length)
    return { wrong: "Its lines have been renumbered: fill in the workbook as it was." };
  const read = (row: readonly string[], title: string) => (row[columnOf(title)] ?? "").trim();
  const finds = rows.filter(isFind).map((row) => ({
    ...{ place: read(row, filledIn.place), item: read(row, filledIn.item) },
    ...{ lot: read(row, filledIn.lot), unit: read(row, filledIn.unit) },
    ...{ counted: read(row, filledIn.counted), note: read(row, filledIn.note) },
  }));
  return {
    lines,
    finds: finds.filter(({ counted }) => counted !== ""),
    countedBy: about.get("Counted by") ?? "",
    countedAt: about.get("Counted at") ?? "",
  };
}
