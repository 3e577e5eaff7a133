import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { jobTopic, type JobError, type JobRow } from "../domain/job.ts";
import { isStillHeld, saveDone, saveStep, type Lease } from "./lease.ts";

/** What a handler answers with that has not done what was asked; one that has, has called `complete`. */
export type JobOutcome = { kind: "COMPLETED" } | { kind: "REJECTED"; error: JobError };

export type JobHandler = (run: JobRun) => Promise<JobOutcome>;

/** Thrown through the work to roll it back. */
export class JobHalted extends Error {
  constructor(readonly why: "CANCEL_ASKED" | "LEASE_LOST" | "CLOSING") {
    super(`A job was halted: ${why}.`);
  }
}

const stepsApartMs = 150;

/** One server at work on one job. */
export class JobRun {
  #isClosing = false;
  #saved: { step: string; at: number } | null = null;

  constructor(
    private readonly db: Db,
    private readonly doorbell: Doorbell,
    readonly job: JobRow,
    readonly lease: Lease,
    readonly now: () => Date,
  ) {}

  /** The next step throws, and what was begun is rolled back. */
  halt(): void {
    this.#isClosing = true;
  }

  /** Tells how far it is, on a connection beside the work's; throws where the work has to end. */
  async reached(step: string, done: number): Promise<void> {
    if (this.#isClosing) throw new JobHalted("CLOSING");
    const at = performance.now();
    if (this.#saved?.step === step && at < this.#saved.at + stepsApartMs) return;
    const saved = await saveStep(this.db, this.job, this.lease, step, done);
    if (!saved) throw await this.#whyNot(this.db);
    this.#saved = { step, at };
    this.doorbell.ring(jobTopic(this.job.warehouseId));
  }

  /** In the transaction of the work, as its last statement. */
  async complete(db: Db, result: object): Promise<void> {
    const saved = await saveDone(db, this.job, this.lease, result, this.now());
    if (!saved) throw await this.#whyNot(db);
  }

  async #whyNot(db: Db): Promise<JobHalted> {
    const isHeld = await isStillHeld(db, this.job, this.lease);
    return new JobHalted(isHeld ? "CANCEL_ASKED" : "LEASE_LOST");
  }
}
