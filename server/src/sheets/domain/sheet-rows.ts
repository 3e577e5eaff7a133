import type { Mark } from "../../shared/paper/marks.ts";
import { detailsOf, type PaperLine } from "./paper-sheet.ts";
import { findMarks, findsHeight } from "./sheet-finds.ts";
import { countedBoxes, left, right, type SheetColumns } from "./sheet-frame.ts";

/** Where one goes next, one line that is counted there, or room for what nobody has listed. */
export type SheetRow =
  | { kind: "PLACE"; line: PaperLine; isContinued: boolean }
  | { kind: "LINE"; line: PaperLine; position: number }
  | { kind: "FINDS" };

const lineHeight = 40;
/** Of each line of small words. */
const wordsHeight = 10;
const lettersInLine = 34;
const placeHeight = 26;
/** Between a line and its serials. */
const gap = 4;
const ruleHeight = 20;
const serialHeight = 15;
const serialsInRow = 4;
/** More than these are counted with a device. */
export const serialsAtMost = 60;

export function heightOf(row: SheetRow): number {
  if (row.kind === "PLACE") return placeHeight;
  if (row.kind === "FINDS") return findsHeight;
  const { isByPiece, serialsBooks } = row.line;
  const height = headHeightOf(row.line);
  if (!isByPiece) return height;
  const rows = Math.ceil(Math.min(serialsBooks.length, serialsAtMost) / serialsInRow);
  return height + gap + rows * serialHeight + 2 * ruleHeight;
}

/** Of a line without its serials: what it is, and what tells it apart, may take two lines each. */
function headHeightOf(line: PaperLine): number {
  const lines = linesOf(line.description) + linesOf(detailsOf(line));
  return lineHeight + Math.max(0, lines - 2) * wordsHeight;
}

const linesOf = (words: string) => (words === "" ? 0 : words.length > lettersInLine ? 2 : 1);

/** A number or a code is never cut off where smaller letters make room for it. */
const sizeFor = (text: string, size: number, lettersWithRoom: number) =>
  Math.max(6, Math.min(size, (size * lettersWithRoom) / text.length));

export function marksOf(row: SheetRow, y: number, columns: SheetColumns): Mark[] {
  const below = y + heightOf(row);
  if (row.kind === "PLACE") return placeMarks(row, y);
  if (row.kind === "FINDS") return findMarks(y, columns);
  const { line, position } = row;
  const details = detailsOf(line);
  const detailsAt = 18 + linesOf(line.description) * wordsHeight;
  const cell = (column: { x: number; width: number }, dy: number, text: string): Mark => ({
    ...{ kind: "TEXT", x: column.x, y: y + dy, width: column.width, text, size: 8.5 },
  });
  return [
    { ...cell(columns.line, 7, String(position)), isFaint: true } as Mark,
    { ...cell(columns.item, 5, line.sku), size: sizeFor(line.sku, 10.5, 22), isBold: true } as Mark,
    { ...cell(columns.item, 17, line.description), linesAtMost: 2 } as Mark,
    ...(details
      ? [{ ...cell(columns.item, detailsAt, details), linesAtMost: 2, isFaint: true } as Mark]
      : []),
    { kind: "BARS", ...columns.bars, y: y + 8, height: 22, code: line.itemCode },
    cell(columns.unit, 7, line.unitCode),
    ...(columns.books && line.quantityBooks !== null
      ? [booksMark(line.quantityBooks, cell(columns.books, 6, line.quantityBooks))]
      : []),
    ...(line.isByPiece
      ? serialMarks(line, y + headHeightOf(line) + gap, columns, y)
      : countedBoxes(line, y, columns)),
    { kind: "LINE", x: left, y: below, toX: right, toY: below, isFaint: true },
  ];
}

const booksMark = (quantity: string, mark: Mark): Mark =>
  ({ ...mark, size: sizeFor(quantity, 10, 9), align: "right" }) as Mark;

function placeMarks({ line, isContinued }: SheetRow & { kind: "PLACE" }, y: number): Mark[] {
  const name = isContinued ? `${line.locationName} (continued)` : line.locationName;
  const at = { kind: "TEXT" as const, isFaint: false };
  return [
    { kind: "BOX", x: left, y, width: right - left, height: placeHeight, isShade: true },
    {
      ...at,
      x: left + 6,
      y: y + 6,
      width: 190,
      text: line.locationCode,
      size: sizeFor(line.locationCode, 13, 20),
      isBold: true,
    },
    { ...at, x: left + 200, y: y + 8, width: 160, text: name, size: 9 },
    { kind: "BARS", x: right - 150, y: y + 4, width: 144, height: 18, code: line.locationBarcode },
  ];
}

/** Those that the books know, to tick off where they are shown, and room for others. */
function serialMarks(line: PaperLine, y: number, columns: SheetColumns, top: number): Mark[] {
  const x = columns.item.x;
  const width = (right - x) / serialsInRow;
  const known = line.serialsBooks.length;
  const shown = line.serialsBooks.slice(0, serialsAtMost);
  const isMore = known > shown.length;
  const ticks = shown.flatMap((serial, at): Mark[] => {
    const [column, row] = [at % serialsInRow, Math.floor(at / serialsInRow)];
    const place = { x: x + column * width, y: y + row * serialHeight };
    return [
      { kind: "BOX", ...place, width: 9, height: 9 },
      { kind: "TEXT", x: place.x + 13, y: place.y, width: width - 18, text: serial, size: 8.5 },
    ];
  });
  const ruled = y + Math.ceil(shown.length / serialsInRow) * serialHeight;
  const { counted } = columns;
  const ask = {
    kind: "TEXT" as const,
    size: 8.5,
    isFaint: true,
    y: top + 7,
    width: counted.width,
  };
  return [
    {
      ...ask,
      x: counted.x,
      text: isMore ? `Each serial, ${shown.length} of ${known} below` : "Each serial, below",
    },
    ...ticks,
    ...[1, 2].map((at): Mark => ({
      ...{ kind: "LINE", x, toX: right, isFaint: true },
      ...{ y: ruled + at * ruleHeight - 6, toY: ruled + at * ruleHeight - 6 },
    })),
  ];
}
