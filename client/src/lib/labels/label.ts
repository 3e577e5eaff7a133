import { countName } from "#lib/shared/text/count-name.ts";
import type { Symbology } from "./draw-symbol.ts";

/** One label: a symbol, and what a person reads beside it. */
export interface Label {
  key: string;
  /** What the symbol says. */
  code: string;
  symbology: Symbology;
  /** Large. */
  title: string;
  /** Under it, in order. */
  facts: readonly string[];
}

export type SymbolShape = "BARS" | "DATA_MATRIX" | "QR";

const barsOrSquare = (shape: SymbolShape): Symbology => (shape === "BARS" ? "CODE_128" : shape);

export interface LabelledLocation {
  id: string;
  code: string;
  name: string;
  barcode: string | null;
  checkDigits: string | null;
}

/** What is scanned is what a place answers to: its barcode, or its code where it has none. */
export function locationLabel(
  { id, code, name, barcode, checkDigits }: LabelledLocation,
  shape: SymbolShape,
  isWithCheckDigits: boolean,
): Label {
  const spoken = isWithCheckDigits && checkDigits ? [`Check digits ${checkDigits}`] : [];
  return {
    ...{ key: id, code: barcode ?? code, symbology: barsOrSquare(shape) },
    ...{ title: code, facts: [name, ...spoken].filter(Boolean) },
  };
}

export interface LabelledItem {
  id: string;
  sku: string;
  description: string;
  barcodes: readonly { code: string; kind: "GTIN" | "ALIAS"; pack: object | null }[];
}

/** The code of the item itself and not of a pack: its GTIN, else another code, else its number. */
export function itemLabel(
  { id, sku, description, barcodes }: LabelledItem,
  shape: SymbolShape,
): Label {
  const own = barcodes.filter(({ pack }) => pack === null);
  const gtin = own.find(({ kind }) => kind === "GTIN");
  const code = (gtin ?? own[0])?.code ?? sku;
  const symbology = shape === "BARS" && gtin ? barsOfGtin(code) : barsOrSquare(shape);
  return { key: id, code, symbology, title: sku, facts: [description, code] };
}

function barsOfGtin(code: string): Symbology {
  const byLength: Record<number, Symbology> = {
    ...{ 8: "EAN_8", 12: "UPC_A", 13: "EAN_13", 14: "ITF_14" },
  };
  return byLength[code.length] ?? "CODE_128";
}

/** For a wall or a belt: what a counter does without touching the screen. */
export function commandLabels(
  commands: readonly { code: string; title: string; what: string }[],
): Label[] {
  return commands.map(({ code, title, what }) => ({
    ...{ key: code, code, symbology: "CODE_128", title, facts: [what] },
  }));
}

export function joinLabel(
  { id, number, title }: { id: string; number: number; title: string },
  warehouse: { code: string; name: string },
  origin: string,
): Label {
  const name = countName(number);
  const address = new URL(`/join/${name}`, origin);
  address.searchParams.set("warehouse", warehouse.code);
  return {
    ...{ key: id, code: address.href, symbology: "QR", title: name },
    facts: [title, warehouse.name, "Scan it with the phone's camera, or type the code"],
  };
}
