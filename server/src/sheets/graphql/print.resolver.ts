import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { placeIn } from "../../counting/graphql/place-in.ts";
import { keyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { printCountSheet } from "../commands/print-count-sheet.ts";
import {
  CountSheetPrinted,
  PrintCountSheetInput,
  PrintCountSheetRejected,
  PrintCountSheetResult,
} from "./objects.ts";
import { toSheet } from "./to-object.ts";

@Resolver()
export class PrintSheetResolver {
  @Mutation(() => PrintCountSheetResult, {
    description: "Puts lines of a count on paper, in walking order; its files are had at its path.",
  })
  async printCountSheet(
    @Arg("input", () => PrintCountSheetInput, { description: "What goes on it." })
    input: PrintCountSheetInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId: sessionId } = warehouseKeyOf(input.sessionId, "CountSession");
    context.requireWarehouse(warehouseId, "count session");
    const { locationId, claimedById } = input;
    const outcome = await printCountSheet(context.em, {
      ...{ warehouseId, sessionId, actorId: context.actor.userId, now: context.now },
      looker: lookerOf(context),
      asked: {
        locationId:
          locationId == null ? null : await placeIn(context.loaders, warehouseId, locationId),
        claimedById: claimedById == null ? null : (keyOf(claimedById, "User")[0] ?? ""),
        isRestOnly: input.isRestOnly ?? false,
        showsBooks: input.showsBooks ?? false,
      },
    });
    if ("sheet" in outcome)
      return Object.assign(new CountSheetPrinted(), { sheet: toSheet(outcome.sheet) });
    return PrintCountSheetRejected.because(outcome.rejection.reason, outcome.rejection.message);
  }
}
