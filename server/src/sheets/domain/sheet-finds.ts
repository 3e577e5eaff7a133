import type { Mark } from "../../shared/paper/marks.ts";
import { countedBoxes, left, right, type SheetColumns } from "./sheet-frame.ts";

/** Room for so many things that lay there and that nobody has listed. */
export const findsOnSheet = 5;

/** What stands beside such a line instead of its number: F1, F2. */
export const findName = (at: number) => `F${at}`;

const headHeight = 44;
const findHeight = 36;
/** Nobody knows before in which unit it will be. */
const decimals = 2;

export const findsHeight = headHeight + findsOnSheet * findHeight + 8;

/** Stays together: whoever finds something looks for one place to write it down. */
export function findMarks(y: number, columns: SheetColumns): Mark[] {
  const { counted } = columns;
  const fields = [
    { title: "Place", x: left + 28, toX: left + 112 },
    { title: "Item, or the code on it", x: left + 120, toX: left + 250 },
    { title: "Lot or serial", x: left + 258, toX: left + 334 },
    { title: "Unit", x: left + 342, toX: counted.x - 8 },
  ];
  const text = (x: number, dy: number, words: string, width: number): Mark => ({
    ...{ kind: "TEXT", x, y: y + dy, width, text: words, size: 7.5, isFaint: true },
  });
  const rows = Array.from({ length: findsOnSheet }, (_, at): Mark[] => {
    const top = y + headHeight + at * findHeight;
    return [
      text(left, headHeight + at * findHeight + 14, findName(at + 1), 22),
      ...fields.map(({ x, toX }): Mark => ({ kind: "LINE", x, toX, y: top + 31, toY: top + 31 })),
      ...countedBoxes({ decimals }, top, columns),
    ];
  });
  return [
    { kind: "BOX", x: left, y: y + 6, width: right - left, height: 22, isShade: true },
    {
      ...{ kind: "TEXT", x: left + 6, y: y + 11, width: 190, size: 10.5, isBold: true },
      text: "Found, and not listed above",
    },
    text(left + 200, 13, "Write down where it lay, what it is and how many.", right - left - 206),
    ...fields.map(({ title, x, toX }) => text(x, 34, title, toX - x)),
    text(counted.x, 34, "Counted", counted.width),
    ...rows.flat(),
  ];
}
