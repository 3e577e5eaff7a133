import { Field, InputType } from "type-graphql";
import { enumFilterOf, IdFilter, StringFilter, type EnumFilter } from "../../shared/filters.ts";
import { OrderDirection } from "../../shared/order-direction.ts";
import type { LineOrderColumn, LineView } from "../domain/line-view.ts";
import type * as words from "../domain/words.ts";
import * as enums from "./enums.ts";

export const CountLineStateFilter = enumFilterOf<words.LineState>(
  "CountLineState",
  () => enums.CountLineState,
);

@InputType({ description: "Which lines; all conditions given must hold." })
export class CountLineFilter {
  @Field(() => IdFilter, { nullable: true, description: "By item." })
  itemId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: "By a place they lie in or below." })
  withinLocationId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: "By the item's category." })
  categoryId?: IdFilter;

  @Field(() => CountLineStateFilter, { nullable: true, description: "By what became of them." })
  state?: EnumFilter<words.LineState>;

  @Field(() => StringFilter, {
    nullable: true,
    description: "By the code of the reason that was said last; isNull for those without one.",
  })
  reasonCode?: StringFilter;
}

@InputType({ description: "The order of a list of lines." })
export class CountLineOrder {
  @Field(() => enums.CountLineOrderField, { description: "What to order by." })
  field!: LineOrderColumn;

  @Field(() => OrderDirection, { description: "Which end comes first." })
  direction!: OrderDirection;
}

/** Which lines, told alike for a page, a window and the totals. */
@InputType({ description: "Which lines of a count, and in which order." })
export class CountLineQuery {
  @Field(() => enums.CountLineView, { nullable: true, description: "The view; all when left out." })
  view?: LineView;

  @Field(() => String, {
    nullable: true,
    description: "Words that must all occur: in item, place or lot, or as a whole serial found.",
  })
  search?: string;

  @Field(() => CountLineFilter, { nullable: true, description: "Which lines." })
  filter?: CountLineFilter;

  @Field(() => String, { nullable: true, description: "Only lines of this selection." })
  selection?: string;

  @Field(() => String, {
    nullable: true,
    description: "Only lines that have changed since this cursor of the count.",
  })
  changedSince?: string;

  @Field(() => CountLineOrder, { nullable: true, description: "As walked when left out." })
  orderBy?: CountLineOrder;
}
