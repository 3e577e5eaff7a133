import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { AbcRun } from "@tallyroom/schema/operations/abc-run.ts";
import { AbcRuns } from "@tallyroom/schema/operations/abc-runs.ts";
import { AnalyseAbc } from "@tallyroom/schema/operations/analyse-abc.ts";
import { ApplyAbcRun } from "@tallyroom/schema/operations/apply-abc-run.ts";
import { SaveAbcThresholds } from "@tallyroom/schema/operations/save-abc-thresholds.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { FollowJob } from "#lib/shared/api/follow-job.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { PlanDesk } from "../plan-desk.svelte.ts";

export type AbcRunFound = ResultOf<typeof AbcRuns>["abcRuns"]["nodes"][number];
type Node = Extract<NonNullable<ResultOf<typeof AbcRun>["node"]>, { __typename: "AbcRun" }>;
export type AbcItem = Node["items"]["nodes"][number];
export type AbcClass = AbcItem["classNow"];

const ask = (warehouseId: string, seesValue: boolean) =>
  api.query(AbcRuns, { warehouseId, seesValue });
const askRun = async (asked: {
  id: string;
  seesValue: boolean;
  onlyChanged: boolean;
  abcClass: AbcClass | null;
}) => {
  const { node } = await api.query(AbcRun, asked);
  return node?.__typename === "AbcRun" ? node : undefined;
};

/** The analyses of a warehouse, and the one that is looked at. */
export class AbcDesk {
  readonly reading: Reading<Awaited<ReturnType<typeof ask>>>;
  readonly run: Reading<Awaited<ReturnType<typeof askRun>>>;
  chosenId = $state<string>();
  show = $state<"ALL" | "CHANGED" | AbcClass>("ALL");
  following = $state.raw<FollowJob>();
  rejection = $state<string>();
  readonly seesValue = $derived(session.can("view:cost"));
  readonly runs = $derived.by(() => this.reading.answer?.abcRuns.nodes ?? []);
  readonly thresholds = $derived.by(() => this.reading.answer?.abcThresholds);
  readonly chosen = $derived(this.runs.find(({ id }) => id === this.chosenId) ?? this.runs[0]);
  readonly isAnalysing = $derived(this.following !== undefined);

  constructor(private readonly desk: PlanDesk) {
    this.reading = new Reading(() => {
      const warehouse = currentWarehouse.value;
      return warehouse && ask(warehouse.id, this.seesValue);
    });
    this.run = new Reading(() => {
      const { chosen, show, seesValue } = this;
      if (!chosen) return undefined;
      const abcClass = show === "ALL" || show === "CHANGED" ? null : show;
      return askRun({ id: chosen.id, seesValue, onlyChanged: show === "CHANGED", abcClass });
    });
    $effect(() => () => this.following?.stop());
  }

  async analyse() {
    const warehouseId = currentWarehouse.value?.id ?? "";
    const answer = await this.desk.run(() => api.mutate(AnalyseAbc, { input: { warehouseId } }));
    if (!answer) return;
    this.following = new FollowJob(answer.analyseAbc.job, warehouseId, async (job) => {
      this.following = undefined;
      if (job.state !== "DONE") this.rejection = job.message;
      this.chosenId = undefined;
      await this.reading.again();
    });
  }

  async apply(run: AbcRunFound) {
    const answer = await this.desk.run(() =>
      api.mutate(ApplyAbcRun, { input: { abcRunId: run.id } }),
    );
    if (!answer) return;
    const { changedCount } = answer.applyAbcRun;
    await this.desk.changed(
      `${changedCount} ${changedCount === 1 ? "item has" : "items have"} another class now.`,
    );
    await this.reading.again();
  }

  async saveThresholds(given: {
    shareA: string;
    shareB: string;
    days: number;
    liftFromMoves: number | null;
  }): Promise<boolean> {
    this.rejection = undefined;
    const input = { warehouseId: currentWarehouse.value?.id ?? "", ...given };
    const answer = await this.desk.run(() => api.mutate(SaveAbcThresholds, { input }));
    const said = answer?.saveAbcThresholds;
    if (said?.__typename === "SaveAbcThresholdsRejected") this.rejection = said.message;
    if (said?.__typename !== "AbcThresholdsSaved") return false;
    await this.reading.again();
    return true;
  }
}
