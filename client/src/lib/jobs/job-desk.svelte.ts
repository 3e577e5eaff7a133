import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { CancelJob } from "@tallyroom/schema/operations/cancel-job.ts";
import { Jobs } from "@tallyroom/schema/operations/jobs.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { isOver } from "#lib/shared/api/follow-job.svelte.ts";
import { PagedReading } from "#lib/shared/api/paged-reading.svelte.ts";
import { watchJobs, type Job } from "#lib/shared/api/watch-jobs.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";

export type ListedJob = ResultOf<typeof Jobs>["jobs"]["nodes"][number];

const pageSize = 50;

/** The long tasks of the current warehouse, live. */
export class JobDesk {
  readonly reading: PagedReading<ListedJob>;
  readonly cancelling = new Changing();

  /** Call while a component starts. */
  constructor() {
    this.reading = new PagedReading((after) => {
      const warehouseId = currentWarehouse.value?.id;
      if (!warehouseId) return undefined;
      return api.query(Jobs, { warehouseId, first: pageSize, after }).then(({ jobs }) => jobs);
    });
    $effect(() => {
      const warehouseId = currentWarehouse.value?.id;
      return warehouseId ? watchJobs(warehouseId, (jobs) => this.#take(jobs)) : undefined;
    });
  }

  async cancel({ id }: ListedJob) {
    const answer = await this.cancelling.run(() => api.mutate(CancelJob, { input: { jobId: id } }));
    if (answer?.cancelJob.__typename === "CancelJobRejected") toaster.say(answer.cancelJob.message);
    else if (answer) this.#take([answer.cancelJob.job]);
  }

  #take(jobs: readonly Job[]) {
    const known = new Map(this.reading.rows.map((row) => [row.id, row]));
    // One that is new, or has ended, says more of itself than the feed does.
    const isMoreToTell = jobs.some((job) => !known.has(job.id) || isOver(job));
    const changed = jobs.flatMap((job) => {
      const row = known.get(job.id);
      return row ? [[job.id, { ...row, ...job }] as const] : [];
    });
    this.reading.replace(new Map(changed));
    if (isMoreToTell) void this.reading.again();
  }
}
