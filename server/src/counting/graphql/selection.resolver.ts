import { randomBytes } from "node:crypto";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound, Refusal } from "../../shared/refusal.ts";
import { selectLines } from "../commands/select-lines.ts";
import { loadSession } from "../queries/load-one.ts";
import { readSelection } from "../queries/read-selection.ts";
import { conditionsOf } from "./line-conditions.ts";
import { lookerOf } from "./looker.ts";
import { CountSession } from "./objects.ts";
import {
  LineSelection,
  LinesSelected,
  SelectLinesInput,
  toSelection,
} from "./selection-objects.ts";
import { toSession } from "./to-object.ts";

const tokenBytes = 24;
const exceptAtMost = 1_000;

@Resolver(() => CountSession)
export class LineSelectionResolver {
  @Mutation(() => LinesSelected, {
    description:
      "Freezes all lines that a question finds, so that something can be done with them.",
  })
  async selectLines(
    @Arg("input", () => SelectLinesInput, { description: "Which lines." }) input: SelectLinesInput,
    @Ctx() context: RequestContext,
  ): Promise<LinesSelected> {
    const { warehouseId, rowId } = warehouseKeyOf(input.sessionId, "CountSession");
    context.requireWarehouse(warehouseId, "count session");
    const session = toSession(await loadSession(context.db, warehouseId, rowId), lookerOf(context));
    const row = await selectLines(context.em, {
      warehouseId,
      sessionId: rowId,
      conditions: await conditionsOf(context, session, input.query ?? {}),
      exceptIds: exceptionsOf(warehouseId, input.exceptLineIds ?? []),
      selectedBy: context.actor.userId,
      now: context.now,
      token: randomBytes(tokenBytes).toString("base64url"),
    });
    return Object.assign(new LinesSelected(), { selection: toSelection(row) });
  }

  @FieldResolver(() => LineSelection, {
    description: "What you have selected of it, by the token.",
  })
  async selection(
    @Root() { warehouseId, rowId }: CountSession,
    @Arg("token", () => String, { description: "The token." }) token: string,
    @Ctx() { db, actor, now }: RequestContext,
  ): Promise<LineSelection> {
    const use = { warehouseId, sessionId: rowId, token, actorId: actor.userId, now };
    return toSelection(await readSelection(db, use));
  }
}

function exceptionsOf(warehouseId: number, ids: readonly string[]): number[] {
  if (ids.length > exceptAtMost)
    throw new Refusal("BAD_USER_INPUT", `Leave out at most ${exceptAtMost} lines by hand.`);
  const keys = ids.map((id) => warehouseKeyOf(id, "CountLine"));
  if (keys.some((key) => key.warehouseId !== warehouseId)) throw notFound("count line");
  return keys.map(({ rowId }) => rowId);
}
