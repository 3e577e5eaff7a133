import { faintInk, ink } from "./inks.ts";
import type { Mark } from "./marks.ts";
import { fontOf } from "./paper-fonts.ts";
import { textRuns, type TextRun } from "./text-runs.ts";

export type Pdf = PDFKit.PDFDocument;

/** From one line of words to the next, by their size. */
const leading = 1.15;

type Text = Mark & { kind: "TEXT" };

export function drawText(pdf: Pdf, mark: Text): void {
  const { linesAtMost = 1, size } = mark;
  let rest = mark.text;
  for (let line = 1; line < linesAtMost && rest !== ""; line += 1) {
    const first = lineOf(pdf, { ...mark, text: rest });
    drawLine(pdf, { ...mark, text: first.trimEnd(), y: mark.y + (line - 1) * size * leading });
    rest = rest.slice(first.length).trimStart();
  }
  const y = mark.y + (linesAtMost - 1) * size * leading;
  if (linesAtMost === 1) drawLine(pdf, mark);
  else if (rest !== "") drawLine(pdf, { ...mark, text: rest, y });
}

/** As much of it as fits, to the end of a word; within a word only where it is wider than its line. */
function lineOf(pdf: Pdf, mark: Text): string {
  const { text } = mark;
  const fits = lettersThatFit(pdf, mark, "");
  if (fits.length === text.length) return text;
  const isWhole = /\s/u.test(text.charAt(fits.length));
  const words = isWhole ? fits : fits.replace(/(?<=[\s/-])[^\s/-]*$/u, "");
  return words.trim() === "" ? fits : words;
}

function drawLine(pdf: Pdf, mark: Text): void {
  const { x, y, size, width, align, isBold = false, isFaint = false } = mark;
  const runs = textRuns(cutTo(pdf, mark));
  const widths = runs.map((run) => widthOf(pdf, run, { size, isBold }));
  const free = width - widths.reduce((sum, each) => sum + each, 0);
  let left = x + (align === "right" ? free : align === "center" ? free / 2 : 0);
  pdf.fillColor(isFaint ? faintInk : ink);
  for (const [index, run] of runs.entries()) {
    setFont(pdf, run, { size, isBold });
    const at = { lineBreak: false, baseline: "alphabetic", ...layoutOf(run) } as const;
    pdf.text(inOrder(run), left, y + size * 0.95, at);
    left += widths[index] ?? 0;
  }
}

/**
 * With features named, a run is laid out as one, as words from right to left must be; without, word by
 * word, and each word once.
 */
function layoutOf({ script }: TextRun): { features?: [] } {
  return script === "LATIN" ? {} : { features: [] };
}

/** The library turns the digits of Arabic like its letters: turned beforehand, they stand right. */
function inOrder({ text }: TextRun): string {
  return /^[\u0660-\u0669\u06f0-\u06f9]+$/u.test(text) ? [...text].reverse().join("") : text;
}

interface Style {
  size: number;
  isBold: boolean;
}

function setFont(pdf: Pdf, { script }: TextRun, { size, isBold }: Style): void {
  const font = fontOf(script, isBold);
  // Bytes are known again by a name alone: they would be read, and put into the PDF, for each word.
  if (typeof font !== "string") pdf.registerFont(script, font);
  pdf.font(typeof font === "string" ? font : script).fontSize(size);
}

function widthOf(pdf: Pdf, run: TextRun, style: Style): number {
  setFont(pdf, run, style);
  return pdf.widthOfString(run.text, layoutOf(run));
}

function cutTo(pdf: Pdf, mark: Text): string {
  const fits = lettersThatFit(pdf, mark, "");
  if (fits.length === mark.text.length) return fits;
  return `${lettersThatFit(pdf, mark, "…").trimEnd()}…`;
}

/** The longest beginning that has room, with what stands behind it. */
function lettersThatFit(
  pdf: Pdf,
  { text, width, size, isBold = false }: Text,
  behind: string,
): string {
  const taken = (line: string) =>
    textRuns(line).reduce((sum, run) => sum + widthOf(pdf, run, { size, isBold }), 0);
  if (taken(text) <= width) return text;
  const letters = [...text];
  const begin = (count: number) => letters.slice(0, count).join("");
  let [fits, tooMany] = [0, letters.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (taken(`${begin(middle).trimEnd()}${behind}`) <= width) fits = middle;
    else tooMany = middle;
  }
  return begin(fits);
}
