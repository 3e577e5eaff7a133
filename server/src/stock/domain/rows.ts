import type { QuantStatus, StockMoveKind } from "./words.ts";

/** What the ledger's reads return: columns under the names the API uses. */
export interface QuantRow {
  warehouseId: number;
  id: number;
  itemId: number;
  locationId: number;
  lotId: number | null;
  status: QuantStatus;
  quantityOnHand: string;
  lastMovedAt: Date | null;
}

export interface StockMoveRow {
  warehouseId: number;
  /** The position in the warehouse's ledger: 1, 2, 3, … in the order of commits. */
  id: number;
  quantId: number;
  kind: StockMoveKind;
  quantity: string;
  effectiveAt: Date;
  recordedAt: Date;
  recordedById: string;
  externalId: string;
  reference: string | null;
  reasonCode: string | null;
}
