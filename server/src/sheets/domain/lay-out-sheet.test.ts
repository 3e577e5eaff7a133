import { describe, expect, test } from "vitest";
import { paperLine, paperSheet } from "../../../test/paper-sheet.ts";
import { a4, type Mark } from "../../shared/paper/marks.ts";
import { layOutSheet, pagesOf } from "./lay-out-sheet.ts";
import { findsOnSheet } from "./sheet-finds.ts";

const inRows = (count: number, linesAtPlace: number) =>
  Array.from({ length: count }, (_, at) =>
    paperLine({ sku: `SKU-${at + 1}`, locationCode: `A-${Math.floor(at / linesAtPlace) + 1}` }),
  );
const textsOf = (page: readonly Mark[]) =>
  page.flatMap((mark) => (mark.kind === "TEXT" ? [mark.text] : []));

describe("pages", () => {
  test("each line stands on one page, in its order, with its number", () => {
    const rows = pagesOf(inRows(200, 3)).flat();
    const positions = rows.flatMap((row) => (row.kind === "LINE" ? [row.position] : []));
    expect(positions).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
  });

  test("a place is named before its lines, and again where it goes on overleaf", () => {
    const pages = pagesOf(inRows(40, 40));
    expect(pages.length).toBeGreaterThan(1);
    const firsts = pages.flatMap(([row]) => (row?.kind === "PLACE" ? [row.isContinued] : []));
    expect(firsts).toEqual(firsts.map((_, at) => at > 0));
  });

  test("no page ends with a place whose lines are on the next", () => {
    for (const page of pagesOf(inRows(300, 2))) expect(page.at(-1)?.kind).not.toBe("PLACE");
  });

  test("the last one ends with room for what nobody has listed, wherever the lines end", () => {
    for (const lines of [0, 1, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]) {
      const rows = pagesOf(inRows(lines, 4));
      expect(rows.flat().filter(({ kind }) => kind === "FINDS")).toHaveLength(1);
      expect(rows.at(-1)?.at(-1)?.kind).toBe("FINDS");
    }
  });

  test("nothing is drawn beside the paper, or below what is left for the foot", () => {
    const serials = Array.from({ length: 80 }, (_, at) => `SN-${at}`);
    const lines = [...inRows(60, 4), paperLine({ isByPiece: true, serialsBooks: serials })];
    for (const page of layOutSheet(paperSheet(lines, { showsBooks: true })))
      for (const mark of page) {
        const height = mark.kind === "BOX" || mark.kind === "BARS" ? mark.height : 0;
        expect(mark.y + height).toBeLessThan(a4.height - 16);
        expect(mark.x).toBeGreaterThanOrEqual(34);
        if (mark.kind === "BOX") expect(mark.x + mark.width).toBeLessThan(a4.width - 33);
      }
  });
});

test("each page says which sheet it is and how many there are, and leads back to it", () => {
  const sheet = paperSheet(inRows(60, 3));
  const pages = [...layOutSheet(sheet)];
  for (const [at, page] of pages.entries()) {
    expect(textsOf(page)).toContain("CC-0007 · Sheet 3");
    expect(textsOf(page)).toContain(`Page ${at + 1} of ${pages.length}`);
    expect(page).toContainEqual(expect.objectContaining({ kind: "QR", code: sheet.address }));
  }
});

test("there is a box for each digit, and behind the point as many as the unit has", () => {
  const boxesFor = (decimals: number) => {
    const [page = []] = layOutSheet(paperSheet([paperLine({ decimals })]));
    const tall = page.filter((mark) => mark.kind === "BOX" && mark.height === 24).length;
    return tall - findsOnSheet * 8;
  };
  expect([boxesFor(0), boxesFor(2)]).toEqual([6, 8]);
});

test("a blind sheet says nothing of the books, and one with them says so for each line", () => {
  const line = paperLine({ quantityBooks: "1234", serialsBooks: [] });
  const [blind = []] = layOutSheet(paperSheet([paperLine()]));
  const [shown = []] = layOutSheet(paperSheet([line], { showsBooks: true }));
  expect(textsOf(blind).join(" ")).not.toContain("books");
  expect(textsOf(shown)).toEqual(expect.arrayContaining(["In the books", "1234"]));
});
