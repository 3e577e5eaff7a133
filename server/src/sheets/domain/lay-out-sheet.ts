import type { PaperPage } from "../../shared/paper/marks.ts";
import type { PaperLine, PaperSheet } from "./paper-sheet.ts";
import {
  bottom,
  columnHeads,
  columnsHeight,
  columnsOf,
  headOfFirst,
  headOfOthers,
} from "./sheet-frame.ts";
import { footOf, headOfFirstPage, headOfOtherPage } from "./sheet-heads.ts";
import { heightOf, marksOf, type SheetRow } from "./sheet-rows.ts";

/** The pages of a sheet, each drawn when it is asked for: all of a large one would be much at once. */
export function* layOutSheet(sheet: PaperSheet): Generator<PaperPage> {
  const columns = columnsOf(sheet);
  const pages = pagesOf(sheet.lines);
  for (const [at, rows] of pages.entries()) {
    const top = at === 0 ? headOfFirst : headOfOthers;
    let y = top + columnsHeight;
    const drawn = rows.flatMap((row) => {
      const marks = marksOf(row, y, columns);
      y += heightOf(row);
      return marks;
    });
    yield [
      ...(at === 0 ? headOfFirstPage(sheet) : headOfOtherPage(sheet)),
      ...(rows[0]?.kind === "FINDS" ? [] : columnHeads(columns, top)),
      ...drawn,
      ...footOf(sheet, at + 1, pages.length),
    ];
  }
}

/**
 * Rows page by page: a place is named above its first line, and again where it goes on overleaf. At the
 * end is room for what nobody has listed.
 */
export function pagesOf(lines: readonly PaperLine[]): SheetRow[][] {
  const pages: SheetRow[][] = [[]];
  let free = bottom - headOfFirst - columnsHeight;
  for (const [at, line] of lines.entries()) {
    const isNewPlace = lines[at - 1]?.locationCode !== line.locationCode;
    const row: SheetRow = { kind: "LINE", line, position: at + 1 };
    const place: SheetRow = { kind: "PLACE", line, isContinued: !isNewPlace };
    const needed = heightOf(row) + (isNewPlace ? heightOf(place) : 0);
    const isOverleaf = needed > free && pages.at(-1)?.length !== 0;
    if (isOverleaf) {
      pages.push([]);
      free = bottom - headOfOthers - columnsHeight;
    }
    if (isNewPlace || isOverleaf) {
      pages.at(-1)?.push(place);
      free -= heightOf(place);
    }
    pages.at(-1)?.push(row);
    free -= heightOf(row);
  }
  const finds: SheetRow = { kind: "FINDS" };
  if (heightOf(finds) > free) pages.push([finds]);
  else pages.at(-1)?.push(finds);
  return pages;
}
