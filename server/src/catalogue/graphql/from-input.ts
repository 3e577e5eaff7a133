import { singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound } from "../../shared/refusal.ts";
import type { SaveItem } from "../commands/save-item.ts";
import type { SaveLocation } from "../commands/save-location.ts";
import type { SaveWarehouse } from "../commands/save-warehouse.ts";
import type { SaveItemInput, SaveLocationInput, SaveWarehouseInput } from "./save-inputs.ts";

export function warehouseOf(input: SaveWarehouseInput): SaveWarehouse {
  const { warehouseId, ...rest } = input;
  return { ...rest, id: warehouseId ? singleKeyOf(warehouseId, "Warehouse") : null };
}

export function locationOf(input: SaveLocationInput): SaveLocation {
  const { locationId, parentId, ...rest } = input;
  const warehouseId = singleKeyOf(input.warehouseId, "Warehouse");
  return {
    ...rest,
    warehouseId,
    id: locationId ? rowOf(locationId, warehouseId) : null,
    parentId: parentId ? rowOf(parentId, warehouseId) : parentId === undefined ? undefined : null,
  };
}

/** A place of another warehouse answers as an unknown one does. */
function rowOf(locationId: string, warehouseId: number): number {
  const key = warehouseKeyOf(locationId, "Location");
  if (key.warehouseId !== warehouseId) throw notFound("location");
  return key.rowId;
}

export function itemOf(input: SaveItemInput): SaveItem {
  const { itemId, packs, barcodes, suppliers, ...rest } = input;
  return {
    ...rest,
    id: itemId ? singleKeyOf(itemId, "Item") : null,
    packs,
    barcodes: barcodes?.map(({ code, packUnitCode }) => ({
      code,
      packUnitCode: packUnitCode ?? null,
    })),
    suppliers: suppliers?.map(({ supplierName, supplierSku, isPreferred }) => ({
      supplierName,
      supplierSku: supplierSku ?? null,
      isPreferred: isPreferred ?? false,
    })),
  };
}
