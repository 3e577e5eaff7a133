import { randomUUID } from "node:crypto";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { keyOf, singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { cancelCountSession } from "../commands/cancel-count-session.ts";
import type { SessionOutcome, SessionRequest } from "../commands/change-session.ts";
import { closeCountSession } from "../commands/close-count-session.ts";
import { createCountSession } from "../commands/create-count-session.ts";
import { reopenCountSession } from "../commands/reopen-count-session.ts";
import { resetCountSession } from "../commands/reset-count-session.ts";
import { startCountSession } from "../commands/start-count-session.ts";
import { submitCountSession } from "../commands/submit-count-session.ts";
import { scopeOf, templateOf } from "./from-input.ts";
import * as inputs from "./inputs.ts";
import { lookerOf } from "./looker.ts";
import * as results from "./results.ts";
import { toSession } from "./to-object.ts";

@Resolver()
export class SessionVerbsResolver {
  @Mutation(() => results.CreateCountSessionResult, { description: "Plans a count." })
  async createCountSession(
    @Arg("input", () => inputs.CreateCountSessionInput, { description: "The count." })
    input: inputs.CreateCountSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const outcome = await createCountSession(context.em, {
      warehouseId,
      createdBy: context.actor.userId,
      now: context.now,
      templateId: input.templateId ? templateOf(warehouseId, input.templateId) : null,
      title: input.title?.trim(),
      notes: input.notes === undefined ? undefined : input.notes?.trim() || null,
      countType: input.countType ?? undefined,
      scope: scopeOf(warehouseId, input.scope),
      deadlineAt: input.deadlineAt,
      isBlind: input.isBlind,
      reference: input.reference?.trim() || null,
      assigneeIds: input.assigneeIds?.flatMap((id) => keyOf(id, "User")),
      freshSeed: randomUUID(),
    });
    if ("session" in outcome)
      return Object.assign(new results.CountSessionCreated(), {
        session: toSession(outcome.session, lookerOf(context)),
      });
    const { reason, message } = outcome.rejection;
    return results.CreateCountSessionRejected.because(reason, message);
  }

  @Mutation(() => results.StartCountSessionResult, {
    description: "Freezes the options, takes the snapshot and opens the count.",
  })
  async startCountSession(
    @Arg("input", () => inputs.StartCountSessionInput, { description: "The draft." })
    input: inputs.StartCountSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, sessionId, now } = requestOf(context, input.sessionId);
    const outcome = await startCountSession(context.em, context.server.doorbell, {
      warehouseId,
      sessionId,
      now,
      startedBy: context.actor.userId,
      overlap: input.overlap ?? "EXCLUDE",
      closeOff: input.closeOff ?? null,
    });
    if ("session" in outcome)
      return Object.assign(new results.CountSessionStarted(), {
        session: toSession(outcome.session, lookerOf(context)),
      });
    const { reason, message } = outcome.rejection;
    return results.StartCountSessionRejected.because(reason, message);
  }

  @Mutation(() => results.ChangeCountSessionResult, { description: "Hands a count in." })
  async submitCountSession(
    @Arg("input", () => inputs.CountSessionInput, { description: "The count." })
    { sessionId }: inputs.CountSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { em, server } = context;
    const request = requestOf(context, sessionId);
    return changed(context, await submitCountSession(em, server.doorbell, request));
  }

  @Mutation(() => results.ChangeCountSessionResult, {
    description: "Opens again what was handed in.",
  })
  async reopenCountSession(
    @Arg("input", () => inputs.CountSessionInput, { description: "The count." })
    { sessionId }: inputs.CountSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { em, server } = context;
    const request = requestOf(context, sessionId);
    return changed(context, await reopenCountSession(em, server.doorbell, request));
  }

  @Mutation(() => results.ChangeCountSessionResult, {
    description: "Begins a count again: what was entered stays, and counts no more.",
  })
  async resetCountSession(
    @Arg("input", () => inputs.CountSessionReasonInput, { description: "The count." })
    { sessionId, reason }: inputs.CountSessionReasonInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { em, server } = context;
    const request = { ...requestOf(context, sessionId), reason };
    return changed(context, await resetCountSession(em, server.doorbell, request));
  }

  @Mutation(() => results.ChangeCountSessionResult, {
    description: "Ends counting, and deals with the lines that nobody visited.",
  })
  async closeCountSession(
    @Arg("input", () => inputs.CloseCountSessionInput, { description: "The count." })
    { sessionId, notVisited }: inputs.CloseCountSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { em, server } = context;
    const request = { ...requestOf(context, sessionId), notVisited };
    return changed(context, await closeCountSession(em, server.doorbell, request));
  }

  @Mutation(() => results.ChangeCountSessionResult, { description: "Calls a count off." })
  async cancelCountSession(
    @Arg("input", () => inputs.CountSessionReasonInput, { description: "The count." })
    { sessionId, reason }: inputs.CountSessionReasonInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { em, server } = context;
    const request = { ...requestOf(context, sessionId), reason };
    return changed(context, await cancelCountSession(em, server.doorbell, request));
  }
}

function requestOf(context: RequestContext, id: string): SessionRequest {
  const { warehouseId, rowId } = warehouseKeyOf(id, "CountSession");
  context.requireWarehouse(warehouseId, "count session");
  return { warehouseId, sessionId: rowId, actorId: context.actor.userId, now: context.now };
}

function changed(context: RequestContext, outcome: SessionOutcome): object {
  if ("session" in outcome)
    return Object.assign(new results.CountSessionChanged(), {
      session: toSession(outcome.session, lookerOf(context)),
    });
  const { reason, message } = outcome.rejection;
  return results.ChangeCountSessionRejected.because(reason, message);
}
