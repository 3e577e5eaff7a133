import { formatDecimal } from "#lib/shared/text/decimal.ts";
import type { LabelKind } from "./label-question.svelte.ts";
import type { SymbolShape } from "./label.ts";

export const labelKindWords: Record<LabelKind, string> = {
  LOCATIONS: "Locations",
  ITEMS: "Items",
  JOIN: "Join a count",
  COMMANDS: "Commands",
};

export const shapeWords: Record<SymbolShape, string> = {
  BARS: "Bars",
  DATA_MATRIX: "Data Matrix",
  QR: "QR",
};

const number = (count: number) => formatDecimal(String(count));

export const labelsInWords = (labels: number) =>
  `${number(labels)} ${labels === 1 ? "label" : "labels"}`;
export const sheetsInWords = (sheets: number) =>
  `${number(sheets)} ${sheets === 1 ? "sheet" : "sheets"}`;
