import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { Item, Location } from "../../catalogue/graphql/objects.ts";
import { toItem, toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { PageArgs } from "../../shared/connection.ts";
import { warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound } from "../../shared/refusal.ts";
import { dismissObservation } from "../commands/dismiss-observation.ts";
import { matchObservation } from "../commands/match-observation.ts";
import { sightOf } from "../domain/blindness.ts";
import type { LooseEntryKind, LooseEntryState } from "../domain/loose-entry.ts";
import { listLooseEntries } from "../queries/list-loose-entries.ts";
import { LooseObservationKind, LooseObservationState } from "./enums.ts";
import { matchOf } from "./from-input.ts";
import * as objects from "./loose-objects.ts";
import { lookerOf } from "./looker.ts";
import { CountLine, CountSession } from "./objects.ts";
import { toLine } from "./to-object.ts";

@Resolver(() => CountSession)
export class LooseObservationsResolver {
  @FieldResolver(() => objects.LooseObservationConnection, {
    description:
      "Its entries that stand on no line, in the order in which they came: those nobody could place, and those that came too late.",
  })
  async looseObservations(
    @Root() { warehouseId, rowId, isBlindHere }: CountSession,
    @Arg("state", () => LooseObservationState, { nullable: true, description: "Only such." })
    state: LooseEntryState | undefined,
    @Arg("kind", () => LooseObservationKind, { nullable: true, description: "Only such." })
    kind: LooseEntryKind | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<object> {
    const found = await listLooseEntries(db, { warehouseId, id: rowId }, { state, kind }, page);
    return objects.LooseObservationConnection.from(found, (row) =>
      objects.toLooseObservation(row, isBlindHere),
    );
  }

  @Mutation(() => objects.MatchObservationResult, {
    description: "Says what an entry was: it counts as if its device had known.",
  })
  async matchObservation(
    @Arg("input", () => objects.MatchObservationInput, {
      description: "The entry, and what it was.",
    })
    input: objects.MatchObservationInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { em, server, loaders, now, actor } = context;
    const { warehouseId, observationId } = entryOf(context, input.observationId);
    const asked = matchOf(warehouseId, input);
    const request = { warehouseId, observationId, asked, matchedBy: actor.userId, now };
    const outcome = await matchObservation(em, server.doorbell, request);
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return objects.MatchObservationRejected.because(reason, message);
    }
    const row = await loaders.line.load({ warehouseId, lineId: outcome.lineId });
    if (!row) throw notFound("count line");
    const line = toLine(row, sightOf(outcome, lookerOf(context)));
    const { wasMatched } = outcome;
    return Object.assign(new objects.ObservationMatched(), { line, wasMatched });
  }

  @Mutation(() => objects.DismissObservationResult, {
    description: "Lets an entry go that belongs to nothing.",
  })
  async dismissObservation(
    @Arg("input", () => objects.DismissObservationInput, { description: "The entry, and why." })
    input: objects.DismissObservationInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { em, server, now, actor } = context;
    const outcome = await dismissObservation(em, server.doorbell, {
      ...entryOf(context, input.observationId),
      reason: input.reason.trim(),
      dismissedBy: actor.userId,
      now,
    });
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return objects.DismissObservationRejected.because(reason, message);
    }
    const { wasDismissed } = outcome;
    const { observationId } = input;
    return Object.assign(new objects.ObservationDismissed(), { observationId, wasDismissed });
  }
}

function entryOf(context: RequestContext, id: string) {
  const { warehouseId, rowId } = warehouseKeyOf(id, "Observation");
  context.requireWarehouse(warehouseId, "observation");
  return { warehouseId, observationId: rowId };
}

@Resolver(() => objects.LooseObservation)
export class LooseObservationResolver {
  @FieldResolver(() => User, { nullable: true, description: "Whose it is." })
  recordedBy(
    @Root() { recordedById }: objects.LooseObservation,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, recordedById);
  }

  @FieldResolver(() => User, { nullable: true, description: "Who matched it or let it go." })
  async settledBy(
    @Root() { settledById }: objects.LooseObservation,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, settledById);
  }

  @FieldResolver(() => Item, { nullable: true, description: "What, as far as it was told." })
  async item(
    @Root() { itemRowId }: objects.LooseObservation,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Item | null> {
    return itemRowId === null ? null : toItem(await loaders.item.load(itemRowId));
  }

  @FieldResolver(() => Location, { nullable: true, description: "Where, as far as it was told." })
  async location(
    @Root() { warehouseId, locationRowId: locationId }: objects.LooseObservation,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Location | null> {
    if (locationId === null) return null;
    return toLocation(await loaders.location.load({ warehouseId, locationId }));
  }

  @FieldResolver(() => CountLine, { nullable: true, description: "The line it was matched with." })
  async line(
    @Root() { warehouseId, lineRowId, isBlindHere }: objects.LooseObservation,
    @Ctx() context: RequestContext,
  ): Promise<CountLine | null> {
    const row =
      lineRowId === null
        ? null
        : await context.loaders.line.load({ warehouseId, lineId: lineRowId });
    const { seesExpected: seesRounds } = lookerOf(context);
    return row && toLine(row, { isBlind: isBlindHere, seesRounds });
  }
}
