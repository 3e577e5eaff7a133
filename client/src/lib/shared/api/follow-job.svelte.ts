import { CancelJob } from "@tallyroom/schema/operations/cancel-job.ts";
import { Job as JobQuestion } from "@tallyroom/schema/operations/job.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { patiently } from "#lib/shared/api/patiently.ts";
import { watchJobs, type Job } from "#lib/shared/api/watch-jobs.ts";

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
    this.#stop = watchJobs(warehouseId, (jobs) => {
      const told = jobs.find(({ id }) => id === job.id);
      if (told) take(told);
    });
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
