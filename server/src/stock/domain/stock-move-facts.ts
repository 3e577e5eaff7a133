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
  /** What somebody has closed off over it, and denies moves; null where nothing does. */
  deniedByCloseOffId: number | null;
  /** The place itself and all above it. */
  placeIds: readonly number[];
}

/** What may not move: stock of an item or a lot, or in a place, or both. */
export interface MovedHold {
  id: number;
  itemId: number | null;
  lotKey: string | null;
  locationId: number | null;
}

/** Stands in another warehouse's stock. */
export const elsewhere = "elsewhere";

/** What the decision must know, all of it read under the ledger's lock. */
export interface StockMoveFacts {
  now: Date;
  allowsNegativeStock: boolean;
  items: ReadonlyMap<number, MovedItem>;
  locations: ReadonlyMap<number, MovedLocation>;
  holds: readonly MovedHold[];
  /** Somebody who may has said why it has to be done in a closed place all the same. */
  overridesCloseOff: boolean;
  /** The last day of the lots that exist, by lotKey. */
  lotExpiries: ReadonlyMap<string, string | null>;
  /** By quantKey; what has no quant has nothing. */
  onHand: ReadonlyMap<string, Decimal>;
  /** The quantKey each serial stands in, or elsewhere; a serial that stands nowhere is missing. */
  serialPlaces: ReadonlyMap<string, string>;
  /** Fingerprints of what this person has already recorded, by external id. */
  recorded: ReadonlyMap<string, string>;
}
