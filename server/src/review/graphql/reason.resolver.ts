import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { Refusal } from "../../shared/refusal.ts";
import { orderVarianceReasons } from "../commands/order-variance-reasons.ts";
import { saveVarianceReason } from "../commands/save-variance-reason.ts";
import type { VarianceReason } from "../domain/variance-reason.ts";
import { readReasonUse } from "../queries/read-reason-use.ts";
import { readVarianceReasons } from "../queries/read-variance-reasons.ts";
import {
  SaveVarianceReasonInput,
  SaveVarianceReasonRejected,
  SaveVarianceReasonResult,
  VarianceReasonObject,
  VarianceReasonSaved,
} from "./investigation-objects.ts";
import * as objects from "./reason-objects.ts";

@Resolver()
export class ReasonResolver {
  @Query(() => [VarianceReasonObject], {
    description: "All reasons, those in use first, in the order in which they are offered.",
  })
  async varianceReasons(@Ctx() { db }: RequestContext): Promise<VarianceReasonObject[]> {
    return (await readVarianceReasons(db)).map(toReason);
  }

  @Query(() => [objects.VarianceReasonUse], {
    description: "How often each reason was found, in the warehouses that the viewer sees.",
  })
  async varianceReasonUse(
    @Ctx() { db, actor }: RequestContext,
  ): Promise<objects.VarianceReasonUse[]> {
    const uses = await readReasonUse(db, actor.warehouseIds);
    return uses.map((use) => Object.assign(new objects.VarianceReasonUse(), use));
  }

  @Mutation(() => SaveVarianceReasonResult, { description: "Makes or changes a reason." })
  async saveVarianceReason(
    @Arg("input", () => SaveVarianceReasonInput, { description: "The reason." })
    { code, name, isActive }: SaveVarianceReasonInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    requireWholeCompany(context);
    const { em, actor, now } = context;
    const asked = { code: code.trim(), name: name.trim(), isActive };
    const outcome = await saveVarianceReason(em, { ...asked, savedBy: actor.userId, now });
    if ("saved" in outcome)
      return Object.assign(new VarianceReasonSaved(), { reason: toReason(outcome.saved) });
    const { reason, message } = outcome.rejection;
    return SaveVarianceReasonRejected.because(reason, message);
  }

  @Mutation(() => objects.OrderVarianceReasonsResult, {
    description: "Says in which order reasons are offered.",
  })
  async orderVarianceReasons(
    @Arg("input", () => objects.OrderVarianceReasonsInput, { description: "The order." })
    { codes }: objects.OrderVarianceReasonsInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    requireWholeCompany(context);
    const { em, actor, now } = context;
    const outcome = await orderVarianceReasons(em, { codes, orderedBy: actor.userId, now });
    if ("reasons" in outcome)
      return Object.assign(new objects.VarianceReasonsOrdered(), {
        reasons: outcome.reasons.map(toReason),
      });
    const { reason, message } = outcome.rejection;
    return objects.OrderVarianceReasonsRejected.because(reason, message);
  }
}

function requireWholeCompany({ actor }: RequestContext): void {
  if (actor.warehouseIds !== null)
    throw new Refusal("FORBIDDEN", "Reasons are for those who see every warehouse.");
}

function toReason(reason: VarianceReason): VarianceReasonObject {
  return Object.assign(new VarianceReasonObject(), reason);
}
