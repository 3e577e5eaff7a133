import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { toSession } from "../../counting/graphql/to-object.ts";
import type { LineChoice } from "../../posting/domain/choice.ts";
import { warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound, Refusal } from "../../shared/refusal.ts";
import { approveLines } from "../commands/approve-lines.ts";
import { rejectLines } from "../commands/reject-lines.ts";
import { approvalRefusals, type ApprovalRefusalReason } from "../domain/approval.ts";
import { previewApproval, type ApprovalPreviewRow } from "../queries/approval-preview.ts";
import * as objects from "./approval-objects.ts";

const linesAtMost = 1_000;

@Resolver()
export class ApprovalResolver {
  @Query(() => objects.ApprovalPreview, {
    description: "What approving would mean now, for you, and which lines would be refused.",
  })
  async approvalPreview(
    @Arg("input", () => objects.ApprovalPreviewInput, { description: "What would be approved." })
    input: objects.ApprovalPreviewInput,
    @Ctx() context: RequestContext,
  ): Promise<objects.ApprovalPreview> {
    const asked = askedOf(context, input);
    const preview = await previewApproval(context.db, asked);
    if ("rejection" in preview) throw new Refusal("BAD_USER_INPUT", preview.rejection.message);
    return toPreview(asked.warehouseId, preview);
  }

  @Mutation(() => objects.ApproveLinesResult, {
    description:
      "Approves of what was previewed the lines that you may approve, with exactly these numbers.",
  })
  async approveLines(
    @Arg("input", () => objects.ApproveLinesInput, { description: "What was previewed." })
    input: objects.ApproveLinesInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const asked = { ...askedOf(context, input), numbersDigest: input.numbersDigest };
    const outcome = await approveLines(context.em, context.server.doorbell, asked);
    const refusedLines = outcome.refused.map((line) => toRefused(asked.warehouseId, line));
    if ("rejection" in outcome)
      return Object.assign(new objects.ApproveLinesRejected(), {
        ...outcome.rejection,
        refusedLines,
      });
    const session = await sessionOf(context, asked);
    const { lines } = outcome.approved;
    return Object.assign(new objects.LinesApproved(), { session, lines, refusedLines });
  }

  @Mutation(() => objects.RejectLinesResult, {
    description: "Says no to the numbers of counted lines; an approval of them holds no more.",
  })
  async rejectLines(
    @Arg("input", () => objects.RejectLinesInput, { description: "Which lines, and why." })
    input: objects.RejectLinesInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const asked = { ...askedOf(context, input), reason: input.reason };
    const outcome = await rejectLines(context.em, context.server.doorbell, asked);
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return objects.RejectLinesRejected.because(reason, message);
    }
    const session = await sessionOf(context, asked);
    return Object.assign(new objects.LinesRejected(), { session, lines: outcome.lines });
  }
}

async function sessionOf(
  context: RequestContext,
  { warehouseId, sessionId }: { warehouseId: number; sessionId: number },
) {
  return toSession(await loadSession(context.db, warehouseId, sessionId), lookerOf(context));
}

function askedOf(context: RequestContext, input: objects.ApprovalPreviewInput) {
  const { warehouseId, rowId } = warehouseKeyOf(input.sessionId, "CountSession");
  context.requireWarehouse(warehouseId, "count session");
  return {
    ...{ warehouseId, sessionId: rowId, actorId: context.actor.userId, now: context.now },
    choice: choiceOf(warehouseId, input),
  };
}

function choiceOf(
  warehouseId: number,
  { selection, lineIds }: objects.ApprovalPreviewInput,
): LineChoice {
  if (selection && lineIds)
    throw new Refusal("BAD_USER_INPUT", "Name lines or give a selection, not both.");
  if (selection) return { kind: "SELECTION", token: selection };
  if (!lineIds) return { kind: "ALL" };
  if (lineIds.length > linesAtMost)
    throw new Refusal("BAD_USER_INPUT", "Name at most 1,000 lines, or give a selection.");
  const keys = lineIds.map((id) => warehouseKeyOf(id, "CountLine"));
  if (keys.some((key) => key.warehouseId !== warehouseId)) throw notFound("count line");
  return { kind: "LINES", lineIds: keys.map(({ rowId }) => rowId) };
}

function toPreview(
  warehouseId: number,
  { plan, refused }: ApprovalPreviewRow,
): objects.ApprovalPreview {
  const { lines, valueGross, valueNet, withoutCost, ownCounts } = plan;
  return Object.assign(new objects.ApprovalPreview(), {
    ...{ lines, valueGross, valueNet, withoutCost, ownCounts },
    numbersDigest: plan.digest,
    canApprove: lines > 0 && !plan.isAboveLimit,
    valueAtMost: plan.limit,
    valueApproved: plan.grossStanding,
    refusals: countReasons(plan.refusals),
    refusedLines: refused.map((line) => toRefused(warehouseId, line)),
  });
}

function countReasons(refusals: ApprovalPreviewRow["plan"]["refusals"]) {
  const counts = new Map<ApprovalRefusalReason, number>();
  for (const { lines, reasons } of refusals)
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + lines);
  return [...counts].map(([reason, lines]) =>
    Object.assign(new objects.ApprovalRefusalCount(), { reason, lines }),
  );
}

function toRefused(
  warehouseId: number,
  { lineId, reasons }: ApprovalPreviewRow["refused"][number],
): objects.LineNotApproved {
  const messages = reasons.map((reason) => approvalRefusals[reason]);
  const shown = { warehouseId, lineRowId: lineId, reasons, messages };
  return Object.assign(new objects.LineNotApproved(), shown);
}
