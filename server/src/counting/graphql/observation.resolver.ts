import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { warehouseKeyOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { checkPaper } from "../../sheets/queries/check-paper.ts";
import type { RecordedObservation, RecordObservations } from "../commands/record-observations.ts";
import { isBlindFor, type Looker } from "../domain/blindness.ts";
import { observationOf } from "./from-input.ts";
import { lookerOf } from "./looker.ts";
import { RecordObservationsInput } from "./observation-inputs.ts";
import * as results from "./results.ts";

const entriesAtMost = 200;

type Observation = RecordObservations["observations"][number];

@Resolver()
export class ObservationResolver {
  @Mutation(() => results.ObservationsRecorded, {
    description:
      "Stores what was seen. Each entry has its own answer; a wrong one keeps none back.",
  })
  async recordObservations(
    @Arg("input", () => RecordObservationsInput, { description: "The entries." })
    input: RecordObservationsInput,
    @Ctx() context: RequestContext,
  ): Promise<results.ObservationsRecorded> {
    const { warehouseId, rowId } = warehouseKeyOf(input.sessionId, "CountSession");
    context.requireWarehouse(warehouseId, "count session");
    if (input.observations.length > entriesAtMost)
      throw new Refusal("BAD_USER_INPUT", `Send at most ${entriesAtMost} entries at once.`);
    const recorded = await context.server.observations.record({
      warehouseId,
      sessionId: rowId,
      now: context.now,
      observations: await checked(
        context,
        { warehouseId, sessionId: rowId },
        input.observations.map((each) => observationOf(warehouseId, context.actor, each)),
      ),
    });
    const looker = lookerOf(context);
    return Object.assign(new results.ObservationsRecorded(), {
      sessionId: input.sessionId,
      results: recorded.map((result, at) =>
        resultOf(warehouseId, result, input.observations[at]?.externalId ?? "", looker),
      ),
    });
  }
}

/** What came by paper, or from another person's hand: whether there are such a person and such a sheet. */
async function checked(
  { db, actor }: RequestContext,
  session: { warehouseId: number; sessionId: number },
  observations: readonly Observation[],
): Promise<readonly Observation[]> {
  const written = observations.filter(({ paper }) => paper);
  if (written.length === 0) return observations;
  const wrongOf = await checkPaper(db, { ...session, actorId: actor.userId }, written.map(saidBy));
  return observations.map((each) =>
    each.paper ? { ...each, paper: { ...each.paper, wrong: wrongOf(saidBy(each)) } } : each,
  );
}

const saidBy = ({ actorId: counterId, lineId, mode, paper }: Observation) => ({
  ...{ counterId, lineId, mode, sheetId: paper?.sheetId ?? undefined },
});

function resultOf(
  warehouseId: number,
  result: RecordedObservation,
  externalId: string,
  looker: Looker,
): object {
  const { lineId } = result;
  const line = lineId === null ? null : { warehouseId, lineId };
  const isBlindHere = isBlindFor(result, looker);
  switch (result.kind) {
    case "REJECTED":
      return Object.assign(new results.ObservationRejected(), {
        externalId,
        ...result.rejection,
      });
    case "ALREADY_RECORDED":
      return Object.assign(new results.ObservationAlreadyRecorded(), {
        externalId,
        line,
        isBlindHere,
      });
    case "KEPT":
      return result.kept.outcome === "QUARANTINED"
        ? Object.assign(new results.ObservationQuarantined(), { externalId })
        : Object.assign(new results.ObservationRecorded(), {
            externalId,
            line,
            isBehind: result.isBehind,
            isBlindHere,
          });
    default:
      return result satisfies never;
  }
}
