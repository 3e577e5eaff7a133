import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { Item, Location, Lot } from "../../catalogue/graphql/objects.ts";
import { toItem, toLocation, toLot } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import { toSession } from "../../counting/graphql/to-object.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { PageArgs } from "../../shared/connection.ts";
import { singleKeyOf } from "../../shared/opaque-id.ts";
import * as queries from "../queries/list-restrictions.ts";
import * as objects from "./objects.ts";
import { toCloseOff, toCloseOffMove, toCloseOffStep, toHold } from "./to-object.ts";

const onlyCurrentIs = { nullable: true, description: "Only what holds now; true when left out." };
const warehouseIs = { description: "The warehouse." };

@Resolver()
export class RestrictionsResolver {
  @Query(() => objects.CloseOffConnection, {
    description: "Places that are closed off, the latest first.",
  })
  async closeOffs(
    @Arg("warehouseId", () => ID, warehouseIs) id: string,
    @Arg("onlyCurrent", () => Boolean, onlyCurrentIs) onlyCurrent: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const { db, now } = context;
    const asked = { onlyCurrent: onlyCurrent ?? true, now };
    const found = await queries.listCloseOffs(db, warehouseId, asked, page);
    return objects.CloseOffConnection.from(found, (row) => toCloseOff(row, now));
  }

  @Query(() => objects.StockHoldConnection, { description: "Stock on hold, the latest first." })
  async stockHolds(
    @Arg("warehouseId", () => ID, warehouseIs) id: string,
    @Arg("onlyCurrent", () => Boolean, onlyCurrentIs) onlyCurrent: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const found = await queries.listHolds(context.db, warehouseId, onlyCurrent ?? true, page);
    return objects.StockHoldConnection.from(found, toHold);
  }
}

@Resolver(() => objects.CloseOff)
export class CloseOffResolver {
  @FieldResolver(() => Location, { description: "The place; everything below it is meant, too." })
  async location(
    @Root() { warehouseId, locationRowId: locationId }: objects.CloseOff,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Location> {
    return toLocation(await loaders.location.load({ warehouseId, locationId }));
  }

  @FieldResolver(() => User, { nullable: true, description: "Who extends it, and ends it." })
  owner(
    @Root() { ownerId }: objects.CloseOff,
    @Ctx() context: RequestContext,
  ): Promise<User | null> {
    return userOrNull(context.em, ownerId);
  }

  @FieldResolver(() => CountSession, {
    nullable: true,
    description: "The count that has closed its own places off: with it this ends.",
  })
  async session(
    @Root() { warehouseId, sessionRowId }: objects.CloseOff,
    @Ctx() context: RequestContext,
  ): Promise<CountSession | null> {
    if (sessionRowId === null) return null;
    return toSession(await loadSession(context.db, warehouseId, sessionRowId), lookerOf(context));
  }

  @FieldResolver(() => [objects.CloseOffStep], { description: "Who did what with it." })
  async steps(
    @Root() { warehouseId, rowId: id }: objects.CloseOff,
    @Ctx() { db }: RequestContext,
  ): Promise<objects.CloseOffStep[]> {
    return (await queries.readCloseOffSteps(db, { warehouseId, id })).map(toCloseOffStep);
  }

  @FieldResolver(() => objects.CloseOffMoveConnection, {
    description: "Moves that were made in it all the same, the latest first.",
  })
  async moves(
    @Root() { warehouseId, rowId: id }: objects.CloseOff,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<object> {
    const found = await queries.listCloseOffMoves(db, { warehouseId, id }, page);
    return objects.CloseOffMoveConnection.from(found, (row) => toCloseOffMove(warehouseId, row));
  }
}

@Resolver(() => objects.CloseOffStep)
export class CloseOffStepResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who." })
  actor(
    @Root() { actorId }: objects.CloseOffStep,
    @Ctx() context: RequestContext,
  ): Promise<User | null> {
    return userOrNull(context.em, actorId);
  }
}

@Resolver(() => objects.StockHold)
export class StockHoldResolver {
  @FieldResolver(() => Item, { nullable: true, description: "Of which item; null for any." })
  async item(
    @Root() { itemRowId }: objects.StockHold,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Item | null> {
    return itemRowId === null ? null : toItem(await loaders.item.load(itemRowId));
  }

  @FieldResolver(() => Lot, { nullable: true, description: "Of which lot; null for any." })
  async lot(
    @Root() { lotRowId }: objects.StockHold,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Lot | null> {
    return lotRowId === null ? null : toLot(await loaders.lot.load(lotRowId));
  }

  @FieldResolver(() => Location, {
    nullable: true,
    description: "In which place and below it; null for anywhere.",
  })
  async location(
    @Root() { warehouseId, locationRowId: locationId }: objects.StockHold,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Location | null> {
    if (locationId === null) return null;
    return toLocation(await loaders.location.load({ warehouseId, locationId }));
  }

  @FieldResolver(() => User, { nullable: true, description: "Who has put it on hold." })
  placedBy(
    @Root() { placedById }: objects.StockHold,
    @Ctx() context: RequestContext,
  ): Promise<User | null> {
    return userOrNull(context.em, placedById);
  }

  @FieldResolver(() => User, { nullable: true, description: "Who has released it." })
  async releasedBy(
    @Root() { releasedById }: objects.StockHold,
    @Ctx() context: RequestContext,
  ): Promise<User | null> {
    return userOrNull(context.em, releasedById);
  }
}
