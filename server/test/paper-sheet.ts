import type { PaperLine, PaperSheet } from "../src/sheets/domain/paper-sheet.ts";

export function paperLine(given: Partial<PaperLine> = {}): PaperLine {
  return {
    ...{ sku: "BOLT-M8", description: "Hex bolt", revision: null, lotCode: null, expiresOn: null },
    ...{ stockStatus: "AVAILABLE", unitCode: "EA", decimals: 0, isByPiece: false },
    ...{ itemCode: "4006381333931", locationCode: "A-01", locationName: "Rack 1" },
    ...{ locationBarcode: "LOC-A-01", quantityBooks: null, serialsBooks: [] },
    ...given,
  };
}

export function paperSheet(
  lines: readonly PaperLine[],
  given: Partial<PaperSheet> = {},
): PaperSheet {
  return {
    ...{ count: "CC-0007", title: "Aisle A", number: 3, warehouse: "Hamburg" },
    ...{ narrowedTo: "the whole count", printedBy: "Ines", printedAt: "2026-11-21 14:05" },
    ...{ isBlind: true, showsBooks: false, address: "http://here/counts/x/sheets/3", lines },
    ...given,
  };
}
