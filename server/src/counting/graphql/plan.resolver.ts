import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { toUser } from "../../accounts/graphql/to-object.ts";
import { loadUser } from "../../accounts/queries/load-one.ts";
import { toItem, toLocation } from "../../catalogue/graphql/to-object.ts";
import { listPeopleWhoMay } from "../../accounts/queries/list-people-who-may.ts";
import type { RequestContext } from "../../context.ts";
import { keyOf, singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { notFound, Refusal } from "../../shared/refusal.ts";
import { saveOption } from "../commands/save-option.ts";
import { updateCountSession } from "../commands/update-count-session.ts";
import { withDefaults } from "../domain/count-scope.ts";
import {
  fillFromTemplate,
  nothingAsked,
  type FilledCountSession,
} from "../domain/fill-from-template.ts";
import { estimateMinutes } from "../domain/estimate-minutes.ts";
import { choiceOf } from "../domain/choice.ts";
import { chosenBecause } from "../domain/chosen-because.ts";
import { readSessions } from "../queries/load-one.ts";
import { previewCount, previewLines } from "../queries/preview-count.ts";
import { readOptions } from "../queries/read-options.ts";
import { scopeOf, templateOf } from "./from-input.ts";
import { lookerOf } from "./looker.ts";
import {
  CountedElsewhere,
  CountOption,
  CountPreview,
  PreviewedWork,
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
import { toSession } from "./to-object.ts";

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
    const { countType, scope: asked } = await filled(context, warehouseId, input);
    if (!countType)
      throw new Refusal(
        "BAD_USER_INPUT",
        "Say how the count chooses its lines, or name a template.",
      );
    const scope = withDefaults(countType, asked, options, null);
    const planned = { warehouseId, countType, scope, passesOverHeld: true };
    const choice = choiceOf(planned, options, now);
    const figures = await previewCount(db, choice);
    const rows = await previewLines(db, choice, previewedAtMost);
    const held = rows.flatMap(({ heldBySessionId }) => heldBySessionId ?? []);
    const holding = figures.holders.map(({ sessionId }) => sessionId);
    const sessions = await readSessions(db, warehouseId, [...new Set([...held, ...holding])]);
    const looker = lookerOf(context);
    const holders = new Map(sessions.map((row) => [row.id, toSession(row, looker)]));
    const lines = await Promise.all(
      rows.map(async (row) =>
        Object.assign(new PreviewedLine(), {
          item: toItem(await loaders.item.load(row.itemId)),
          location: toLocation(await loaders.location.load(row)),
          chosenBecause: row.because && chosenBecause(row.because),
          isCountedElsewhere: row.heldBySessionId !== null,
          countedIn: holders.get(row.heldBySessionId ?? 0) ?? null,
        }),
      ),
    );
    return Object.assign(new CountPreview(), {
      lineCount: figures.lines,
      locationCount: figures.locations,
      itemCount: figures.items,
      value: figures.value,
      countedElsewhereCount: figures.countedElsewhere,
      countedElsewhere: figures.holders.flatMap(({ sessionId, lines: count }) => {
        const session = holders.get(sessionId);
        return session ? [Object.assign(new CountedElsewhere(), { session, lines: count })] : [];
      }),
      free: Object.assign(new PreviewedWork(), {
        lineCount: figures.free.lines,
        locationCount: figures.free.locations,
        itemCount: figures.free.items,
        value: figures.free.value,
        estimatedMinutes: estimateMinutes(figures.free),
      }),
      onHoldCount: figures.onHold,
      withoutCostCount: figures.withoutCost,
      estimatedMinutes: estimateMinutes(figures),
      lines,
    });
  }

  @Query(() => [User], { description: "Who may count in a warehouse, by name; at most 500." })
  async possibleCounters(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<User[]> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const ids = await listPeopleWhoMay(context.db, "update:stock-count", warehouseId);
    return Promise.all(ids.map(async (userId) => toUser(await loadUser(context.em, userId))));
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

async function filled(
  { loaders, now }: RequestContext,
  warehouseId: number,
  { templateId, countType, scope }: PreviewCountInput,
): Promise<FilledCountSession> {
  const id = templateId ? templateOf(warehouseId, templateId) : null;
  const template = id === null ? null : await loaders.countTemplate.load(id);
  if (id !== null && template?.warehouseId !== warehouseId) throw notFound("count template");
  const asked = { ...nothingAsked, countType: countType ?? undefined };
  return fillFromTemplate({ ...asked, scope: scopeOf(warehouseId, scope) }, template, now);
}
