import { setImmediate as others } from "node:timers/promises";
import PDFDocument from "pdfkit";
import { code128, qrModules } from "./bar-symbols.ts";
import { drawText, type Pdf } from "./draw-text.ts";
import { faintInk, ink, shade } from "./inks.ts";
import { a4, type Mark, type PaperPage } from "./marks.ts";

const hairline = 0.6;
/** Of one bar: finer than this no office printer prints, wider than that takes more room than it helps. */
const barAtLeast = 0.45;
const barAtMost = 0.95;

/** The pages as a PDF that flows while it is drawn: others get their turn after each page. */
export function pdfOfPages(
  pages: Iterable<PaperPage>,
  { title, at }: { title: string; at: Date },
): Pdf {
  const pdf = new PDFDocument({
    ...{ size: [a4.width, a4.height], margin: 0, autoFirstPage: false, font: "" },
    ...{ displayTitle: true, lang: "en" },
    info: { Title: title, Creator: "Tallyroom", CreationDate: at, ModDate: at },
  });
  drawPages(pdf, pages).catch((error: unknown) => pdf.destroy(error as Error));
  return pdf;
}

async function drawPages(pdf: Pdf, pages: Iterable<PaperPage>): Promise<void> {
  const symbols = new QrSymbols();
  for (const page of pages) {
    pdf.addPage();
    for (const mark of page) draw(pdf, mark, symbols);
    await others();
  }
  pdf.end();
}

function draw(pdf: Pdf, mark: Mark, symbols: QrSymbols): void {
  switch (mark.kind) {
    case "TEXT":
      drawText(pdf, mark);
      return;
    case "LINE":
      pdf.moveTo(mark.x, mark.y).lineTo(mark.toX, mark.toY).lineWidth(hairline);
      pdf.stroke(mark.isFaint ? faintInk : ink);
      return;
    case "BOX":
      pdf.rect(mark.x, mark.y, mark.width, mark.height).lineWidth(hairline);
      if (mark.isShade) pdf.fill(shade);
      else pdf.stroke(ink);
      return;
    case "BARS":
      drawBars(pdf, mark);
      return;
    case "QR":
      drawQr(pdf, mark, symbols.of(mark.code));
      return;
    default:
      mark satisfies never;
  }
}

function drawBars(pdf: Pdf, { x, y, width, height, code }: Mark & { kind: "BARS" }): void {
  const widths = code128(code);
  if (!widths) return;
  const modules = widths.reduce((sum, each) => sum + each, 0);
  const module = Math.min(barAtMost, width / modules);
  if (module < barAtLeast) return;
  let left = x;
  for (const [at, modulesWide] of widths.entries()) {
    if (at % 2 === 0) pdf.rect(left, y, modulesWide * module, height);
    left += modulesWide * module;
  }
  pdf.fill(ink);
}

/** The same stands on every page. */
class QrSymbols {
  readonly #drawn = new Map<string, boolean[][]>();

  of(code: string): boolean[][] {
    const drawn = this.#drawn.get(code) ?? qrModules(code);
    this.#drawn.set(code, drawn);
    return drawn;
  }
}

function drawQr(pdf: Pdf, { x, y, size }: Mark & { kind: "QR" }, rows: readonly boolean[][]): void {
  const module = size / rows.length;
  for (const [at, row] of rows.entries()) {
    for (let from = 0; from < row.length; from += 1) {
      if (!row[from]) continue;
      const start = from;
      while (row[from + 1]) from += 1;
      pdf.rect(x + start * module, y + at * module, (from - start + 1) * module, module);
    }
  }
  pdf.fill(ink);
}
