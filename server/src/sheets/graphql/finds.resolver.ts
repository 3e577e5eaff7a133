import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { nullIfNotFound } from "../../catalogue/graphql/node-registry.ts";
import { Item, Location } from "../../catalogue/graphql/objects.ts";
import { toItem, toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import { readSheetFinds } from "../queries/read-sheet-finds.ts";
import { CountSheetFind } from "./objects.ts";

@Resolver(() => CountSession)
export class FindsOfSheetResolver {
  @FieldResolver(() => [CountSheetFind], {
    description:
      "What was typed in from one of its sheets beside the lines of it; to those who may not see what is expected, what they found or typed themselves.",
  })
  async sheetFinds(
    @Root() { warehouseId, rowId: sessionId }: CountSession,
    @Arg("number", () => Int, { description: "Its number." }) number: number,
    @Ctx() context: RequestContext,
  ): Promise<CountSheetFind[]> {
    const { seesExpected } = lookerOf(context);
    const looker = { seesExpected, userId: context.actor.userId };
    const rows = await readSheetFinds(context.db, { warehouseId, sessionId, number }, looker);
    return rows.map(({ itemId: itemRowId, locationId: locationRowId, ...said }) =>
      Object.assign(new CountSheetFind(), { warehouseId, itemRowId, locationRowId, ...said }),
    );
  }
}

@Resolver(() => CountSheetFind)
export class CountSheetFindResolver {
  @FieldResolver(() => Item, {
    nullable: true,
    description: "The item; null where nobody knows yet what it is.",
  })
  item(
    @Root() { itemRowId }: CountSheetFind,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Item | null> | null {
    if (itemRowId === null) return null;
    return nullIfNotFound(async () => toItem(await loaders.item.load(itemRowId)));
  }

  @FieldResolver(() => Location, { nullable: true, description: "Where it lay." })
  location(
    @Root() { warehouseId, locationRowId: locationId }: CountSheetFind,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Location | null> | null {
    if (locationId === null) return null;
    return nullIfNotFound(async () =>
      toLocation(await loaders.location.load({ warehouseId, locationId })),
    );
  }

  @FieldResolver(() => User, { nullable: true, description: "Who has counted." })
  counter(@Root() { counterId }: CountSheetFind, @Ctx() { em }: RequestContext) {
    return userOrNull(em, counterId);
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: "Who has typed it, where that was somebody else.",
  })
  enteredBy(@Root() { enteredById }: CountSheetFind, @Ctx() { em }: RequestContext) {
    return userOrNull(em, enteredById);
  }
}
