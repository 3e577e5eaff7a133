import type { Meaning } from "../scanning/classify-scan.ts";

/** What a scan would mean, for whoever tries the scanner out. */
export function meaningWords(meaning: Meaning, skuOf: (itemId: string) => string): string {
  switch (meaning.kind) {
    case "COMMAND":
      return `The command ${meaning.command}`;
    case "LOCATION":
      return "A place of your counts";
    case "ITEM": {
      const { itemId, packUnitCode, lotCode, serial, count } = meaning;
      const said = [
        `Item ${skuOf(itemId)}`,
        packUnitCode && `a ${packUnitCode.toLowerCase()}`,
        lotCode && `lot ${lotCode}`,
        serial && `serial ${serial}`,
        count && `${count} pieces`,
      ];
      return said.filter(Boolean).join(", ");
    }
    case "SERIAL":
      return `Serial ${meaning.serial}`;
    case "LOT":
      return `Lot ${meaning.lotCode}`;
    case "CHOICE":
      return "More than one thing: you would be asked which";
    case "TRUNCATED":
      return "Not a whole code: it would not be counted";
    case "UNKNOWN":
      return "Read well, and not known here";
  }
}
