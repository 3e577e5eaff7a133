import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { PageArgs } from "../../shared/connection.ts";
import {
  DateFilter,
  DateTimeFilter,
  DecimalFilter,
  enumFilterOf,
  IdFilter,
  StringFilter,
  type EnumFilter,
} from "../../shared/filters.ts";
import { OrderDirection } from "../../shared/order-direction.ts";
import type * as words from "../domain/words.ts";
import { QuantStatus, StockMoveKind } from "./objects.ts";

export const QuantStatusFilter = enumFilterOf<words.QuantStatus>("QuantStatus", () => QuantStatus);
export const StockMoveKindFilter = enumFilterOf<words.StockMoveKind>(
  "StockMoveKind",
  () => StockMoveKind,
);

@InputType({ description: "Which quants; all conditions given must hold." })
export class QuantFilter {
  @Field(() => IdFilter, { nullable: true, description: "By item." })
  itemId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: "By the very place." })
  locationId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: "By a place they lie in or below." })
  withinLocationId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: "By the item's category." })
  categoryId?: IdFilter;

  @Field(() => QuantStatusFilter, { nullable: true, description: "By status." })
  status?: EnumFilter<words.QuantStatus>;

  @Field(() => StringFilter, { nullable: true, description: "By the lot's code." })
  lotCode?: StringFilter;

  @Field(() => DateFilter, { nullable: true, description: "By the lot's last day." })
  expiresOn?: DateFilter;

  @Field(() => DecimalFilter, { nullable: true, description: "By quantity on hand." })
  quantityOnHand?: DecimalFilter;
}

export enum QuantOrderField {
  LOCATION = "LOCATION",
  ITEM = "ITEM",
  QUANTITY_ON_HAND = "QUANTITY_ON_HAND",
  LAST_MOVED_AT = "LAST_MOVED_AT",
  EXPIRES_ON = "EXPIRES_ON",
}
registerEnumType(QuantOrderField, {
  name: "QuantOrderField",
  description: "What quants can be ordered by.",
  valuesConfig: {
    LOCATION: { description: "Code of the place, then item ID." },
    ITEM: { description: "Item ID, then code of the place." },
    QUANTITY_ON_HAND: { description: "Quantity on hand." },
    LAST_MOVED_AT: { description: "Last change; what never changed counts as oldest." },
    EXPIRES_ON: { description: "Last day; what never expires counts as latest." },
  },
});

@InputType({ description: "The order of a list of quants." })
export class QuantOrder {
  @Field(() => QuantOrderField, { description: "What to order by." })
  field!: QuantOrderField;

  @Field(() => OrderDirection, { description: "Which end comes first." })
  direction!: OrderDirection;
}

@InputType({ description: "Which moves; all conditions given must hold." })
export class StockMoveFilter {
  @Field(() => IdFilter, { nullable: true, description: "By quant." })
  quantId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: "By item." })
  itemId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: "By the very place." })
  locationId?: IdFilter;

  @Field(() => StockMoveKindFilter, { nullable: true, description: "By kind." })
  kind?: EnumFilter<words.StockMoveKind>;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when they happened." })
  effectiveAt?: DateTimeFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when they were recorded." })
  recordedAt?: DateTimeFilter;

  @Field(() => StringFilter, { nullable: true, description: "By the paper they belong to." })
  reference?: StringFilter;
}

export enum StockMoveOrderField {
  SEQUENCE = "SEQUENCE",
  EFFECTIVE_AT = "EFFECTIVE_AT",
}
registerEnumType(StockMoveOrderField, {
  name: "StockMoveOrderField",
  description: "What moves can be ordered by.",
  valuesConfig: {
    SEQUENCE: { description: "Ledger order: as they were recorded." },
    EFFECTIVE_AT: { description: "As they happened, then in ledger order." },
  },
});

@InputType({ description: "The order of a list of moves." })
export class StockMoveOrder {
  @Field(() => StockMoveOrderField, { description: "What to order by." })
  field!: StockMoveOrderField;

  @Field(() => OrderDirection, { description: "Which end comes first." })
  direction!: OrderDirection;
}

@ArgsType()
export class QuantsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: "Words that must all occur: in item, place or lot, or as a whole serial.",
  })
  search?: string;

  @Field(() => QuantFilter, { nullable: true, description: "Which quants." })
  filter?: QuantFilter;

  @Field(() => QuantOrder, { nullable: true, description: "By place when left out." })
  orderBy?: QuantOrder;
}

@ArgsType()
export class StockMovesArgs extends PageArgs {
  @Field(() => StockMoveFilter, { nullable: true, description: "Which moves." })
  filter?: StockMoveFilter;

  @Field(() => StockMoveOrder, { nullable: true, description: "The latest first when left out." })
  orderBy?: StockMoveOrder;
}
