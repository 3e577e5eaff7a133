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

/** A piece that the books expect at its line. Kept only where the count is not blind. */
export interface KeptPiece {
  serial: string;
  secondSerial: string | null;
  rfidTag: string | null;
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
  /** 1, and one more each time that it was asked for again. */
  round: number;
  /** It is to be counted again: by this person, or by somebody who has not counted it. */
  recount: "MINE" | "OTHERS" | null;
  /** Two who counted it say different things. */
  isDisputed: boolean;
  /** Nothing while the count is blind, or where its options do not load them. */
  pieces: readonly KeptPiece[] | null;
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
  /** On its label, typed to show that one stands there. */
  checkDigits: string | null;
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

/** As they were when the count began, by their numbers. */
export interface CountOptions {
  /** 174: pack units may be typed. */
  splitsUnits: boolean;
  /** 290: pieces have a second serial, shown and scanned like the first. */
  hasSecondSerials: boolean;
  /** 325: a count of 0 is taken. */
  allowsZero: boolean;
  /** 333: the scan of an item with serials opens their list. */
  loadsSerials: boolean;
  /** 340: the item of the entry before. */
  keepsItem: boolean;
  /** 341: items are suggested while their description is typed. */
  suggestsItems: boolean;
  /** 342: the place of the entry before. */
  keepsPlace: boolean;
  /** 343: the unit of the entry before. */
  keepsUnit: boolean;
  /** 345: a scan of another place does not leave this one. */
  locksPlace: boolean;
  /** Its label is scanned, or the digits on it typed, before counting begins. */
  wantsProofOfPlace: boolean;
}

export interface KeptWork {
  userId: string;
  readAt: string;
  counts: readonly WorkCount[];
}
