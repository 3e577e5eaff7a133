import { a4, type Mark } from "../../shared/paper/marks.ts";

/** In points, from the upper left corner. */
export const left = 34;
export const right = a4.width - left;
export const bottom = a4.height - 48;
export const headOfFirst = 216;
export const headOfOthers = 62;
export const columnsHeight = 18;

export interface SheetColumns {
  line: Column;
  item: Column;
  bars: Column;
  unit: Column;
  books: Column | null;
  counted: Column;
}
interface Column {
  x: number;
  width: number;
}

/** What is counted is written at the right edge; what the books say takes its room from the item. */
export function columnsOf({ showsBooks }: { showsBooks: boolean }): SheetColumns {
  const counted = { x: right - 146, width: 146 };
  const books = showsBooks ? { x: counted.x - 62, width: 54 } : null;
  const unit = { x: (books ?? counted).x - 38, width: 32 };
  const barsWidth = showsBooks ? 116 : 132;
  const bars = { x: unit.x - barsWidth - 10, width: barsWidth };
  const line = { x: left, width: 22 };
  const item = { x: left + 28, width: bars.x - left - 36 };
  return { line, item, bars, unit, books, counted };
}

export function columnHeads(columns: SheetColumns, y: number): Mark[] {
  const head = (column: Column, text: string, align?: "right"): Mark => ({
    ...{ kind: "TEXT", x: column.x, y, width: column.width, text, size: 7.5, isFaint: true },
    ...(align && { align }),
  });
  return [
    head(columns.line, "Line"),
    head(columns.item, "Item"),
    head(columns.bars, "Scan"),
    head(columns.unit, "Unit"),
    ...(columns.books ? [head(columns.books, "In the books", "right")] : []),
    head(columns.counted, "Counted"),
    { kind: "LINE", x: left, y: y + 12, toX: right, toY: y + 12 },
  ];
}

/** Boxes for letters, so many in each group. */
export function boxes(
  groups: readonly number[],
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  between = 6,
): Mark[] {
  const marks: Mark[] = [];
  let at = x;
  for (const count of groups) {
    for (let each = 0; each < count; each += 1)
      marks.push({ kind: "BOX", x: at + each * width, y, width, height });
    at += count * width + between;
  }
  return marks;
}

/** Digits before the point that fit beside three behind it. */
const digits = 6;

export function countedBoxes(
  { decimals }: { decimals: number },
  y: number,
  { counted }: SheetColumns,
): Mark[] {
  const box = { x: counted.x, y: y + 7, width: 15, height: 24 };
  const shown = Math.min(decimals, 3);
  if (shown === 0) return boxes([digits], box);
  const point = counted.x + digits * box.width + 1.5;
  return [
    ...boxes([digits, shown], box, 6),
    { kind: "TEXT", x: point, y: y + 22, width: 6, text: ",", size: 12, isBold: true },
  ];
}
