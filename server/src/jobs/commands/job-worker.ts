import { randomUUID } from "node:crypto";
import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { jobAskedTopic, jobTopic, type JobKind } from "../domain/job.ts";
import { JobHalted, JobRun, type JobHandler } from "../storage/job-run.ts";
import { putBack, renewLease, saveEnd, takeJob } from "../storage/lease.ts";

export interface JobWorkerParts {
  db: Db;
  doorbell: Doorbell;
  handlers: Record<JobKind, JobHandler>;
  now: () => Date;
  /** Of a fault; it answers with the trace under which it was noted. */
  report: (error: unknown) => string;
  leaseMs?: number;
}

const attemptsAtMost = 5;
const renewalsInALease = 3;

/**
 * Takes one job after the other while this server lives. Several servers share the jobs of a database:
 * a job has one holder, who says every other second that he is there; where he falls silent, another
 * begins it anew. What the silent one still does is rolled back, for he can complete it no more.
 */
export class JobWorker {
  readonly #parts: JobWorkerParts;
  readonly #lease: { holder: string; ms: number };
  #stopListening: () => void = () => undefined;
  #working: Promise<void> | null = null;
  #run: JobRun | null = null;
  #isClosing = false;
  #isDatabaseAway = false;

  constructor(parts: JobWorkerParts) {
    this.#parts = parts;
    this.#lease = { holder: randomUUID(), ms: parts.leaseMs ?? 6_000 };
  }

  start(): void {
    this.#stopListening = this.#parts.doorbell.listen(jobAskedTopic, () => this.#wake());
    this.#wake();
  }

  /** What is under way is rolled back and left to another. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#stopListening();
    this.#run?.halt();
    await this.#working;
  }

  #wake(): void {
    if (this.#isClosing) return;
    this.#working ??= this.#workWhileThereIsWork().finally(() => (this.#working = null));
  }

  async #workWhileThereIsWork(): Promise<void> {
    const { db, doorbell, now } = this.#parts;
    try {
      while (!this.#isClosing) {
        const job = await takeJob(db, this.#lease, now());
        this.#isDatabaseAway = false;
        if (!job) return;
        doorbell.ring(jobTopic(job.warehouseId));
        await this.#work(new JobRun(db, doorbell, job, this.#lease, now));
        doorbell.ring(jobTopic(job.warehouseId));
      }
    } catch (error) {
      // The database is away: the bell rings again within a second, and a lease runs out by itself.
      if (!this.#isDatabaseAway) this.#parts.report(error);
      this.#isDatabaseAway = true;
    }
  }

  async #work(run: JobRun): Promise<void> {
    const { db, handlers } = this.#parts;
    const { job } = run;
    this.#run = run;
    const renewal = setInterval(() => {
      renewLease(db, job, this.#lease).catch(() => undefined);
    }, this.#lease.ms / renewalsInALease);
    try {
      if (job.isCancelAsked) throw new JobHalted("CANCEL_ASKED");
      if (job.attempts > attemptsAtMost)
        throw new Error("Every server that took this job is gone.");
      const outcome = await handlers[job.kind](run);
      if (outcome.kind === "REJECTED")
        await saveEnd(db, job, this.#lease, { state: "REJECTED", error: outcome.error }, run.now());
    } catch (error) {
      await this.#afterFault(run, error);
    } finally {
      clearInterval(renewal);
      this.#run = null;
    }
  }

  async #afterFault({ job, now }: JobRun, error: unknown): Promise<void> {
    const { db, report } = this.#parts;
    const why = error instanceof JobHalted ? error.why : "FAULT";
    switch (why) {
      case "LEASE_LOST":
        return;
      case "CLOSING":
        await putBack(db, job, this.#lease, 0);
        return;
      case "CANCEL_ASKED":
        await saveEnd(db, job, this.#lease, { state: "CANCELLED" }, now());
        return;
      case "FAULT": {
        const trace = report(error);
        if (job.attempts < attemptsAtMost) {
          await putBack(db, job, this.#lease, 100 * 2 ** job.attempts);
          return;
        }
        const message = `Something went wrong on our side; nothing was changed. Trace ${trace}.`;
        const end = { code: "INTERNAL", facts: { message, counts: [] } };
        await saveEnd(db, job, this.#lease, { state: "FAILED", error: end }, now());
      }
    }
  }
}
