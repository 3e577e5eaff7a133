import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { PageArgs } from "../../shared/connection.ts";
import {
  BooleanFilter,
  enumFilterOf,
  IdFilter,
  StringFilter,
  type EnumFilter,
} from "../../shared/filters.ts";
import { OrderDirection } from "../../shared/order-direction.ts";
import { AbcClass, LocationKind, Tracking } from "./objects.ts";

export const TrackingFilter = enumFilterOf<`${Tracking}`>("Tracking", () => Tracking);
export const AbcClassFilter = enumFilterOf<`${AbcClass}`>("AbcClass", () => AbcClass);
export const LocationKindFilter = enumFilterOf<`${LocationKind}`>(
  "LocationKind",
  () => LocationKind,
);

@InputType({ description: "Which items; all conditions given must hold." })
export class ItemFilter {
  @Field(() => StringFilter, { nullable: true, description: "By item ID." })
  sku?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: "By description." })
  description?: StringFilter;

  @Field(() => IdFilter, { nullable: true, description: "By category." })
  categoryId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: "By supplier, preferred or not." })
  supplierId?: IdFilter;

  @Field(() => TrackingFilter, {
    nullable: true,
    description: "By how finely they are told apart.",
  })
  tracking?: EnumFilter<`${Tracking}`>;

  @Field(() => AbcClassFilter, { nullable: true, description: "By class." })
  abcClass?: EnumFilter<`${AbcClass}`>;

  @Field(() => BooleanFilter, { nullable: true, description: "By whether they are still stocked." })
  isActive?: BooleanFilter;

  @Field(() => StringFilter, { nullable: true, description: "By any of their barcodes." })
  barcode?: StringFilter;
}

export enum ItemOrderField {
  SKU = "SKU",
  DESCRIPTION = "DESCRIPTION",
}
registerEnumType(ItemOrderField, {
  name: "ItemOrderField",
  description: "What items can be ordered by.",
  valuesConfig: {
    SKU: { description: "Item ID." },
    DESCRIPTION: { description: "Description." },
  },
});

@InputType({ description: "The order of a list of items." })
export class ItemOrder {
  @Field(() => ItemOrderField, { description: "What to order by." })
  field!: ItemOrderField;

  @Field(() => OrderDirection, { description: "Which end comes first." })
  direction!: OrderDirection;
}

@InputType({ description: "Which places; all conditions given must hold." })
export class LocationFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code." })
  code?: StringFilter;

  @Field(() => LocationKindFilter, { nullable: true, description: "By what they are for." })
  kind?: EnumFilter<`${LocationKind}`>;

  @Field(() => IdFilter, { nullable: true, description: "By the place directly above." })
  parentId?: IdFilter;

  @Field(() => IdFilter, {
    nullable: true,
    description: "Every place below this one, itself included.",
  })
  withinId?: IdFilter;

  @Field(() => StringFilter, {
    nullable: true,
    description: "By what a scan of the label reads: the barcode, or the code where there is none.",
  })
  barcode?: StringFilter;

  @Field(() => BooleanFilter, { nullable: true, description: "By whether they are used." })
  isActive?: BooleanFilter;
}

export enum LocationOrderField {
  CODE = "CODE",
  WALK_ORDER = "WALK_ORDER",
}
registerEnumType(LocationOrderField, {
  name: "LocationOrderField",
  description: "What places can be ordered by.",
  valuesConfig: {
    CODE: { description: "Code." },
    WALK_ORDER: { description: "The way through the warehouse." },
  },
});

@InputType({ description: "The order of a list of places." })
export class LocationOrder {
  @Field(() => LocationOrderField, { description: "What to order by." })
  field!: LocationOrderField;

  @Field(() => OrderDirection, { description: "Which end comes first." })
  direction!: OrderDirection;
}

const searchDescription = "Words that must all occur, in any order.";

@ArgsType()
export class ItemsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: searchDescription })
  search?: string;

  @Field(() => ItemFilter, { nullable: true, description: "Which items." })
  filter?: ItemFilter;

  @Field(() => ItemOrder, { nullable: true, description: "By item ID when left out." })
  orderBy?: ItemOrder;
}

@ArgsType()
export class LocationsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: searchDescription })
  search?: string;

  @Field(() => LocationFilter, { nullable: true, description: "Which places." })
  filter?: LocationFilter;

  @Field(() => LocationOrder, { nullable: true, description: "In walk order when left out." })
  orderBy?: LocationOrder;
}

@ArgsType()
export class SuppliersArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: searchDescription })
  search?: string;
}
