import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { AbcClass, Item } from "../../catalogue/graphql/objects.ts";
import { toItem } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { toJob } from "../../jobs/graphql/to-object.ts";
import { PageArgs } from "../../shared/connection.ts";
import { singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { analyseAbc } from "../commands/analyse-abc.ts";
import { applyAbcRun } from "../commands/apply-abc-run.ts";
import { saveAbcThresholds } from "../commands/save-abc-thresholds.ts";
import type { AbcClass as Class } from "../domain/classify-items.ts";
import * as runs from "../queries/list-abc-runs.ts";
import { findAbcThresholds } from "../queries/find-abc-thresholds.ts";
import * as objects from "./abc-objects.ts";
import { toAbcItem, toAbcRun } from "./to-abc.ts";

@Resolver(() => objects.AbcRun)
export class AbcResolver {
  @Query(() => objects.AbcThresholds, { description: "The thresholds in force in a warehouse." })
  abcThresholds(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<objects.AbcThresholds> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    return findAbcThresholds(context.db, warehouseId);
  }

  @Query(() => objects.AbcRunConnection, { description: "The analyses, the latest first." })
  async abcRuns(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const found = await runs.listAbcRuns(context.db, warehouseId, page);
    return objects.AbcRunConnection.from(found, toAbcRun);
  }

  @Mutation(() => objects.SaveAbcThresholdsResult, {
    description: "Changes by what items are told apart, for the analyses that follow.",
  })
  async saveAbcThresholds(
    @Arg("input", () => objects.SaveAbcThresholdsInput, { description: "The thresholds." })
    { warehouseId: id, shareA, shareB, days, liftFromMoves }: objects.SaveAbcThresholdsInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const outcome = await saveAbcThresholds(context.em, {
      ...{ warehouseId, shareA, shareB, days, liftFromMoves: liftFromMoves ?? null },
      ...{ actorId: context.actor.userId, now: context.now },
    });
    if ("rejection" in outcome)
      return objects.SaveAbcThresholdsRejected.because(outcome.rejection.reason);
    return Object.assign(new objects.AbcThresholdsSaved(), { thresholds: outcome.saved });
  }

  @Mutation(() => objects.AbcAnalysisAskedFor, {
    description: "Tells items apart by what the ledger says was used: a job does it.",
  })
  async analyseAbc(
    @Arg("input", () => objects.AnalyseAbcInput, { description: "Where." })
    { warehouseId: id }: objects.AnalyseAbcInput,
    @Ctx() context: RequestContext,
  ): Promise<objects.AbcAnalysisAskedFor> {
    const { em, server, actor, now } = context;
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const asked = { warehouseId, actorId: actor.userId, now };
    const job = toJob(await analyseAbc(em, server.doorbell, asked));
    return Object.assign(new objects.AbcAnalysisAskedFor(), { job });
  }

  @Mutation(() => objects.AbcRunApplied, {
    description: "Lets the classes of an analysis hold in its warehouse from now on.",
  })
  async applyAbcRun(
    @Arg("input", () => objects.ApplyAbcRunInput, { description: "Which." })
    { abcRunId }: objects.ApplyAbcRunInput,
    @Ctx() context: RequestContext,
  ): Promise<objects.AbcRunApplied> {
    const { warehouseId, rowId: runId } = warehouseKeyOf(abcRunId, "AbcRun");
    context.requireWarehouse(warehouseId, "abc run");
    const by = { actorId: context.actor.userId, now: context.now };
    const { run, changedCount } = await applyAbcRun(context.em, { warehouseId, runId, ...by });
    return Object.assign(new objects.AbcRunApplied(), { run: toAbcRun(run), changedCount });
  }

  @FieldResolver(() => objects.AbcItemConnection, { description: "Its items, by value." })
  async items(
    @Root() run: objects.AbcRun,
    @Arg("onlyChanged", () => Boolean, {
      nullable: true,
      description: "Only what was in another class before.",
    })
    onlyChanged: boolean | null,
    @Arg("abcClass", () => AbcClass, { nullable: true, description: "Only this class." })
    abcClass: Class | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<object> {
    const { warehouseId, rowId: id, thresholds } = run;
    const asked = { onlyChanged: onlyChanged ?? false, classNow: abcClass ?? null };
    const found = await runs.listAbcItems(db, { warehouseId, id }, asked, page);
    return objects.AbcItemConnection.from(found, (row) => toAbcItem(row, thresholds));
  }

  @FieldResolver(() => [objects.AbcClassSum], { description: "Its classes." })
  classes(
    @Root() { warehouseId, rowId: id }: objects.AbcRun,
    @Ctx() { db }: RequestContext,
  ): Promise<objects.AbcClassSum[]> {
    return runs.sumAbcClasses(db, { warehouseId, id });
  }

  @FieldResolver(() => [objects.AbcPoint], { description: "About a hundred points of its curve." })
  curve(
    @Root() { warehouseId, rowId: id, itemCount }: objects.AbcRun,
    @Ctx() { db }: RequestContext,
  ): Promise<objects.AbcPoint[]> {
    return runs.readAbcCurve(db, { warehouseId, id, itemCount });
  }

  @FieldResolver(() => User, { nullable: true, description: "Who asked for it." })
  madeBy(
    @Root() { madeById }: objects.AbcRun,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, madeById);
  }

  @FieldResolver(() => User, { nullable: true, description: "Who let its classes hold." })
  appliedBy(
    @Root() { appliedById }: objects.AbcRun,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, appliedById);
  }
}

@Resolver(() => objects.AbcItem)
export class AbcItemResolver {
  @FieldResolver(() => Item, { description: "The item." })
  async item(
    @Root() { itemRowId }: objects.AbcItem,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Item> {
    return toItem(await loaders.item.load(itemRowId));
  }
}
