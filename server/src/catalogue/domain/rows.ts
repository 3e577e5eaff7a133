import type { AbcClass, LocationKind, Tracking } from "./words.ts";

/** What the catalogue's reads return: columns under the names the API uses. */
export interface WarehouseRow {
  id: number;
  code: string;
  name: string;
  timeZone: string;
  currency: string;
  isActive: boolean;
  allowsNegativeStock: boolean;
}

export interface UnitRow {
  code: string;
  name: string;
  decimals: number;
}

export interface CategoryRow {
  id: number;
  name: string;
}

export interface SupplierRow {
  id: number;
  name: string;
}

export interface ItemRow {
  id: number;
  sku: string;
  description: string;
  revision: string | null;
  categoryId: number | null;
  unitCode: string;
  tracking: Tracking;
  unitCost: string | null;
  abcClass: AbcClass | null;
  shelfLifeDays: number | null;
  isActive: boolean;
}

export interface LotRow {
  id: number;
  code: string;
  expiresOn: string | null;
}

export interface LocationRow {
  warehouseId: number;
  id: number;
  parentId: number | null;
  code: string;
  name: string;
  kind: LocationKind;
  barcode: string | null;
  checkDigits: string | null;
  walkOrder: number;
  isActive: boolean;
  isClosedOff: boolean;
}
