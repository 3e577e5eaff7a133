import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import type { RequestContext } from "../../context.ts";
import { keyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound } from "../../shared/refusal.ts";
import { resolveDispute } from "../commands/resolve-dispute.ts";
import { sightOf } from "../domain/blindness.ts";
import { observationKey } from "../domain/observation.ts";
import * as objects from "./dispute-objects.ts";
import { lookerOf } from "./looker.ts";
import { CountLine } from "./objects.ts";
import { toLine } from "./to-object.ts";

@Resolver(() => CountLine)
export class DisputeResolver {
  @FieldResolver(() => [objects.IndependentCount], {
    description:
      "Every independent look at its shelf. More than one where somebody verified, or where each counts the whole; they differ where the line is disputed.",
  })
  async independentCounts(
    @Root() { warehouseId, sessionRowId: sessionId, rowId: lineId }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Promise<objects.IndependentCount[]> {
    const folded = await loaders.looks.load({ warehouseId, sessionId, lineId });
    if (!folded) return [];
    const settling = folded.settledBy.join();
    return folded.counts.map(({ entries, quantity, serials }) =>
      Object.assign(new objects.IndependentCount(), {
        counterIds: [...new Set(entries.map(({ actorId }) => actorId))],
        quantity,
        serials,
        countedAt: entries.at(-1)?.countedAt,
        stands: entries.map(observationKey).join() === settling,
      }),
    );
  }

  @Mutation(() => objects.ResolveDisputeResult, {
    description:
      "A supervisor says whose count of a disputed line stands; the others are taken back.",
  })
  async resolveDispute(
    @Arg("input", () => objects.ResolveDisputeInput, { description: "The line." })
    input: objects.ResolveDisputeInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId: lineId } = warehouseKeyOf(input.lineId, "CountLine");
    context.requireWarehouse(warehouseId, "count line");
    const { em, server, loaders, now, actor } = context;
    const outcome = await resolveDispute(em, server.doorbell, {
      warehouseId,
      lineId,
      // Nobody of that id has counted it, then.
      standsUserId: keyOf(input.userId, "User")[0] ?? "",
      reason: input.reason.trim(),
      seenVersion: input.version,
      actorId: actor.userId,
      now,
    });
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return objects.ResolveDisputeRejected.because(reason, message);
    }
    const row = await loaders.line.load({ warehouseId, lineId });
    if (!row) throw notFound("count line");
    const line = toLine(row, sightOf(outcome, lookerOf(context)));
    return Object.assign(new objects.DisputeResolved(), { line });
  }
}

@Resolver(() => objects.IndependentCount)
export class IndependentCountResolver {
  @FieldResolver(() => [User], { description: "By whom; several where each counted a part." })
  async counters(
    @Root() { counterIds }: objects.IndependentCount,
    @Ctx() { em }: RequestContext,
  ): Promise<User[]> {
    const users = counterIds.map((id) => userOrNull(em, id));
    return (await Promise.all(users)).filter((user) => user !== null);
  }
}
