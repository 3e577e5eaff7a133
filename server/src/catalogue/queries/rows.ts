import { sql } from "../../database/db.ts";
import type { AbcClass, LocationKind, Tracking } from "../storage/entities.ts";

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
export const warehouseColumns = sql`w.id, w.code, w.name, w.time_zone as "timeZone", w.currency,
  w.is_active as "isActive", w.allows_negative_stock as "allowsNegativeStock"`;

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
export const itemColumns = sql`i.id, i.sku, i.description, i.revision, i.category_id as "categoryId",
  i.unit_code as "unitCode", i.tracking, i.unit_cost as "unitCost", i.abc_class as "abcClass",
  i.shelf_life_days as "shelfLifeDays", i.is_active as "isActive"`;

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
export const locationColumns = sql`l.warehouse_id as "warehouseId", l.id, l.parent_id as "parentId",
  l.code, l.name, l.kind, l.barcode, l.check_digits as "checkDigits", l.walk_order as "walkOrder",
  l.is_active as "isActive", l.is_closed_off as "isClosedOff"`;
