import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { toItem, toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { keyOf, singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { saveOption } from "../commands/save-option.ts";
import { updateCountSession } from "../commands/update-count-session.ts";
import { withDefaults } from "../domain/count-scope.ts";
import { estimateMinutes } from "../domain/estimate-minutes.ts";
import { moversSince } from "../domain/movers-since.ts";
import { previewCount, previewLines } from "../queries/preview-count.ts";
import { readOptions } from "../queries/read-options.ts";
import { scopeOf } from "./from-input.ts";
import { lookerOf } from "./looker.ts";
import {
  CountOption,
  CountPreview,
  OptionSaved,
  PreviewCountInput,
  PreviewedLine,
  SaveOptionInput,
  SaveOptionRejected,
  SaveOptionResult,
  toOptions,
  UpdateCountSessionInput,
  UpdateCountSessionRejected,
  UpdateCountSessionResult,
} from "./plan-objects.ts";
import { CountSessionChanged } from "./results.ts";
import { reasonOf, toSession } from "./to-object.ts";

const previewedAtMost = 100;

@Resolver()
export class PlanResolver {
  @Query(() => CountPreview, { description: "What a count would cover if it started now." })
  async countPreview(
    @Arg("input", () => PreviewCountInput, { description: "The count." }) input: PreviewCountInput,
    @Ctx() context: RequestContext,
  ): Promise<CountPreview> {
    const { db, loaders, now } = context;
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const options = await readOptions(db, warehouseId);
    const scope = withDefaults(input.countType, scopeOf(warehouseId, input.scope), options, null);
    const choice = { warehouseId, countType: input.countType, scope, movesSince: moversSince(now) };
    const figures = await previewCount(db, choice);
    const rows = await previewLines(db, choice, previewedAtMost);
    const lines = await Promise.all(
      rows.map(async (row) =>
        Object.assign(new PreviewedLine(), {
          item: toItem(await loaders.item.load(row.itemId)),
          location: toLocation(await loaders.location.load(row)),
          chosenBecause: row.because && reasonOf(row.because),
          isCountedElsewhere: row.isCountedElsewhere,
        }),
      ),
    );
    return Object.assign(new CountPreview(), {
      lineCount: figures.lines,
      locationCount: figures.locations,
      itemCount: figures.items,
      value: figures.value,
      countedElsewhereCount: figures.countedElsewhere,
      estimatedMinutes: estimateMinutes(figures),
      lines,
    });
  }

  @Query(() => [CountOption], { description: "The options in force in a warehouse." })
  async countOptions(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CountOption[]> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    return toOptions(await readOptions(context.db, warehouseId));
  }

  @Mutation(() => SaveOptionResult, {
    description: "Changes an option for counts that start from now on.",
  })
  async saveOption(
    @Arg("input", () => SaveOptionInput, { description: "The option." }) input: SaveOptionInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = input.warehouseId
      ? context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"))
      : null;
    if (warehouseId === null && context.actor.warehouseIds !== null)
      throw new Refusal(
        "FORBIDDEN",
        "An option of the company is for those who see every warehouse.",
      );
    const outcome = await saveOption(context.em, {
      code: input.code,
      warehouseId,
      value: input.isOn ?? input.number ?? input.text ?? null,
      changedBy: context.actor.userId,
      now: context.now,
    });
    if ("options" in outcome)
      return Object.assign(new OptionSaved(), { options: toOptions(outcome.options) });
    const { reason, message } = outcome.rejection;
    return SaveOptionRejected.because(reason, message);
  }

  @Mutation(() => UpdateCountSessionResult, {
    description: "Changes title, notes, deadline or counters; what is counted stays.",
  })
  async updateCountSession(
    @Arg("input", () => UpdateCountSessionInput, { description: "The count." })
    input: UpdateCountSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId } = warehouseKeyOf(input.sessionId, "CountSession");
    context.requireWarehouse(warehouseId, "count session");
    const outcome = await updateCountSession(context.em, context.server.doorbell, {
      warehouseId,
      sessionId: rowId,
      actorId: context.actor.userId,
      now: context.now,
      title: input.title?.trim(),
      deadlineAt: input.deadlineAt,
      notes: input.notes,
      assigneeIds: input.assigneeIds?.flatMap((id) => keyOf(id, "User")),
    });
    if ("session" in outcome)
      return Object.assign(new CountSessionChanged(), {
        session: toSession(outcome.session, lookerOf(context)),
      });
    const { reason, message } = outcome.rejection;
    return UpdateCountSessionRejected.because(reason, message);
  }
}
