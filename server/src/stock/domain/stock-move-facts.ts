import type { Decimal } from "../../shared/exact-decimal.ts";

export interface MovedItem {
  unitCode: string;
  decimals: number;
  tracking: "BULK" | "LOT" | "SERIAL" | "RFID";
  /** How many of the item's own unit a pack holds, by the pack's unit. */
  packFactors: ReadonlyMap<string, Decimal>;
}

export interface MovedLocation {
  code: string;
  isActive: boolean;
  isClosedOff: boolean;
}

/** Stands in another warehouse's stock. */
export const elsewhere = "elsewhere";

/** What the decision must know, all of it read under the ledger's lock. */
export interface StockMoveFacts {
  now: Date;
  allowsNegativeStock: boolean;
  items: ReadonlyMap<number, MovedItem>;
  locations: ReadonlyMap<number, MovedLocation>;
  /** The last day of the lots that exist, by lotKey. */
  lotExpiries: ReadonlyMap<string, string | null>;
  /** By quantKey; what has no quant has nothing. */
  onHand: ReadonlyMap<string, Decimal>;
  /** The quantKey each serial stands in, or elsewhere; a serial that stands nowhere is missing. */
  serialPlaces: ReadonlyMap<string, string>;
  /** Fingerprints of what this person has already recorded, by external id. */
  recorded: ReadonlyMap<string, string>;
}
