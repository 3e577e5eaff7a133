/** Words of the ledger that every ring speaks. */
export const quantStatuses = [
  "AVAILABLE",
  "RESERVED",
  "PICKED",
  "INSTALLED",
  "CONSIGNED",
  "UNAVAILABLE",
] as const;
export type QuantStatus = (typeof quantStatuses)[number];

export type StockMoveKind = "RECEIPT" | "ISSUE" | "MOVE" | "COUNT_ADJUSTMENT" | "REVERSAL";

/** What people record themselves; the other kinds follow from a count. */
export type RecordedKind = "RECEIPT" | "ISSUE" | "MOVE";
