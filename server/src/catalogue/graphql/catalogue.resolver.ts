import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { PageArgs } from "../../shared/connection.ts";
import { singleKeyOf } from "../../shared/opaque-id.ts";
import { listItems } from "../queries/list-items.ts";
import { listLocations } from "../queries/list-locations.ts";
import { listCategories, listSuppliers, listUnits, listWarehouses } from "../queries/list-small.ts";
import { ItemsArgs, LocationsArgs, SuppliersArgs } from "./inputs.ts";
import { loadNode, nullIfNotFound } from "./node-registry.ts";
import * as objects from "./objects.ts";
import { toCategory, toItem, toLocation, toSupplier, toUnit, toWarehouse } from "./to-object.ts";

@Resolver()
export class CatalogueResolver {
  @Query(() => objects.Node, {
    nullable: true,
    description: "Anything by its id; null where there is no such thing in your reach.",
  })
  async node(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<object | null> {
    return loadNode(ctx, id);
  }

  @Query(() => objects.WarehouseConnection, { description: "The warehouses in your reach." })
  async warehouses(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext) {
    const found = await listWarehouses(ctx.db, ctx.actor.warehouseIds, page);
    return objects.WarehouseConnection.from(found, toWarehouse);
  }

  @Query(() => objects.Item, { nullable: true, description: "One item; null where there is none." })
  async item(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<objects.Item | null> {
    return nullIfNotFound(async () => toItem(await ctx.loaders.item.load(singleKeyOf(id, "Item"))));
  }

  @Query(() => objects.ItemConnection, { description: "The items of the company." })
  async items(@Args(() => ItemsArgs) args: ItemsArgs, @Ctx() ctx: RequestContext) {
    return objects.ItemConnection.from(await listItems(ctx.db, args, args), toItem);
  }

  @Query(() => objects.LocationConnection, { description: "The places of a warehouse." })
  async locations(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Args(() => LocationsArgs) args: LocationsArgs,
    @Ctx() ctx: RequestContext,
  ) {
    const warehouseId = ctx.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const found = await listLocations(ctx.db, warehouseId, args, args);
    return objects.LocationConnection.from(found, toLocation);
  }

  @Query(() => [objects.Unit], { description: "All units of measure." })
  async units(@Ctx() ctx: RequestContext): Promise<objects.Unit[]> {
    return (await listUnits(ctx.db)).map(toUnit);
  }

  @Query(() => [objects.Category], { description: "All categories, by name." })
  async categories(@Ctx() ctx: RequestContext): Promise<objects.Category[]> {
    return (await listCategories(ctx.db)).map(toCategory);
  }

  @Query(() => objects.SupplierConnection, { description: "The suppliers, by name." })
  async suppliers(@Args(() => SuppliersArgs) args: SuppliersArgs, @Ctx() ctx: RequestContext) {
    const found = await listSuppliers(ctx.db, args.search, args);
    return objects.SupplierConnection.from(found, toSupplier);
  }
}
