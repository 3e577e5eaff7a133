import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { toJob } from "../../jobs/graphql/to-object.ts";
import { warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound, Refusal } from "../../shared/refusal.ts";
import { postSession } from "../commands/post-session.ts";
import { reversePosting } from "../commands/reverse-posting.ts";
import type { LineChoice } from "../domain/choice.ts";
import { previewPosting } from "../queries/posting-preview.ts";
import { PostingPreviewInput, PostSessionInput, ReversePostingInput } from "./inputs.ts";
import { PostingAskedFor, PostingReversed, SessionPosted } from "./objects.ts";
import * as previews from "./preview-objects.ts";
import { toPosting, toPreview, toRefusedLine } from "./to-object.ts";

const linesAtMost = 1_000;

@Resolver()
export class PostingVerbsResolver {
  @Query(() => previews.PostingPreview, {
    description: "What posting would do now, and everything that speaks against it.",
  })
  async postingPreview(
    @Arg("input", () => PostingPreviewInput, { description: "What would be posted." })
    input: PostingPreviewInput,
    @Ctx() context: RequestContext,
  ): Promise<previews.PostingPreview> {
    const asked = askedOf(context, input);
    const preview = await previewPosting(context.db, asked);
    if ("rejection" in preview) throw new Refusal("BAD_USER_INPUT", preview.rejection.message);
    return toPreview(asked.warehouseId, preview);
  }

  @Mutation(() => previews.PostSessionResult, {
    description:
      "Writes what was previewed to stock: all of it or nothing. More than 1,000 lines are a job.",
  })
  async postSession(
    @Arg("input", () => PostSessionInput, { description: "What was previewed." })
    input: PostSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const asked = { ...askedOf(context, input), digest: input.digest };
    const outcome = await postSession(context.em, context.server.doorbell, asked);
    if ("posting" in outcome) {
      const { posting, wasPosted } = outcome;
      return Object.assign(new SessionPosted(), { posting: toPosting(posting), wasPosted });
    }
    if ("job" in outcome) return Object.assign(new PostingAskedFor(), { job: toJob(outcome.job) });
    const refusedLines = outcome.refused.map((line) => toRefusedLine(asked.warehouseId, line));
    const no = { ...outcome.rejection, refusedLines };
    return Object.assign(new previews.PostSessionRejected(), no);
  }

  @Mutation(() => previews.ReversePostingResult, {
    description: "Takes a posting back with another, whole or by line. Later moves are kept.",
  })
  async reversePosting(
    @Arg("input", () => ReversePostingInput, { description: "What to take back, and why." })
    { postingId, lineIds, reason }: ReversePostingInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId } = warehouseKeyOf(postingId, "Posting");
    context.requireWarehouse(warehouseId, "posting");
    const { em, server, actor, now } = context;
    const outcome = await reversePosting(em, server.doorbell, {
      ...{ warehouseId, reason, now, postingId: rowId, actorId: actor.userId },
      lineIds: lineIds ? rowsOf(warehouseId, lineIds) : null,
    });
    if ("posting" in outcome) {
      const { posting, wasReversed } = outcome;
      return Object.assign(new PostingReversed(), { posting: toPosting(posting), wasReversed });
    }
    const refusedLines = outcome.refused.map(({ reason: why, ...line }) =>
      toRefusedLine(warehouseId, { ...line, reasons: [why], quantityOnHand: null, serials: [] }),
    );
    const no = { ...outcome.rejection, refusedLines };
    return Object.assign(new previews.ReversePostingRejected(), no);
  }
}

function askedOf(context: RequestContext, input: PostingPreviewInput) {
  const { warehouseId, rowId } = warehouseKeyOf(input.sessionId, "CountSession");
  context.requireWarehouse(warehouseId, "count session");
  return {
    warehouseId,
    sessionId: rowId,
    actorId: context.actor.userId,
    now: context.now,
    choice: choiceOf(warehouseId, input),
    accepted: [...new Set(input.accepted ?? [])],
  };
}

function choiceOf(warehouseId: number, { selection, lineIds }: PostingPreviewInput): LineChoice {
  if (selection && lineIds)
    throw new Refusal("BAD_USER_INPUT", "Name lines or give a selection, not both.");
  if (selection) return { kind: "SELECTION", token: selection };
  return lineIds ? { kind: "LINES", lineIds: rowsOf(warehouseId, lineIds) } : { kind: "ALL" };
}

function rowsOf(warehouseId: number, ids: readonly string[]): number[] {
  if (ids.length > linesAtMost)
    throw new Refusal("BAD_USER_INPUT", `Name at most ${linesAtMost} lines; select more.`);
  const keys = ids.map((id) => warehouseKeyOf(id, "CountLine"));
  if (keys.some((key) => key.warehouseId !== warehouseId)) throw notFound("count line");
  return keys.map(({ rowId }) => rowId);
}
