import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Item, Location, Lot } from "../../catalogue/graphql/objects.ts";
import { toItem, toLocation, toLot } from "../../catalogue/graphql/to-object.ts";
import { loadItem, loadLocation, loadLot } from "../../catalogue/queries/load-one.ts";
import type { RequestContext } from "../../context.ts";
import { CountLine } from "./objects.ts";

@Resolver(() => CountLine)
export class CountLineResolver {
  @FieldResolver(() => Item, { description: "What is counted." })
  async item(@Root() { itemId }: CountLine, @Ctx() { em }: RequestContext): Promise<Item> {
    return toItem(await loadItem(em, itemId));
  }

  @FieldResolver(() => Location, { description: "Where it is counted." })
  async location(@Root() line: CountLine, @Ctx() { em }: RequestContext): Promise<Location> {
    return toLocation(await loadLocation(em, line.warehouseId, line.locationRowId));
  }

  @FieldResolver(() => Lot, { nullable: true, description: "Of which lot; null without lots." })
  async lot(@Root() { lotId }: CountLine, @Ctx() { em }: RequestContext): Promise<Lot | null> {
    return lotId === null ? null : toLot(await loadLot(em, lotId));
  }
}
