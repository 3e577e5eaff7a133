import type { EntityManager } from "@mikro-orm/postgresql";
import { loadOrNotFound } from "../../database/load-or-not-found.ts";
import * as entities from "../storage/entities.ts";
import type * as rows from "../domain/rows.ts";

export async function loadWarehouse(em: EntityManager, id: number): Promise<rows.WarehouseRow> {
  return loadOrNotFound(em.getReference(entities.Warehouse, id, { wrapped: true }), "warehouse");
}

export async function loadUnit(em: EntityManager, code: string): Promise<rows.UnitRow> {
  return loadOrNotFound(em.getReference(entities.Unit, code, { wrapped: true }), "unit");
}

export async function loadCategory(em: EntityManager, id: number): Promise<rows.CategoryRow> {
  return loadOrNotFound(em.getReference(entities.Category, id, { wrapped: true }), "category");
}

export async function loadSupplier(em: EntityManager, id: number): Promise<rows.SupplierRow> {
  return loadOrNotFound(em.getReference(entities.Supplier, id, { wrapped: true }), "supplier");
}

/** Only an entity that was loaded has its collections; an item that was seen costs no statement. */
function itemEntity(em: EntityManager, id: number): Promise<entities.Item> {
  return loadOrNotFound(em.getReference(entities.Item, id, { wrapped: true }), "item");
}

export interface PackRow {
  unitCode: string;
  factor: string;
}

export async function loadPacks(em: EntityManager, itemId: number): Promise<PackRow[]> {
  const item = await itemEntity(em, itemId);
  const packs = await item.packs.loadItems({ dataloader: true, orderBy: { factor: "asc" } });
  return packs.map((pack) => ({ unitCode: pack.unit.code, factor: pack.factor }));
}

export interface BarcodeRow {
  itemId: number;
  code: string;
  kind: "GTIN" | "ALIAS";
  packUnitCode: string | null;
}

export async function loadBarcodes(em: EntityManager, itemId: number): Promise<BarcodeRow[]> {
  const item = await itemEntity(em, itemId);
  const barcodes = await item.barcodes.loadItems({ dataloader: true, orderBy: { code: "asc" } });
  return barcodes.map(({ code, kind, packUnitCode }) => ({
    itemId,
    code,
    kind,
    packUnitCode: packUnitCode ?? null,
  }));
}

export interface ItemSupplierRow {
  supplierId: number;
  supplierSku: string | null;
  isPreferred: boolean;
}

export async function loadItemSuppliers(
  em: EntityManager,
  itemId: number,
): Promise<ItemSupplierRow[]> {
  const item = await itemEntity(em, itemId);
  const suppliers = await item.suppliers.loadItems({
    dataloader: true,
    orderBy: { supplier: "asc" },
  });
  return suppliers.map(({ supplier, supplierSku, isPreferred }) => ({
    supplierId: supplier.id,
    supplierSku: supplierSku ?? null,
    isPreferred,
  }));
}
