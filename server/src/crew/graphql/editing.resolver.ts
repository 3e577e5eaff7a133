import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound } from "../../shared/refusal.ts";
import { reportEditing } from "../commands/report-editing.ts";
import { heartbeatMs } from "../domain/heartbeat.ts";
import { sessionOf } from "./crew-verbs.resolver.ts";
import { ReportEditingInput } from "./inputs.ts";
import { EditingReported } from "./results.ts";

@Resolver()
export class EditingResolver {
  @Mutation(() => EditingReported, {
    description:
      "Tells whoever looks at the same count into which line somebody writes. It is of the moment: said again with each beat, and over when it is not.",
  })
  async reportEditing(
    @Arg("input", () => ReportEditingInput, { description: "What is written into." })
    { sessionId: id, lineId, part }: ReportEditingInput,
    @Ctx() context: RequestContext,
  ): Promise<EditingReported> {
    const session = await sessionOf(context, id);
    const edited = lineId ? { lineId: lineOf(session, lineId), part: part ?? "FOUND" } : null;
    const isKnown = await reportEditing(context.em, context.server.doorbell, {
      ...session,
      userId: context.actor.userId,
      edited,
      now: context.now,
    });
    if (!isKnown) throw notFound("count line");
    return Object.assign(new EditingReported(), { heartbeatMs });
  }
}

function lineOf({ warehouseId }: { warehouseId: number }, id: string): number {
  const line = warehouseKeyOf(id, "CountLine");
  if (line.warehouseId !== warehouseId) throw notFound("count line");
  return line.rowId;
}
