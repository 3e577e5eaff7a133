import { Field, ID, InputType, Int } from "type-graphql";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { DecimalScalar } from "../../shared/scalars.ts";
import { AbcClass, LocationKind, Tracking } from "./objects.ts";

@InputType({
  description: "A warehouse to open or to change. What may be left out stays as it is.",
})
export class SaveWarehouseInput {
  @Field(() => ID, {
    nullable: true,
    description: "The warehouse to change; left out, a new one is opened.",
  })
  warehouseId?: string | null;

  @Field(() => String, { description: "Short name that people write; no two alike." })
  code!: string;

  @Field(() => String, { description: "Full name." })
  name!: string;

  @Field(() => String, { description: "IANA time zone, such as Europe/Berlin." })
  timeZone!: string;

  @Field(() => String, { description: "ISO currency, such as EUR." })
  currency!: string;

  @Field(() => Boolean, { nullable: true, description: "False closes the site." })
  isActive?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True lets the ledger take stock below zero.",
  })
  allowsNegativeStock?: boolean | null;
}

@InputType({
  description: "A place to make or to change. What is left out stays as it is; null takes it away.",
})
export class SaveLocationInput {
  @Field(() => ID, { description: "The warehouse it lies in." })
  warehouseId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The place to change; left out, a new one is made.",
  })
  locationId?: string | null;

  @Field(() => String, { description: "The code on its label; no two alike in a warehouse." })
  code!: string;

  @Field(() => String, { description: "Name in words." })
  name!: string;

  @Field(() => LocationKind, { description: "What the place is for." })
  kind!: `${LocationKind}`;

  @Field(() => ID, {
    nullable: true,
    description: "The place it lies in; null puts it at the top.",
  })
  parentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Barcode on its label, where it differs from the code.",
  })
  barcode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Two to four digits a person reads aloud to prove that he stands there.",
  })
  checkDigits?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Where it comes on a walk through the warehouse.",
  })
  walkOrder?: number | null;

  @Field(() => Boolean, { nullable: true, description: "False takes an empty place out of use." })
  isActive?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True stops stock from moving in or out." })
  isClosedOff?: boolean | null;
}

@InputType({ description: "A pack of the item." })
export class ItemPackInput {
  @Field(() => String, { description: "Unit of the pack, such as BOX." })
  unitCode!: string;

  @Field(() => DecimalScalar, { description: "How many of the item's own unit it holds." })
  factor!: Decimal;
}

@InputType({
  description:
    "A code that means the item. Whatever has the shape of a GTIN needs its check digit.",
})
export class ItemBarcodeInput {
  @Field(() => String, { description: "The code as it is printed, leading zeros kept." })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: "Unit of the pack it means; left out, it means the item itself.",
  })
  packUnitCode?: string | null;
}

@InputType({ description: "A supplier of the item." })
export class ItemSupplierInput {
  @Field(() => String, { description: "Name of the supplier, who is made when new." })
  supplierName!: string;

  @Field(() => String, { nullable: true, description: "The supplier's own number of the item." })
  supplierSku?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True for the supplier that is asked first.",
  })
  isPreferred?: boolean | null;
}

@InputType({
  description:
    "An item to make or to change. What is left out stays as it is; null takes it away; lists are replaced.",
})
export class SaveItemInput {
  @Field(() => ID, {
    nullable: true,
    description: "The item to change; left out, a new one is made.",
  })
  itemId?: string | null;

  @Field(() => String, { description: "Item ID: no two alike." })
  sku!: string;

  @Field(() => String, { description: "What it is, in words." })
  description!: string;

  @Field(() => String, { nullable: true, description: "Revision, where items have one." })
  revision?: string | null;

  @Field(() => String, { nullable: true, description: "Its category, which is made when new." })
  categoryName?: string | null;

  @Field(() => String, { description: "Its own unit; fixed once stock has moved." })
  unitCode!: string;

  @Field(() => Tracking, {
    description: "How finely it is told apart; fixed once stock has moved.",
  })
  tracking!: `${Tracking}`;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Cost of one unit; null where nobody knows it.",
  })
  unitCost?: Decimal | null;

  @Field(() => AbcClass, { nullable: true, description: "Its class by value moved." })
  abcClass?: `${AbcClass}` | null;

  @Field(() => Int, { nullable: true, description: "Days from receipt to expiry, at least one." })
  shelfLifeDays?: number | null;

  @Field(() => Boolean, { nullable: true, description: "False for an item no longer stocked." })
  isActive?: boolean | null;

  @Field(() => [ItemPackInput], { nullable: true, description: "All its packs." })
  packs?: ItemPackInput[] | null;

  @Field(() => [ItemBarcodeInput], { nullable: true, description: "All its barcodes." })
  barcodes?: ItemBarcodeInput[] | null;

  @Field(() => [ItemSupplierInput], { nullable: true, description: "All its suppliers." })
  suppliers?: ItemSupplierInput[] | null;
}

@InputType({ description: "A unit of measure to make or to change, by its code." })
export class SaveUnitInput {
  @Field(() => String, { description: "Its code, such as KG." })
  code!: string;

  @Field(() => String, { description: "Its name, such as kilogram." })
  name!: string;

  @Field(() => Int, { description: "How many decimals an amount in it has, from 0 to 6." })
  decimals!: number;
}
