import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Category, Item, Location } from "../../catalogue/graphql/objects.ts";
import { toCategory, toItem, toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { LineGrouping } from "../domain/line-view.ts";
import { sumLineGroups, type GroupOrder } from "../queries/sum-line-groups.ts";
import { CountLineGrouping } from "./enums.ts";
import { CountLineQuery } from "./line-query.ts";
import { conditionsOf } from "./line-conditions.ts";
import { CountLineTotals, CountSession } from "./objects.ts";
import { toTotals } from "./to-object.ts";

const groupsAtMost = 500;

@ObjectType({
  description:
    "Lines that share something; of what they share only that is set they are grouped by.",
})
export class CountLineGroup {
  @Field(() => Location, { nullable: true, description: "The place." })
  location!: Location | null;

  @Field(() => Item, { nullable: true, description: "The item." })
  item!: Item | null;

  @Field(() => Category, { nullable: true, description: "The category; null for items without." })
  category!: Category | null;

  @Field(() => String, {
    nullable: true,
    description: "The code of the reason; null for lines without.",
  })
  reasonCode!: string | null;

  @Field(() => CountLineTotals, { description: "Their sums." })
  totals!: CountLineTotals;
}

@Resolver(() => CountSession)
export class LineGroupResolver {
  @FieldResolver(() => [CountLineGroup], {
    description:
      "Sums of some of its lines by what they share, those first that differ most as far as the looker is told.",
  })
  async lineGroups(
    @Root() session: CountSession,
    @Arg("by", () => CountLineGrouping, { description: "What they share." }) by: LineGrouping,
    @Arg("query", () => CountLineQuery, { nullable: true, description: "Which lines." })
    query: CountLineQuery | undefined,
    @Arg("first", () => Int, {
      defaultValue: 100,
      description: "How many groups; at most 500.",
    })
    first: number,
    @Ctx() context: RequestContext,
  ): Promise<CountLineGroup[]> {
    if (first < 1 || first > groupsAtMost)
      throw new Refusal("BAD_USER_INPUT", `Ask for 1 to ${groupsAtMost} groups.`);
    const { warehouseId, rowId: id, isBlindHere } = session;
    const conditions = await conditionsOf(context, session, query);
    const asked = { by, first, order: orderFor(context, isBlindHere) };
    const groups = await sumLineGroups(context.db, { warehouseId, id }, conditions, asked);
    const { location, item } = context.loaders;
    return Promise.all(
      groups.map(async ({ locationId, itemId, categoryId, categoryName, reasonCode, ...totals }) =>
        Object.assign(new CountLineGroup(), {
          location: locationId && toLocation(await location.load({ warehouseId, locationId })),
          item: itemId && toItem(await item.load(itemId)),
          category: categoryId && toCategory({ id: categoryId, name: categoryName ?? "" }),
          reasonCode,
          totals: toTotals(totals, isBlindHere),
        }),
      ),
    );
  }
}

/** What comes first tells as much as a sum. */
function orderFor(context: RequestContext, isBlindHere: boolean): GroupOrder {
  if (isBlindHere) return "LINES";
  return context.may("view:cost") ? "VALUE" : "QUANTITY";
}
