import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { sightOf } from "../../counting/domain/blindness.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { toLine, toSession } from "../../counting/graphql/to-object.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { idOf, keyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound, Refusal } from "../../shared/refusal.ts";
import { chooseRound } from "../commands/choose-round.ts";
import { requestRecount, type RecountTarget } from "../commands/request-recount.ts";
import * as inputs from "./recount-inputs.ts";

const linesAtMost = 1_000;

@Resolver()
export class RecountResolver {
  @Mutation(() => inputs.RequestRecountResult, {
    description:
      "Another round begins on each line that may have one; who counted it before may not count it again.",
  })
  async requestRecount(
    @Arg("input", () => inputs.RequestRecountInput, { description: "Which lines." })
    input: inputs.RequestRecountInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId: sessionId } = warehouseKeyOf(input.sessionId, "CountSession");
    context.requireWarehouse(warehouseId, "count session");
    const { em, server, actor, now } = context;
    const outcome = await requestRecount(em, server.doorbell, {
      ...{ warehouseId, sessionId, key: input.key.trim(), reason: input.reason.trim() },
      target: targetOf(warehouseId, input),
      // Nobody of that id counts here, then.
      assigneeId: input.assigneeId == null ? null : (keyOf(input.assigneeId, "User")[0] ?? ""),
      ...{ actorId: actor.userId, now },
    });
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return inputs.RequestRecountRejected.because(reason, message);
    }
    const lineIdOf = (lineId: number) => idOf("CountLine", warehouseId, lineId);
    const session = await loadSession(context.db, warehouseId, sessionId);
    return Object.assign(new inputs.RecountRequested(), {
      lineIds: outcome.lineIds.map(lineIdOf),
      refused: outcome.refused.map(({ lineId, reason, message }) =>
        Object.assign(new inputs.RefusedRecount(), { lineId: lineIdOf(lineId), reason, message }),
      ),
      controlCount: outcome.controlCount,
      wasAsked: outcome.wasAsked,
      session: toSession(session, lookerOf(context)),
    });
  }

  @Mutation(() => inputs.ChooseRoundResult, {
    description: "A supervisor says which round of a line stands; all of them are kept.",
  })
  async chooseRound(
    @Arg("input", () => inputs.ChooseRoundInput, { description: "The round." })
    input: inputs.ChooseRoundInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId: lineId } = warehouseKeyOf(input.lineId, "CountLine");
    context.requireWarehouse(warehouseId, "count line");
    const { em, server, loaders, actor, now } = context;
    const outcome = await chooseRound(em, server.doorbell, {
      ...{ warehouseId, lineId, round: input.round, reason: input.reason.trim() },
      ...{ seenVersion: input.version, actorId: actor.userId, now },
    });
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return inputs.ChooseRoundRejected.because(reason, message);
    }
    const row = await loaders.line.load({ warehouseId, lineId });
    if (!row) throw notFound("count line");
    const line = toLine(row, sightOf(outcome.session, lookerOf(context)));
    return Object.assign(new inputs.RoundChosen(), { line });
  }
}

function targetOf(
  warehouseId: number,
  { lineIds, selection, view }: inputs.RequestRecountInput,
): RecountTarget {
  const given = [lineIds, selection, view].filter((each) => each != null);
  if (given.length !== 1)
    throw new Refusal("BAD_USER_INPUT", "Name lines by their ids, a selection, or a view.");
  if (selection != null) return { kind: "SELECTION", token: selection };
  if (view != null) return { kind: "VIEW", view };
  const ids = lineIds ?? [];
  if (ids.length > linesAtMost)
    throw new Refusal("BAD_USER_INPUT", `Name at most ${linesAtMost} lines.`);
  const keys = ids.map((id) => warehouseKeyOf(id, "CountLine"));
  if (keys.some((key) => key.warehouseId !== warehouseId)) throw notFound("count line");
  return { kind: "LINES", lineIds: keys.map(({ rowId }) => rowId) };
}
