import writeWorkbook, { type Cell, type SheetData } from "write-excel-file/node";

/** A cell of a sheet. Text is text, whatever it begins with: nothing becomes a formula. */
export type SheetCell =
  /** `staysText`: whatever somebody types over it is text, too, and keeps its zeros in front. */
  | { text: string; isBold?: boolean; staysText?: boolean }
  | { number: number; format?: string; isBold?: boolean }
  /** A day or a wall-clock time: what UTC says of it is what is written. */
  | { date: Date; format: string }
  | null;

export interface WorkbookSheet {
  name: string;
  /** The first row stays in sight. */
  hasHead: boolean;
  widths: readonly number[];
  rows: readonly (readonly SheetCell[])[];
}

export function workbookOf(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const made = sheets.map(({ name, rows, widths, hasHead }) => ({
    sheet: name,
    data: rows.map((row) => row.map(toCell)) as SheetData,
    columns: widths.map((width) => ({ width })),
    ...(hasHead && { stickyRowsCount: 1 }),
  }));
  return writeWorkbook(made).toBuffer();
}

function toCell(cell: SheetCell): Cell {
  if (cell === null) return null;
  if ("date" in cell) return { value: cell.date, type: Date, format: cell.format };
  const weight = cell.isBold ? { fontWeight: "bold" as const } : {};
  if ("number" in cell)
    return {
      value: cell.number,
      type: Number,
      ...(cell.format && { format: cell.format }),
      ...weight,
    };
  if (!cell.staysText) return { value: cell.text, type: String, ...weight };
  return { value: cell.text === "" ? null : cell.text, type: String, format: "@" } as Cell;
}
