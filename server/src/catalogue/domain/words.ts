/** Words of the catalogue that every ring speaks. */
export type Tracking = "BULK" | "LOT" | "SERIAL" | "RFID";

export type AbcClass = "A" | "B" | "C";

export const locationKinds = [
  "ZONE",
  "AISLE",
  "STORAGE",
  "LINESIDE",
  "MRB",
  "COUNT_DISCREPANCY",
  "TRANSIT",
] as const;
export type LocationKind = (typeof locationKinds)[number];
