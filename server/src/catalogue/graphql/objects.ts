import { Field, ID, Int, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../shared/connection.ts";
import { DateScalar, DecimalScalar } from "../../shared/scalars.ts";
import type {
  AbcClass as AbcClassValue,
  LocationKind as LocationKindValue,
  Tracking as TrackingValue,
} from "../domain/words.ts";

@InterfaceType({
  description: "Anything with an id of its own.",
  resolveType: (value: { constructor: { name: string } }) => value.constructor.name,
})
export abstract class Node {
  @Field(() => ID, {
    description: "Opaque: keep it, compare it, send it back; do not take it apart.",
  })
  id!: string;
}

export enum Tracking {
  BULK = "BULK",
  LOT = "LOT",
  SERIAL = "SERIAL",
  RFID = "RFID",
}
registerEnumType(Tracking, {
  name: "Tracking",
  description: "How finely an item is told apart.",
  valuesConfig: {
    BULK: { description: "By quantity alone." },
    LOT: { description: "By lot, with an expiry date where it has one." },
    SERIAL: { description: "Piece by piece, by serial." },
    RFID: { description: "Piece by piece, by radio tag." },
  },
});

export enum AbcClass {
  A = "A",
  B = "B",
  C = "C",
}
registerEnumType(AbcClass, {
  name: "AbcClass",
  description: "How much an item weighs in value moved.",
  valuesConfig: {
    A: { description: "Few items, most of the value." },
    B: { description: "Between A and C." },
    C: { description: "Many items, little of the value." },
  },
});

export enum LocationKind {
  ZONE = "ZONE",
  AISLE = "AISLE",
  STORAGE = "STORAGE",
  LINESIDE = "LINESIDE",
  MRB = "MRB",
  COUNT_DISCREPANCY = "COUNT_DISCREPANCY",
  TRANSIT = "TRANSIT",
}
registerEnumType(LocationKind, {
  name: "LocationKind",
  description: "What a place is for.",
  valuesConfig: {
    ZONE: { description: "A part of the warehouse." },
    AISLE: { description: "A part of a zone." },
    STORAGE: { description: "A bin or shelf with stock." },
    LINESIDE: { description: "Stock beside the production line." },
    MRB: { description: "Stock that waits for a decision on its quality." },
    COUNT_DISCREPANCY: { description: "Where unexplained differences are parked." },
    TRANSIT: { description: "On its way between places." },
  },
});

export enum BarcodeKind {
  GTIN = "GTIN",
  ALIAS = "ALIAS",
}
registerEnumType(BarcodeKind, {
  name: "BarcodeKind",
  description: "What kind of code it is.",
  valuesConfig: {
    GTIN: { description: "A global trade item number with a check digit." },
    ALIAS: { description: "Any other code that means the item." },
  },
});

@ObjectType({
  implements: Node,
  description: "A site with its own stock, ledger, time zone and currency.",
})
export class Warehouse extends Node {
  warehouseId!: number;

  @Field(() => String, { description: "Short name that people write." })
  code!: string;

  @Field(() => String, { description: "Full name." })
  name!: string;

  @Field(() => String, { description: "IANA time zone: its day is the site's day." })
  timeZone!: string;

  @Field(() => String, { description: "ISO currency of its costs." })
  currency!: string;

  @Field(() => Boolean, { description: "False where the site is closed." })
  isActive!: boolean;

  @Field(() => Boolean, { description: "True where the ledger may take stock below zero." })
  allowsNegativeStock!: boolean;
}
export const WarehouseConnection = connectionOf("Warehouse", () => Warehouse);

@ObjectType({ description: "A unit of measure." })
export class Unit {
  @Field(() => String, { description: "Code, such as EA or KG." })
  code!: string;

  @Field(() => String, { description: "Name in words." })
  name!: string;

  @Field(() => Int, { description: "Digits after the point; 0 means whole pieces only." })
  decimals!: number;
}

@ObjectType({ description: "A group of items." })
export class Category {
  categoryId!: number;

  @Field(() => ID, { description: "Opaque id." })
  id!: string;

  @Field(() => String, { description: "Name of the group." })
  name!: string;
}

@ObjectType({ implements: Node, description: "Who delivers items." })
export class Supplier extends Node {
  @Field(() => String, { description: "Name of the supplier." })
  name!: string;
}
export const SupplierConnection = connectionOf("Supplier", () => Supplier);

@ObjectType({ description: "A pack of an item: how many of the item's unit it holds." })
export class ItemPack {
  unitCode!: string;

  @Field(() => DecimalScalar, { description: "How many of the item's own unit one pack holds." })
  factor!: string;
}

@ObjectType({ description: "A code that means an item, or a pack of it." })
export class ItemBarcode {
  itemId!: number;
  packUnitCode!: string | null;

  @Field(() => String, { description: "The code as it is printed, leading zeros kept." })
  code!: string;

  @Field(() => BarcodeKind, { description: "What kind of code it is." })
  kind!: "GTIN" | "ALIAS";
}

@ObjectType({ description: "A supplier of an item." })
export class ItemSupplier {
  supplierId!: number;

  @Field(() => String, { nullable: true, description: "The supplier's own number of the item." })
  supplierSku!: string | null;

  @Field(() => Boolean, { description: "The supplier that is asked first." })
  isPreferred!: boolean;
}

@ObjectType({ implements: Node, description: "Something that is stocked, counted and valued." })
export class Item extends Node {
  itemId!: number;
  categoryId!: number | null;
  unitCode!: string;

  @Field(() => String, { description: "Item ID: the number people know it by." })
  sku!: string;

  @Field(() => String, { description: "What it is, in words." })
  description!: string;

  @Field(() => String, { nullable: true, description: "Revision, where items have one." })
  revision!: string | null;

  @Field(() => Tracking, { description: "How finely it is told apart." })
  tracking!: TrackingValue;

  @Field(() => AbcClass, { nullable: true, description: "Its class by value moved." })
  abcClass!: AbcClassValue | null;

  @Field(() => Int, { nullable: true, description: "Days from receipt to expiry." })
  shelfLifeDays!: number | null;

  @Field(() => Boolean, { description: "False for items no longer stocked." })
  isActive!: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Cost of one unit. Null means that nobody knows it, which is not zero.",
  })
  unitCost!: string | null;
}
export const ItemConnection = connectionOf("Item", () => Item);

@ObjectType({ implements: Node, description: "A lot of an item." })
export class Lot extends Node {
  @Field(() => String, { description: "The number printed on it." })
  code!: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day it may be used." })
  expiresOn!: string | null;
}

@ObjectType({ implements: Node, description: "A place in a warehouse." })
export class Location extends Node {
  warehouseId!: number;
  rowId!: number;
  parentRowId!: number | null;

  @Field(() => String, { description: "The code on its label." })
  code!: string;

  @Field(() => String, { description: "Name in words." })
  name!: string;

  @Field(() => LocationKind, { description: "What the place is for." })
  kind!: LocationKindValue;

  @Field(() => String, {
    nullable: true,
    description: "Barcode on its label, where it differs from the code.",
  })
  barcode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Digits a person reads aloud to prove that he stands there.",
  })
  checkDigits!: string | null;

  @Field(() => Int, { description: "Where it comes on a walk through the warehouse." })
  walkOrder!: number;

  @Field(() => Boolean, { description: "False where the place is no longer used." })
  isActive!: boolean;

  @Field(() => Boolean, { description: "True while stock may not move in or out." })
  isClosedOff!: boolean;
}
export const LocationConnection = connectionOf("Location", () => Location);
