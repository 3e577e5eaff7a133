import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from "type-graphql";
import { Location } from "../../catalogue/graphql/objects.ts";
import { toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { numberKeyOrNull, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound } from "../../shared/refusal.ts";
import { followCrew, seeCrew, type SeenCrew } from "../live/follow-crew.ts";
import { findNextPlace } from "../queries/find-next-place.ts";
import { readShares } from "../queries/read-shares.ts";
import { CountersOnline, Crew, WorkShare } from "./objects.ts";
import { toCrew, toShare } from "./to-object.ts";

@Resolver(() => CountSession)
export class CrewResolver {
  @FieldResolver(() => Crew, { description: "Who takes part at this moment." })
  async crew(@Root() session: CountSession, @Ctx() { db, server }: RequestContext): Promise<Crew> {
    const { warehouseId, rowId: id } = session;
    return toCrew(session, await seeCrew(db, { warehouseId, id, now: server.now }));
  }

  @FieldResolver(() => CountersOnline, { description: "How many people take part." })
  async counters(
    @Root() { warehouseId, rowId: sessionId }: CountSession,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CountersOnline> {
    const figures = await loaders.countersOnline.load({ warehouseId, sessionId });
    return Object.assign(new CountersOnline(), figures);
  }

  @FieldResolver(() => [WorkShare], { description: "How the work was shared out." })
  async workShares(
    @Root() { warehouseId, rowId: id }: CountSession,
    @Ctx() { db }: RequestContext,
  ): Promise<WorkShare[]> {
    return (await readShares(db, { warehouseId, id })).map(toShare);
  }

  @FieldResolver(() => Location, {
    nullable: true,
    description:
      "Where whoever asks goes next: along the walk, own work first, what is to be counted again among it, and never where somebody stands. Null when nothing is left to do.",
  })
  async nextLocation(
    @Root() { warehouseId, rowId: id }: CountSession,
    @Arg("from", () => ID, { nullable: true, description: "Where the counter stands." })
    from: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Location | null> {
    const next = await findNextPlace(context.db, {
      warehouseId,
      id,
      userId: context.actor.userId,
      fromLocationId: from === undefined ? null : await placeOf(context, warehouseId, from),
      now: context.now,
    });
    if (next === null) return null;
    return toLocation(await context.loaders.location.load({ warehouseId, locationId: next }));
  }

  @Subscription(() => Crew, {
    description:
      "Who takes part in a count, told whole at once and each time that changes: who, with which device, where, what was not sent yet, and since when not heard.",
    subscribe: ({ args, context }) => subscribeToCrew(args.sessionId, context as RequestContext),
  })
  crewFeed(
    @Arg("sessionId", () => ID, { description: "The count." }) id: string,
    @Root() crew: SeenCrew,
  ): Crew {
    return toCrew(warehouseKeyOf(id, "CountSession"), crew);
  }
}

async function subscribeToCrew(id: string, context: RequestContext) {
  const { warehouseId, rowId } = warehouseKeyOf(id, "CountSession");
  context.requireWarehouse(warehouseId, "count session");
  await loadSession(context.db, warehouseId, rowId);
  const { doorbell, now } = context.server;
  return followCrew(context.db, doorbell, { warehouseId, id: rowId, now });
}

/** A place of another warehouse is as unknown as one that does not exist. */
export async function placeOf(
  { loaders }: RequestContext,
  warehouseId: number,
  id: string,
): Promise<number> {
  const [ownWarehouseId, rowId = 0] = numberKeyOrNull(id, "Location") ?? [];
  if (ownWarehouseId !== warehouseId) throw notFound("location");
  return (await loaders.location.load({ warehouseId, locationId: rowId })).id;
}
