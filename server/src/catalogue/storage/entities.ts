import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { AbcClass, LocationKind, Tracking } from "../domain/words.ts";

export const Warehouse = defineEntity({
  name: "Warehouse",
  tableName: "warehouse",
  properties: {
    id: p.integer().primary(),
    code: p.string(),
    name: p.string(),
    timeZone: p.string(),
    currency: p.string(),
    isActive: p.boolean(),
    allowsNegativeStock: p.boolean(),
    createdAt: p.datetime(),
  },
});
export type Warehouse = InferEntity<typeof Warehouse>;

export const Unit = defineEntity({
  name: "Unit",
  tableName: "unit",
  properties: {
    code: p.string().primary(),
    name: p.string(),
    decimals: p.integer(),
  },
});
export type Unit = InferEntity<typeof Unit>;

export const Category = defineEntity({
  name: "Category",
  tableName: "category",
  properties: { id: p.integer().primary(), name: p.string() },
});
export type Category = InferEntity<typeof Category>;

export const Supplier = defineEntity({
  name: "Supplier",
  tableName: "supplier",
  properties: { id: p.integer().primary(), name: p.string() },
});
export type Supplier = InferEntity<typeof Supplier>;

export const Item = defineEntity({
  name: "Item",
  tableName: "item",
  properties: {
    id: p.bigint("number").primary(),
    sku: p.string(),
    description: p.string(),
    revision: p.string().nullable(),
    category: () => p.manyToOne(Category).nullable().ref(),
    unit: () => p.manyToOne(Unit).ref().fieldName("unit_code"),
    tracking: p.string().$type<Tracking>(),
    unitCost: p.decimal("string").nullable(),
    abcClass: p.string().$type<AbcClass>().nullable(),
    shelfLifeDays: p.integer().nullable(),
    isActive: p.boolean(),
    createdAt: p.datetime(),
    packs: () => p.oneToMany(ItemPack).mappedBy("item"),
    barcodes: () => p.oneToMany(ItemBarcode).mappedBy("item"),
    suppliers: () => p.oneToMany(ItemSupplier).mappedBy("item"),
  },
});
export type Item = InferEntity<typeof Item>;

export const ItemPack = defineEntity({
  name: "ItemPack",
  tableName: "item_pack",
  properties: {
    item: () => p.manyToOne(Item).primary().ref(),
    unit: () => p.manyToOne(Unit).primary().ref().fieldName("unit_code"),
    factor: p.decimal("string"),
  },
});
export type ItemPack = InferEntity<typeof ItemPack>;

export const ItemBarcode = defineEntity({
  name: "ItemBarcode",
  tableName: "item_barcode",
  properties: {
    code: p.string().primary(),
    item: () => p.manyToOne(Item).ref(),
    kind: p.string().$type<"GTIN" | "ALIAS">(),
    packUnitCode: p.string().nullable(),
  },
});
export type ItemBarcode = InferEntity<typeof ItemBarcode>;

export const ItemSupplier = defineEntity({
  name: "ItemSupplier",
  tableName: "item_supplier",
  properties: {
    item: () => p.manyToOne(Item).primary().ref(),
    supplier: () => p.manyToOne(Supplier).primary().ref(),
    supplierSku: p.string().nullable(),
    isPreferred: p.boolean(),
  },
});
export type ItemSupplier = InferEntity<typeof ItemSupplier>;

export const Lot = defineEntity({
  name: "Lot",
  tableName: "lot",
  properties: {
    id: p.bigint("number").primary(),
    item: () => p.manyToOne(Item).ref(),
    code: p.string(),
    expiresOn: p.date().nullable(),
  },
});
export type Lot = InferEntity<typeof Lot>;

export const Location = defineEntity({
  name: "Location",
  tableName: "location",
  properties: {
    warehouse: () => p.manyToOne(Warehouse).primary().ref(),
    id: p.bigint("number").primary(),
    parentId: p.bigint("number").nullable(),
    path: p.string(),
    code: p.string(),
    name: p.string(),
    kind: p.string().$type<LocationKind>(),
    barcode: p.string().nullable(),
    checkDigits: p.string().nullable(),
    walkOrder: p.integer(),
    isActive: p.boolean(),
    isClosedOff: p.boolean(),
  },
});
export type Location = InferEntity<typeof Location>;
