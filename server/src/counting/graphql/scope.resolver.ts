import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Category, Item, Location, Supplier } from "../../catalogue/graphql/objects.ts";
import { toCategory, toItem, toLocation, toSupplier } from "../../catalogue/graphql/to-object.ts";
import { loadCategory, loadSupplier } from "../../catalogue/queries/load-one.ts";
import type { RequestContext } from "../../context.ts";
import { CountScopeObject } from "./scope-object.ts";

@Resolver(() => CountScopeObject)
export class CountScopeResolver {
  @FieldResolver(() => [Location], { description: "Places with everything below them." })
  locations(
    @Root() { warehouseId, locationRowIds }: CountScopeObject,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Location[]> {
    return Promise.all(
      locationRowIds.map(async (locationId) =>
        toLocation(await loaders.location.load({ warehouseId, locationId })),
      ),
    );
  }

  @FieldResolver(() => [Item], { description: "Items, wherever they lie." })
  items(
    @Root() { itemRowIds }: CountScopeObject,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Item[]> {
    return Promise.all(itemRowIds.map(async (id) => toItem(await loaders.item.load(id))));
  }

  @FieldResolver(() => Supplier, { nullable: true, description: "What it delivers." })
  async supplier(
    @Root() { supplierRowId }: CountScopeObject,
    @Ctx() { em }: RequestContext,
  ): Promise<Supplier | null> {
    return supplierRowId === null ? null : toSupplier(await loadSupplier(em, supplierRowId));
  }

  @FieldResolver(() => Category, { nullable: true, description: "What belongs to it." })
  async category(
    @Root() { categoryRowId }: CountScopeObject,
    @Ctx() { em }: RequestContext,
  ): Promise<Category | null> {
    return categoryRowId === null ? null : toCategory(await loadCategory(em, categoryRowId));
  }
}
