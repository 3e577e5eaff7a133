import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { nullIfNotFound } from "../../catalogue/graphql/node-registry.ts";
import { Location } from "../../catalogue/graphql/objects.ts";
import { toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { CounterPresence, LineEditing, LocationClaim, WorkShare } from "./objects.ts";
import { ClaimLocationRejected } from "./results.ts";

@Resolver(() => CounterPresence)
export class PresencePeopleResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who uses it." })
  user(@Root() { userId }: CounterPresence, @Ctx() context: RequestContext) {
    return userOrNull(context.em, userId);
  }
}

@Resolver(() => LineEditing)
export class EditingPeopleResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who." })
  user(@Root() { userId }: LineEditing, @Ctx() context: RequestContext) {
    return userOrNull(context.em, userId);
  }
}

@Resolver(() => WorkShare)
export class SharePeopleResolver {
  @FieldResolver(() => User, { nullable: true, description: "Whose it is." })
  user(@Root() { userId }: WorkShare, @Ctx() context: RequestContext) {
    return userOrNull(context.em, userId);
  }
}

@Resolver(() => ClaimLocationRejected)
export class HolderResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who holds it." })
  heldBy(@Root() { holderId }: ClaimLocationRejected, @Ctx() context: RequestContext) {
    return userOrNull(context.em, holderId);
  }
}

@Resolver(() => LocationClaim)
export class ClaimPeopleResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who took it." })
  user(@Root() { userId }: LocationClaim, @Ctx() context: RequestContext) {
    return userOrNull(context.em, userId);
  }

  @FieldResolver(() => Location, { nullable: true, description: "The place." })
  location(
    @Root() { warehouseId, locationRowId }: LocationClaim,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Location | null> {
    return nullIfNotFound(async () =>
      toLocation(await loaders.location.load({ warehouseId, locationId: locationRowId })),
    );
  }
}
