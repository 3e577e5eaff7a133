import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { CancelJob } from "@tallyroom/schema/operations/cancel-job.ts";
import { JobFeed } from "@tallyroom/schema/operations/job-feed.ts";
import { Jobs } from "@tallyroom/schema/operations/jobs.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { isOver, type Job } from "#lib/shared/api/follow-job.svelte.ts";
import { keepFollowing } from "#lib/shared/api/keep-following.ts";
import { PagedReading } from "#lib/shared/api/paged-reading.svelte.ts";
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
      return warehouseId ? this.#follow(warehouseId) : undefined;
    });
  }

  async cancel({ id }: ListedJob) {
    const answer = await this.cancelling.run(() => api.mutate(CancelJob, { input: { jobId: id } }));
    if (answer?.cancelJob.__typename === "CancelJobRejected") toaster.say(answer.cancelJob.message);
    else if (answer) this.#take([answer.cancelJob.job]);
  }

  #follow(warehouseId: string): () => void {
    let after: string | null = null;
    return keepFollowing(({ onWell, onProblem }) =>
      api.follow(
        JobFeed,
        { warehouseId, after },
        {
          onData: ({ jobFeed }) => {
            onWell();
            after = jobFeed.cursor;
            this.#take(jobFeed.jobs);
          },
          onProblem,
          cursorOf: ({ jobFeed }) => jobFeed.cursor,
        },
      ),
    );
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
