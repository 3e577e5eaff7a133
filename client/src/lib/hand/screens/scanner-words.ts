import { words } from "#lib/shared/language/words.ts";
import type { Meaning } from "../scanning/classify-scan.ts";

export const scannerWords = words("scanner", {
  title: "Scanner test",
  scanAnything: "Scan anything: it is read, and nothing is counted.",
  command: "The command {command}",
  place: "A place of your counts",
  item: "Item {sku}",
  pack: "a {unit}",
  lot: "Lot {lot}",
  serial: "Serial {serial}",
  pieces: { one: "{count} piece", other: "{count} pieces" },
  sheet: "Sheet {number} of a count",
  tag: "A radio tag",
  choice: "More than one thing: you would be asked which",
  truncated: "Not a whole code: it would not be counted",
  unknown: "Read well, and not known here",
});

/** What a scan would mean, for whoever tries the scanner out. */
export function meaningWords(meaning: Meaning, skuOf: (itemId: string) => string): string {
  switch (meaning.kind) {
    case "COMMAND":
      return scannerWords("command", { command: meaning.command });
    case "LOCATION":
      return scannerWords("place");
    case "ITEM": {
      const { itemId, packUnitCode, lotCode, serial, count } = meaning;
      const said = [
        scannerWords("item", { sku: skuOf(itemId) }),
        packUnitCode && scannerWords("pack", { unit: packUnitCode.toLowerCase() }),
        lotCode && scannerWords("lot", { lot: lotCode }),
        serial && scannerWords("serial", { serial }),
        count && scannerWords("pieces", { count: Number(count) }),
      ];
      return said.filter(Boolean).join(" · ");
    }
    case "SERIAL":
      return scannerWords("serial", { serial: meaning.serial });
    case "LOT":
      return scannerWords("lot", { lot: meaning.lotCode });
    case "TAG": {
      const { itemId } = meaning;
      const item = itemId && scannerWords("item", { sku: skuOf(itemId) });
      return [scannerWords("tag"), item].filter(Boolean).join(" · ");
    }
    case "CHOICE":
      return scannerWords("choice");
    case "SHEET":
      return scannerWords("sheet", { number: String(meaning.sheet.number) });
    case "TRUNCATED":
      return scannerWords("truncated");
    case "UNKNOWN":
      return scannerWords("unknown");
  }
}
