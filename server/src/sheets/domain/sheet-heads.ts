import { a4, type Mark } from "../../shared/paper/marks.ts";
import type { PaperSheet } from "./paper-sheet.ts";
import { boxes, left, right } from "./sheet-frame.ts";

const text = (
  x: number,
  y: number,
  words: string,
  more: Partial<Mark & { kind: "TEXT" }>,
): Mark => ({
  ...{ kind: "TEXT", x, y, width: 300, text: words, size: 9.5 },
  ...more,
});

/** What the sheet is, and where its counter writes who he is and when he was there. */
export function headOfFirstPage(sheet: PaperSheet): Mark[] {
  const qr = 84;
  const width = right - qr - 20 - left;
  const facts = [
    ["Warehouse", sheet.warehouse],
    ["Lines", `${sheet.lines.length} · ${sheet.narrowedTo}`],
    ["Printed", `${sheet.printedAt} by ${sheet.printedBy}`],
  ];
  return [
    text(left, 32, "Count sheet", { size: 9, isFaint: true }),
    text(left, 44, `${sheet.count} · Sheet ${sheet.number}`, { size: 21, isBold: true, width }),
    text(left, 69, sheet.title, { size: 11.5, width }),
    ...facts.flatMap(([name = "", value = ""], at) => [
      text(left, 89 + at * 13, name, { size: 8, isFaint: true, width: 56 }),
      text(left + 58, 88 + at * 13, value, { width: width - 58 }),
    ]),
    { kind: "QR", x: right - qr, y: 32, size: qr, code: sheet.address },
    text(right - 140, 119, "Scan to type this sheet in", {
      ...{ size: 7.5, isFaint: true, width: 140, align: "right" },
    }),
    ...writtenBy(140),
    text(left, 184, howToFill(sheet), { size: 8.5, isFaint: true, width: right - left }),
    text(
      left,
      195,
      "Write the time when you stood there: it decides what should have been there.",
      {
        ...{ size: 8.5, isFaint: true, width: right - left },
      },
    ),
  ];
}

function howToFill({ isBlind, showsBooks }: PaperSheet): string {
  const fill = "Leave empty what you have not counted, and write 0 where there is nothing.";
  return isBlind && !showsBooks
    ? `${fill} Count what you see: nothing here says what to expect.`
    : fill;
}

function writtenBy(y: number): Mark[] {
  const box = { y: y + 11, width: 14, height: 20 };
  const field = (x: number, name: string) => text(x, y, name, { size: 7.5, isFaint: true });
  const ruled = (x: number, toX: number): Mark => ({
    ...{ kind: "LINE", x, toX, y: y + 31, toY: y + 31 },
  });
  return [
    field(left, "Counted by"),
    ruled(left, 174),
    field(186, "Day, month, year"),
    ...boxes([2, 2, 4], { x: 186, ...box }),
    field(322, "From"),
    ...boxes([2, 2], { x: 322, ...box }),
    field(394, "Until"),
    ...boxes([2, 2], { x: 394, ...box }),
    field(470, "Signature"),
    ruled(470, right),
  ];
}

/** A page that has come loose still says where it belongs. */
export function headOfOtherPage(sheet: PaperSheet): Mark[] {
  const qr = 40;
  return [
    text(left, 24, `${sheet.count} · Sheet ${sheet.number}`, { size: 13, isBold: true }),
    text(left, 41, `${sheet.title} · ${sheet.warehouse}`, { size: 9, width: right - left - 60 }),
    { kind: "QR", x: right - qr, y: 18, size: qr, code: sheet.address },
  ];
}

export function footOf(sheet: PaperSheet, page: number, pages: number): Mark[] {
  const y = a4.height - 32;
  const faint = { size: 8, isFaint: true };
  return [
    text(left, y, `${sheet.count} · Sheet ${sheet.number} · ${sheet.narrowedTo}`, faint),
    text(right - 200, y, `Page ${page} of ${pages}`, { ...faint, width: 200, align: "right" }),
  ];
}
