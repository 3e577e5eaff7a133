import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Item, Location } from "../../catalogue/graphql/objects.ts";
import { toItem, toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountLine, CountSession } from "../../counting/graphql/objects.ts";
import { toSession } from "../../counting/graphql/to-object.ts";
import { singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { saveSessionTolerance } from "../commands/save-session-tolerance.ts";
import { saveToleranceSet } from "../commands/save-tolerance-set.ts";
import { readSessionTolerance, readToleranceSet } from "../queries/read-tolerances.ts";
import { askedRule } from "./asked-rule.ts";
import { limitsGiven, toLimits } from "./limit-objects.ts";
import * as objects from "./tolerance-objects.ts";

@Resolver(() => objects.ToleranceRuleObject)
export class ToleranceResolver {
  @Query(() => objects.ToleranceSetObject, {
    nullable: true,
    description: "The tolerances of a warehouse; null where nobody has set any.",
  })
  async toleranceSet(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Arg("version", () => Int, { nullable: true, description: "The latest when left out." })
    version: number | undefined,
    @Ctx() context: RequestContext,
  ): Promise<objects.ToleranceSetObject | null> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const set = await readToleranceSet(context.db, warehouseId, version ?? null);
    return set && objects.toSet(set);
  }

  @Mutation(() => objects.SaveToleranceSetResult, {
    description: "Saves the next version of the tolerances, for counts that start from now on.",
  })
  async saveToleranceSet(
    @Arg("input", () => objects.SaveToleranceSetInput, { description: "The set." })
    input: objects.SaveToleranceSetInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const outcome = await saveToleranceSet(context.em, {
      warehouseId,
      basedOnVersion: input.basedOnVersion,
      rules: input.rules.map((rule) => askedRule(warehouseId, rule)),
      savedBy: context.actor.userId,
      now: context.now,
    });
    if ("saved" in outcome)
      return Object.assign(new objects.ToleranceSetSaved(), { set: objects.toSet(outcome.saved) });
    const { reason, message } = outcome.rejection;
    return objects.SaveToleranceSetRejected.because(reason, message);
  }

  @Mutation(() => objects.SaveSessionToleranceResult, {
    description: "Gives a count that has not started limits of its own, or takes them away.",
  })
  async saveSessionTolerance(
    @Arg("input", () => objects.SaveSessionToleranceInput, { description: "The limits." })
    input: objects.SaveSessionToleranceInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId } = warehouseKeyOf(input.sessionId, "CountSession");
    context.requireWarehouse(warehouseId, "count session");
    const outcome = await saveSessionTolerance(context.em, {
      warehouseId,
      sessionId: rowId,
      limits: input.limits ? limitsGiven(input.limits) : null,
    });
    if ("session" in outcome)
      return Object.assign(new objects.SessionToleranceSaved(), {
        session: toSession(outcome.session, lookerOf(context)),
      });
    const { reason, message } = outcome.rejection;
    return objects.SaveSessionToleranceRejected.because(reason, message);
  }

  @FieldResolver(() => Item, { nullable: true, description: "For one item; null for all." })
  async item(
    @Root() { itemRowId }: objects.ToleranceRuleObject,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Item | null> {
    return itemRowId === null ? null : toItem(await loaders.item.load(itemRowId));
  }

  @FieldResolver(() => Location, {
    nullable: true,
    description: "For a place with everything below it; null for all.",
  })
  async location(
    @Root() { warehouseId, locationRowId: locationId }: objects.ToleranceRuleObject,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Location | null> {
    if (locationId === null) return null;
    return toLocation(await loaders.location.load({ warehouseId, locationId }));
  }
}

@Resolver(() => CountLine)
export class LineToleranceResolver {
  @FieldResolver(() => objects.ToleranceVerdict, {
    nullable: true,
    description: "Whether it is within its tolerance, and why; null until it is counted.",
  })
  async toleranceVerdict(
    @Root() { warehouseId, rowId, isBlindHere }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Promise<objects.ToleranceVerdict | null> {
    if (isBlindHere) return null;
    const verdict = await loaders.toleranceVerdict.load({ warehouseId, lineId: rowId });
    if (!verdict) return null;
    const { source, rule, version, breaches } = verdict;
    return Object.assign(new objects.ToleranceVerdict(), {
      isWithin: breaches.length === 0,
      source,
      rule: rule && objects.toRule(warehouseId, rule),
      version,
      breaches: breaches.map(objects.toBreach),
    });
  }
}

@Resolver(() => CountSession)
export class SessionToleranceResolver {
  @FieldResolver(() => objects.SessionToleranceObject, { description: "What it is judged by." })
  async tolerance(
    @Root() { warehouseId, rowId }: CountSession,
    @Ctx() { db }: RequestContext,
  ): Promise<objects.SessionToleranceObject> {
    const session = { warehouseId, sessionId: rowId };
    const { version, limits } = await readSessionTolerance(db, session);
    return Object.assign(new objects.SessionToleranceObject(), {
      version,
      limits: limits && toLimits(limits),
    });
  }
}
