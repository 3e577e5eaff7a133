import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { toItem, toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { sightOf } from "../../counting/domain/blindness.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountLine } from "../../counting/graphql/objects.ts";
import { toLine } from "../../counting/graphql/to-object.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound } from "../../shared/refusal.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import { recordInvestigation } from "../commands/record-investigation.ts";
import type { ParetoGrouping as Grouping } from "../domain/pareto-grouping.ts";
import { suggestCauses } from "../domain/suggest-causes.ts";
import { readCauseFacts } from "../queries/read-cause-facts.ts";
import { readVariancePareto } from "../queries/variance-pareto.ts";
import * as objects from "./investigation-objects.ts";

const barsAtMost = 100;
const barsUnlessSaid = 20;

@Resolver(() => objects.InvestigationRevision)
export class InvestigationResolver {
  @Mutation(() => objects.RecordInvestigationResult, {
    description: "Says what somebody found out about a line; nothing said before is rewritten.",
  })
  async recordInvestigation(
    @Arg("input", () => objects.RecordInvestigationInput, { description: "What was found out." })
    input: objects.RecordInvestigationInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId: lineId } = warehouseKeyOf(input.lineId, "CountLine");
    context.requireWarehouse(warehouseId, "count line");
    const outcome = await recordInvestigation(context.em, {
      ...{ warehouseId, lineId, basedOnRevision: input.basedOnRevision },
      reasonCode: input.reasonCode?.trim() || null,
      notes: input.notes?.trim() || null,
      fix: input.fix ?? null,
      recordedBy: context.actor.userId,
      now: context.now,
    });
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return objects.RecordInvestigationRejected.because(reason, message);
    }
    const line = await context.loaders.line.load({ warehouseId, lineId });
    if (!line) throw notFound("count line");
    const sight = sightOf(outcome.session, lookerOf(context));
    return Object.assign(new objects.InvestigationRecorded(), { line: toLine(line, sight) });
  }

  @Query(() => [objects.SuggestedCauseObject], {
    description: "What may have made a line differ, the likeliest first, each with its evidence.",
  })
  async suggestedCauses(
    @Arg("lineId", () => ID, { description: "The line." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<objects.SuggestedCauseObject[]> {
    const { db, loaders } = context;
    const { warehouseId, rowId } = warehouseKeyOf(id, "CountLine");
    context.requireWarehouse(warehouseId, "count line");
    if (!(await loaders.line.load({ warehouseId, lineId: rowId }))) throw notFound("count line");
    const facts = await readCauseFacts(db, warehouseId, rowId);
    return Promise.all(
      (facts ? suggestCauses(facts) : []).map(async ({ lineId, locationId, ...cause }) => {
        const other = lineId === null ? null : await loaders.line.load({ warehouseId, lineId });
        const place =
          locationId === null ? null : await loaders.location.load({ warehouseId, locationId });
        return Object.assign(new objects.SuggestedCauseObject(), {
          ...cause,
          line: other && toLine(other, sightOf({ isBlind: true }, lookerOf(context))),
          location: place && toLocation(place),
        });
      }),
    );
  }

  @Query(() => [objects.VarianceParetoBar], {
    description: "Where most of what differs is from, by value, the greatest first.",
  })
  async variancePareto(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Arg("by", () => objects.ParetoGrouping, { description: "What to gather by." }) by: Grouping,
    @Arg("sessionId", () => ID, { nullable: true, description: "One count; all when left out." })
    sessionId: string | undefined,
    @Arg("from", () => DateTimeScalar, { nullable: true, description: "Counted then or later." })
    from: Date | undefined,
    @Arg("to", () => DateTimeScalar, { nullable: true, description: "Counted before." })
    to: Date | undefined,
    @Arg("first", () => Int, { nullable: true, description: "How many; 20, and at most 100." })
    first: number | undefined,
    @Ctx() context: RequestContext,
  ): Promise<objects.VarianceParetoBar[]> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const session = sessionId == null ? null : await sessionIn(context, warehouseId, sessionId);
    const rows = await readVariancePareto(context.db, warehouseId, {
      ...{ by, sessionId: session?.id ?? null, from: from ?? null, to: to ?? null },
      first: Math.min(Math.max(first ?? barsUnlessSaid, 1), barsAtMost),
    });
    const { loaders } = context;
    return Promise.all(
      rows.map(async ({ itemId, locationId, ...bar }) =>
        Object.assign(new objects.VarianceParetoBar(), {
          ...bar,
          item: itemId === null ? null : toItem(await loaders.item.load(itemId)),
          location:
            locationId === null
              ? null
              : toLocation(await loaders.location.load({ warehouseId, locationId })),
        }),
      ),
    );
  }

  @FieldResolver(() => User, { nullable: true, description: "Who found it out." })
  recordedBy(
    @Root() { recordedById }: objects.InvestigationRevision,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, recordedById);
  }
}

/** A count of another warehouse is as unknown as one that does not exist. */
async function sessionIn({ db }: RequestContext, warehouseId: number, id: string) {
  const key = warehouseKeyOf(id, "CountSession");
  if (key.warehouseId !== warehouseId) throw notFound("count session");
  return loadSession(db, warehouseId, key.rowId);
}

@Resolver(() => CountLine)
export class LineInvestigationResolver {
  @FieldResolver(() => [objects.InvestigationRevision], {
    nullable: true,
    description: "What was found out about it, the latest revision first.",
  })
  async investigation(
    @Root() { warehouseId, rowId, isBlindHere }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Promise<objects.InvestigationRevision[] | null> {
    if (isBlindHere) return null;
    const rows = await loaders.investigations.load({ warehouseId, lineId: rowId });
    return rows.map(objects.toRevision);
  }
}
