import type { DecimalSign } from "./table-layout.ts";

export interface KnownItem {
  id: number;
  sku: string;
  tracking: "BULK" | "LOT" | "SERIAL" | "RFID";
  decimals: number;
  unitCode: string;
  isActive: boolean;
  isAssignedHere: boolean;
}

export interface KnownPlace {
  id: number;
  code: string;
  isActive: boolean;
}

/** What rows about stock are judged by. */
export interface StockFacts {
  now: Date;
  timeZone: string;
  decimalSign: DecimalSign;
  items: ReadonlyMap<string, KnownItem>;
  /** For ids that nobody knows: one that a reader takes for it. */
  similarItems: ReadonlyMap<string, string>;
  /** By code, and by barcode where no code is like it. */
  places: ReadonlyMap<string, KnownPlace>;
  /** By `placeKey`, the lots that the books have there; "" is stock without a lot. */
  lotsOnHand: ReadonlyMap<string, readonly string[]>;
  /** By item, the places that have some of it. */
  placesOfItem: ReadonlyMap<number, readonly number[]>;
}

export interface KnownSession {
  id: number;
  name: string;
  canCount: boolean;
}

export interface CountFacts extends StockFacts {
  warehouse: { code: string; name: string };
  sessions: ReadonlyMap<string, KnownSession>;
  /** By `lineKeyOf`, the name of the running count that has the line, and its id. */
  heldBy: ReadonlyMap<string, KnownSession>;
  /** By `serialKeyOf` with the second serial, the first. */
  serialOfSecond: ReadonlyMap<string, string>;
  options: { allowsZero: boolean; usesSecondSerials: boolean; mustBeAssigned: boolean };
}

export const placeKey = (itemId: number, locationId: number) => `${itemId}:${locationId}`;

export const lineKeyOf = (itemId: number, locationId: number, lotCode: string | null) =>
  `${itemId}:${locationId}:${lotCode ?? ""}`;

export const serialKeyOf = (itemId: number, serial: string) => `${itemId}:${serial}`;
