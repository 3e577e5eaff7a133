import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { CancelJob } from "@tallyroom/schema/operations/cancel-job.ts";
import { JobFeed } from "@tallyroom/schema/operations/job-feed.ts";
import type { JobParts } from "@tallyroom/schema/operations/job-parts.ts";
import { Job as JobQuestion } from "@tallyroom/schema/operations/job.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { keepFollowing } from "#lib/shared/api/keep-following.ts";
import { patiently } from "#lib/shared/api/patiently.ts";

export type Job = ResultOf<typeof JobParts>;

/** One job, from when it was asked for to its end. */
export class FollowJob {
  job = $state.raw<Job>() as Job;
  readonly cancelling = new Changing();
  rejection = $state<string>();
  #stop: () => void;
  #isOver = false;

  constructor(job: Job, warehouseId: string, onEnd: (job: Job) => void) {
    this.job = job;
    const take = (told: Job) => {
      if (this.#isOver) return;
      this.job = told;
      if (!isOver(told)) return;
      this.stop();
      onEnd(told);
    };
    let after: string | null = null;
    this.#stop = keepFollowing(({ onWell, onProblem }) =>
      api.follow(
        JobFeed,
        { warehouseId, after },
        {
          onData: ({ jobFeed }) => {
            onWell();
            after = jobFeed.cursor;
            const told = jobFeed.jobs.find(({ id }) => id === job.id);
            if (told) take(told);
          },
          onProblem,
          cursorOf: ({ jobFeed }) => jobFeed.cursor,
        },
      ),
    );
    void this.#ask(take);
  }

  stop() {
    this.#isOver = true;
    this.#stop();
  }

  async cancel() {
    this.rejection = undefined;
    const answer = await this.cancelling.run(() =>
      api.mutate(CancelJob, { input: { jobId: this.job.id } }),
    );
    if (answer?.cancelJob.__typename === "CancelJobRejected")
      this.rejection = answer.cancelJob.message;
    else if (answer && !this.#isOver) this.job = answer.cancelJob.job;
  }

  /** What became of it before the feed began. */
  async #ask(take: (job: Job) => void) {
    const { id } = this.job;
    const answer = await patiently(
      () => api.query(JobQuestion, { id }),
      () => !this.#isOver,
    ).catch(() => undefined);
    if (answer?.job && (isOver(answer.job) || answer.job.done > this.job.done)) take(answer.job);
  }
}

export function isOver({ state }: Pick<Job, "state">): boolean {
  return state !== "WAITING" && state !== "RUNNING";
}
