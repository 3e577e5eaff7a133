import { idOf } from "../../shared/opaque-id.ts";
import type * as rows from "../domain/rows.ts";
import { Category, Item, Location, Lot, Supplier, Unit, Warehouse } from "./objects.ts";

export function toWarehouse(row: rows.WarehouseRow): Warehouse {
  return Object.assign(new Warehouse(), row, {
    id: idOf("Warehouse", row.id),
    warehouseId: row.id,
  });
}

export function toUnit(row: rows.UnitRow): Unit {
  return Object.assign(new Unit(), row);
}

export function toCategory(row: rows.CategoryRow): Category {
  return Object.assign(new Category(), row, { id: idOf("Category", row.id), categoryId: row.id });
}

export function toSupplier(row: rows.SupplierRow): Supplier {
  return Object.assign(new Supplier(), row, { id: idOf("Supplier", row.id) });
}

export function toItem(row: rows.ItemRow): Item {
  return Object.assign(new Item(), row, { id: idOf("Item", row.id), itemId: row.id });
}

export function toLot(row: rows.LotRow): Lot {
  return Object.assign(new Lot(), row, { id: idOf("Lot", row.id) });
}

export function toLocation(row: rows.LocationRow): Location {
  return Object.assign(new Location(), row, {
    id: idOf("Location", row.warehouseId, row.id),
    rowId: row.id,
    parentRowId: row.parentId,
  });
}
