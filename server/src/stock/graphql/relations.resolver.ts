import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { Item, Location, Lot } from "../../catalogue/graphql/objects.ts";
import { toItem, toLocation, toLot } from "../../catalogue/graphql/to-object.ts";
import { itemWith, locationWith } from "../../catalogue/queries/related-rows.ts";
import type { RequestContext } from "../../context.ts";
import { PageArgs } from "../../shared/connection.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { idOf, singleKeyOf } from "../../shared/opaque-id.ts";
import { DecimalScalar } from "../../shared/scalars.ts";
import { listQuants } from "../queries/list-quants.ts";
import { loadQuant } from "../queries/load-one.ts";
import { Quant, QuantConnection, SerialUnit, StockMove } from "./objects.ts";
import { quantsAsked } from "./quants-asked.ts";
import { toQuant, toSerialUnit } from "./to-object.ts";

@Resolver(() => Item)
export class ItemStockResolver {
  @FieldResolver(() => QuantConnection, { description: "Where it lies in one warehouse." })
  async quants(
    @Root() { itemId }: Item,
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const filter = { itemId: { eq: idOf("Item", itemId) } };
    const asked = quantsAsked(info);
    const found = await listQuants(context.db, warehouseId, { filter }, page, asked);
    return QuantConnection.from(found, toQuant);
  }

  @FieldResolver(() => DecimalScalar, {
    description:
      "How much the ledger expects on the shelves of one warehouse; what is picked or installed is not there.",
  })
  async quantityOnHand(
    @Root() { itemId }: Item,
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<string> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    return context.loaders.onHand.load({ warehouseId, itemId });
  }
}

@Resolver(() => Quant)
export class QuantResolver {
  @FieldResolver(() => Item, { description: "What it is." })
  item(
    @Root() { itemId, related }: Quant,
    @Ctx() { loaders }: RequestContext,
  ): Item | Promise<Item> {
    const read = itemWith(related);
    return read ? toItem(read) : loaders.item.load(itemId).then(toItem);
  }

  @FieldResolver(() => Location, { description: "Where it is." })
  location(
    @Root() { warehouseId, locationRowId: locationId, related }: Quant,
    @Ctx() { loaders }: RequestContext,
  ): Location | Promise<Location> {
    const read = locationWith(related);
    if (read) return toLocation(read);
    return loaders.location.load({ warehouseId, locationId }).then(toLocation);
  }

  @FieldResolver(() => Lot, { nullable: true, description: "Of which lot; null without lots." })
  async lot(@Root() { lotId }: Quant, @Ctx() { loaders }: RequestContext): Promise<Lot | null> {
    return lotId === null ? null : toLot(await loaders.lot.load(lotId));
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "Quantity on hand times the item's unit cost; null where the cost is not known.",
  })
  async valueOnHand(
    @Root() { itemId, quantityOnHand }: Quant,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Decimal | null> {
    const { unitCost } = await loaders.item.load(itemId);
    return unitCost === null ? null : new Decimal(quantityOnHand).times(unitCost);
  }

  @FieldResolver(() => [SerialUnit], { description: "The pieces that stand there, by serial." })
  async serialUnits(
    @Root() { warehouseId, rowId }: Quant,
    @Ctx() { loaders }: RequestContext,
  ): Promise<SerialUnit[]> {
    const units = await loaders.serialUnits.load({ warehouseId, quantId: rowId });
    return units.map(toSerialUnit);
  }
}

@Resolver(() => StockMove)
export class StockMoveResolver {
  @FieldResolver(() => Quant, { description: "What changed." })
  async quant(
    @Root() { warehouseId, quantRowId }: StockMove,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Quant> {
    return toQuant(await loadQuant(loaders, warehouseId, quantRowId));
  }

  @FieldResolver(() => DecimalScalar, {
    description: "What the quant held once this was recorded.",
  })
  async quantityAfter(
    @Root() move: StockMove,
    @Ctx() { loaders }: RequestContext,
  ): Promise<string> {
    const { warehouseId, quantRowId, sequence } = move;
    return loaders.quantityAfter.load({ warehouseId, quantId: quantRowId, moveId: sequence });
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: "Who recorded it; null for somebody who is no longer known.",
  })
  async recordedBy(
    @Root() { recordedById }: StockMove,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, recordedById);
  }

  @FieldResolver(() => [SerialUnit], { description: "The pieces that moved, by serial." })
  async serialUnits(
    @Root() { warehouseId, sequence }: StockMove,
    @Ctx() { loaders }: RequestContext,
  ): Promise<SerialUnit[]> {
    const units = await loaders.serialUnitsOfMove.load({ warehouseId, moveId: sequence });
    return units.map(toSerialUnit);
  }
}
