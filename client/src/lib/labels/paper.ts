/** A sheet or a roll; lengths in millimetres. */
export interface Paper {
  id: string;
  name: string;
  widthMm: number;
  heightMm: number;
  columns: number;
  rows: number;
  labelWidthMm: number;
  labelHeightMm: number;
  gapAcrossMm: number;
  gapDownMm: number;
}

const a4 = { widthMm: 210, heightMm: 297 };
const letter = { widthMm: 215.9, heightMm: 279.4 };
const touching = { gapAcrossMm: 0, gapDownMm: 0 };

function roll(labelWidthMm: number, labelHeightMm: number): Paper {
  const size = `${labelWidthMm} × ${labelHeightMm}`;
  return {
    ...{ id: `roll-${labelWidthMm}x${labelHeightMm}`, name: `Roll, ${size} mm` },
    ...{ widthMm: labelWidthMm, heightMm: labelHeightMm, columns: 1, rows: 1, ...touching },
    ...{ labelWidthMm, labelHeightMm },
  };
}

/** Common sheets and rolls. The ids are the names of pages in label-pages.css. */
export const papers: readonly Paper[] = [
  {
    ...{ id: "a4-3x8", name: "A4, 24 of 70 × 37 mm", ...a4, columns: 3, rows: 8 },
    ...{ labelWidthMm: 70, labelHeightMm: 37, ...touching },
  },
  {
    ...{ id: "a4-2x7", name: "A4, 14 of 99.1 × 38.1 mm", ...a4, columns: 2, rows: 7 },
    ...{ labelWidthMm: 99.1, labelHeightMm: 38.1, gapAcrossMm: 2.5, gapDownMm: 0 },
  },
  {
    ...{ id: "a4-2x4", name: "A4, 8 of 99.1 × 67.7 mm", ...a4, columns: 2, rows: 4 },
    ...{ labelWidthMm: 99.1, labelHeightMm: 67.7, gapAcrossMm: 2.5, gapDownMm: 0 },
  },
  {
    ...{ id: "letter-3x10", name: "Letter, 30 of 66.7 × 25.4 mm", ...letter, columns: 3 },
    ...{ rows: 10, labelWidthMm: 66.7, labelHeightMm: 25.4, gapAcrossMm: 3.2, gapDownMm: 0 },
  },
  {
    ...{ id: "letter-2x5", name: "Letter, 10 of 101.6 × 50.8 mm", ...letter, columns: 2 },
    ...{ rows: 5, labelWidthMm: 101.6, labelHeightMm: 50.8, gapAcrossMm: 4, gapDownMm: 0 },
  },
  roll(100, 50),
  roll(62, 29),
];

/** Labels sheet by sheet; the first ones of a sheet that was begun are left out. */
export function onSheets<Each>(
  labels: readonly Each[],
  { columns, rows }: Pick<Paper, "columns" | "rows">,
  usedOnFirst: number,
): (Each | null)[][] {
  const perSheet = columns * rows;
  const used = Math.min(Math.max(0, usedOnFirst), perSheet - 1);
  const places = [...Array<null>(used).fill(null), ...labels];
  const sheets: (Each | null)[][] = [];
  for (let at = 0; at < places.length; at += perSheet) sheets.push(places.slice(at, at + perSheet));
  return labels.length === 0 ? [] : sheets;
}

/** Thinner bars than this are a gamble for a phone's camera and for many printers. */
const thinnestModuleMm = 0.25;

/** How wide one module comes out where the symbol fills the room that it has. */
export function isTooFine(modulesAcross: number, roomMm: number): boolean {
  return roomMm / modulesAcross < thinnestModuleMm;
}
