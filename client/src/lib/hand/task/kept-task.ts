/** What the device keeps of the work, so that a shift can be counted offline. Nothing here is from the books. */

export interface KeptPack {
  unitCode: string;
  factor: string;
}

export interface KeptItem {
  id: string;
  sku: string;
  description: string;
  tracking: "BULK" | "LOT" | "SERIAL" | "RFID";
  unitCode: string;
  decimals: number;
  packs: readonly KeptPack[];
  codes: readonly { code: string; isGtin: boolean; packUnitCode: string | null }[];
}

export interface KeptLine {
  id: string;
  key: string;
  version: number;
  itemId: string;
  lotCode: string | null;
  expiresOn: string | null;
  /** Nobody expected it there when the count began. */
  isFound: boolean;
  /** Somebody has counted it, this person perhaps, on another device. */
  isCountedElsewhere: boolean;
}

export interface KeptPlace {
  userId: string;
  sessionId: string;
  locationId: string;
  code: string;
  lines: readonly KeptLine[];
}

export interface WorkPlace {
  id: string;
  code: string;
  name: string;
  barcode: string | null;
  lines: number;
  /** Counted, skipped or out of reach, by whomever. */
  done: number;
}

export interface WorkCount {
  id: string;
  number: number;
  title: string;
  warehouseId: string;
  isBlind: boolean;
  isSubmitted: boolean;
  notes: string | null;
  nextPlaceId: string | null;
  /** In walking order. */
  places: readonly WorkPlace[];
  /** Who holds which place. */
  holders: readonly { locationId: string; userId: string; name: string }[];
  options: CountOptions;
}

export interface CountOptions {
  /** 174: pack units may be typed. */
  splitsUnits: boolean;
  /** 325: a count of 0 is taken. */
  allowsZero: boolean;
  /** 345: a scan of another place does not leave this one. */
  locksPlace: boolean;
}

export interface KeptWork {
  userId: string;
  readAt: string;
  counts: readonly WorkCount[];
}
