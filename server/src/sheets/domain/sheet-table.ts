import { csvOf } from "../../shared/csv.ts";
import type { SheetCell, WorkbookSheet } from "../../shared/workbook.ts";
import type { PaperLine, PaperSheet } from "./paper-sheet.ts";
import { findName, findsOnSheet } from "./sheet-finds.ts";

interface Column {
  title: string;
  width: number;
  cell: (line: PaperLine, position: number) => string | null;
}

/** What is filled in is found again by these titles. */
export const filledIn = {
  ...{ line: "Line", place: "Place", item: "Item", lot: "Lot", unit: "Unit" },
  ...{ counted: "Counted", note: "Note" },
} as const;

function columnsOf({ showsBooks }: PaperSheet): Column[] {
  const books: Column[] = [
    { title: "In the books", width: 13, cell: ({ quantityBooks }) => quantityBooks },
    {
      title: "Serials in the books",
      width: 28,
      cell: ({ serialsBooks }) => serialsBooks.join(" "),
    },
  ];
  return [
    { title: filledIn.line, width: 6, cell: (_, position) => String(position) },
    { title: filledIn.place, width: 16, cell: ({ locationCode }) => locationCode },
    { title: "Place barcode", width: 16, cell: ({ locationBarcode }) => locationBarcode },
    { title: filledIn.item, width: 18, cell: ({ sku }) => sku },
    { title: "Description", width: 34, cell: ({ description }) => description },
    { title: "Revision", width: 9, cell: ({ revision }) => revision },
    { title: filledIn.lot, width: 14, cell: ({ lotCode }) => lotCode },
    { title: "Best before", width: 12, cell: ({ expiresOn }) => expiresOn },
    { title: "Status", width: 12, cell: ({ stockStatus }) => stockStatus },
    { title: "Item barcode", width: 18, cell: ({ itemCode }) => itemCode },
    { title: filledIn.unit, width: 7, cell: ({ unitCode }) => unitCode },
    ...(showsBooks ? books : []),
    { title: filledIn.counted, width: 12, cell: () => null },
    { title: filledIn.note, width: 24, cell: () => null },
  ];
}

/** For what lay there and is not listed. */
const findNames = Array.from({ length: findsOnSheet }, (_, at) => findName(at + 1));

/** One line a row, with an empty column for what was counted; at the end rows for what is not listed. */
export function sheetCsv(sheet: PaperSheet): string {
  const columns = columnsOf(sheet);
  const rows = sheet.lines.map((line, at) =>
    Object.fromEntries(columns.map(({ title, cell }) => [title, cell(line, at + 1)])),
  );
  const finds = findNames.map((name) => ({ [filledIn.line]: name }));
  return csvOf(
    columns.map(({ title }) => title),
    [...rows, ...finds],
  );
}

const numbers: ReadonlySet<string> = new Set([filledIn.line, "In the books"]);
/** A spreadsheet keeps no more digits of a number than these; what is longer stays text. */
const digitsKept = 15;

/** The lines, and on a second page what sheet it is and how to fill it in. */
export function sheetWorkbook(sheet: PaperSheet): WorkbookSheet[] {
  const columns = columnsOf(sheet);
  const head = columns.map(({ title }): SheetCell => ({ text: title, isBold: true }));
  const rows = sheet.lines.map((line, at) =>
    columns.map(({ title, cell }) => cellOf(cell(line, at + 1), title)),
  );
  const finds = findNames.map((name): SheetCell[] =>
    columns.map(({ title }) => (title === filledIn.line ? { text: name } : null)),
  );
  const told = (name: string, text: string): SheetCell[] => [
    { text: name, isBold: true },
    { text },
  ];
  const about = [
    told("Count", sheet.count),
    told("Title", sheet.title),
    told("Sheet", String(sheet.number)),
    told("Warehouse", sheet.warehouse),
    told("Lines", `${sheet.lines.length}, ${sheet.narrowedTo}`),
    told("Printed", `${sheet.printedAt} by ${sheet.printedBy}`),
    told("Type in", sheet.address),
    told("Counted by", ""),
    told("Counted at", ""),
    told("How", "Leave empty what you have not counted, and write 0 where there is nothing."),
    told("Not listed", `Write into ${findNames[0]} to ${findNames.at(-1)} what else lay there.`),
  ];
  return [
    {
      name: "Lines",
      hasHead: true,
      widths: columns.map(({ width }) => width),
      rows: [head, ...rows, ...finds],
    },
    { name: "Sheet", hasHead: false, widths: [14, 80], rows: about },
  ];
}

function cellOf(value: string | null, title: string): SheetCell {
  if (value === null || value === "") return null;
  const isKept = value.replaceAll(/\D/gu, "").length <= digitsKept;
  return numbers.has(title) && isKept ? { number: Number(value) } : { text: value };
}
