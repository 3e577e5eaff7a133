import { sql } from "../../database/db.ts";

/** The columns of each row, under the names the API uses. */
export const warehouseColumns = sql`w.id, w.code, w.name, w.time_zone as "timeZone", w.currency,
  w.is_active as "isActive", w.allows_negative_stock as "allowsNegativeStock"`;

export const itemColumns = sql`i.id, i.sku, i.description, i.revision, i.category_id as "categoryId",
  i.unit_code as "unitCode", i.tracking, i.unit_cost as "unitCost", i.abc_class as "abcClass",
  i.shelf_life_days as "shelfLifeDays", i.is_active as "isActive"`;

export const locationColumns = sql`l.warehouse_id as "warehouseId", l.id, l.parent_id as "parentId",
  l.code, l.name, l.kind, l.barcode, l.check_digits as "checkDigits", l.walk_order as "walkOrder",
  l.is_active as "isActive", l.is_closed_off as "isClosedOff"`;
