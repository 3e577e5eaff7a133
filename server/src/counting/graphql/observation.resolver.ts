import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { warehouseKeyOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { RecordedObservation } from "../commands/record-observations.ts";
import { isBlindFor, type Looker } from "../domain/blindness.ts";
import { observationOf } from "./from-input.ts";
import { lookerOf } from "./looker.ts";
import { RecordObservationsInput } from "./observation-inputs.ts";
import * as results from "./results.ts";

const entriesAtMost = 200;

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
      observations: input.observations.map((each) =>
        observationOf(warehouseId, context.actor, each),
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
