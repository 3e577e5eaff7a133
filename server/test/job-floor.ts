import { expect, vi } from "vitest";
import type { SessionRow } from "../src/counting/domain/rows.ts";
import { firstRowOf, sql } from "../src/database/db.ts";
import { PostgresDoorbell } from "../src/database/postgres-doorbell.ts";
import { cancelJob, type CancelJobOutcome } from "../src/jobs/commands/cancel-job.ts";
import { runCheckImport, runCommitImport } from "../src/exchange/commands/run-import-job.ts";
import { JobWorker } from "../src/jobs/commands/job-worker.ts";
import type { JobRow } from "../src/jobs/domain/job.ts";
import { followJobs } from "../src/jobs/live/follow-jobs.ts";
import { findJob } from "../src/jobs/queries/list-jobs.ts";
import type { JobRun } from "../src/jobs/storage/job-run.ts";
import { runAbcJob } from "../src/planning/commands/run-abc-job.ts";
import { postSession, type PostingOutcome } from "../src/posting/commands/post-session.ts";
import { runPostingJob } from "../src/posting/commands/run-posting-job.ts";
import type { PostingStep } from "../src/posting/storage/posting-steps.ts";
import { at } from "./counted-warehouse.ts";
import { PostingFloor } from "./posting-floor.ts";
import type { TestDatabase } from "./test-database.ts";

export const until = (holds: () => unknown) =>
  vi.waitFor(async () => expect(await holds()).toBe(true), { timeout: 30_000, interval: 20 });

interface Interruption {
  at: PostingStep;
  does: () => Promise<void>;
}

/** Counts that become stock by jobs, and the servers that work at them. */
export class JobFloor {
  readonly doorbell: PostgresDoorbell;
  readonly #workers: FloorWorker[] = [];

  constructor(
    readonly database: TestDatabase,
    readonly floor: PostingFloor,
  ) {
    this.doorbell = new PostgresDoorbell(database.url);
  }

  static async open(database: TestDatabase): Promise<JobFloor> {
    return new JobFloor(database, await PostingFloor.open(database));
  }

  /** As somebody at the desk asks for it. */
  ask({ warehouseId, id: sessionId }: SessionRow, digest: string): Promise<PostingOutcome> {
    return postSession(this.database.orm.em, this.doorbell, {
      ...{ warehouseId, sessionId, digest, accepted: [], choice: { kind: "ALL" } },
      ...{ actorId: "ines", now: at(59) },
    });
  }

  cancel({ warehouseId, id }: JobRow): Promise<CancelJobOutcome> {
    const asked = { warehouseId, id, actorId: "ines", now: at(59) };
    return cancelJob(this.database.orm.em, this.doorbell, asked);
  }

  /** A server's worker; what interrupts it happens each time it comes to that place. */
  worker(interruption?: Interruption): FloorWorker {
    const worker = new FloorWorker(this, interruption);
    this.#workers.push(worker);
    return worker;
  }

  /** It falls silent at that place: its connections are torn off and its lease runs out. */
  dyingWorker(place: PostingStep): FloorWorker & { hasDied: Promise<void> } {
    const { promise: hasDied, resolve } = Promise.withResolvers<void>();
    const worker = this.worker({
      at: place,
      does: async () => {
        await sql`update job set lease_holder = 'the dead', lease_until = now()`.execute(
          this.database.ownerDb,
        );
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and xact_start is not null
              and pid <> pg_backend_pid() and application_name = 'tallyroom'`.execute(
          this.database.ownerDb,
        );
        void worker.close();
        resolve();
      },
    });
    return Object.assign(worker, { hasDied });
  }

  async job(id: number): Promise<JobRow> {
    const { warehouseId } = this.floor.warehouse.stocked;
    const job = await findJob(this.database.db, { warehouseId, id });
    if (!job) throw new Error("There is no such job.");
    return job;
  }

  async ended(id: number): Promise<JobRow> {
    await until(async () => (await this.job(id)).endedAt !== null);
    return this.job(id);
  }

  async follow() {
    const { warehouseId } = this.floor.warehouse.stocked;
    const feed = await followJobs(this.database.db, this.doorbell, warehouseId, null);
    await feed.next();
    return {
      /** All that is told up to the first that fits. */
      until: async (fits: (job: JobRow) => boolean): Promise<JobRow[]> => {
        const told: JobRow[] = [];
        while (!told.some(fits)) {
          const { value } = await feed.next();
          told.push(...(value?.jobs ?? []));
        }
        await feed.return?.();
        return told;
      },
    };
  }

  async posted() {
    const row = await firstRowOf<{ lines: number; moves: number; postings: number }>(
      this.database.db,
      sql`select (select count(*)::int from posting_line) as lines,
            (select count(*)::int from posting_move) as moves,
            (select count(*)::int from posting) as postings`,
    );
    return row ?? { lines: -1, moves: -1, postings: -1 };
  }

  async close(): Promise<void> {
    for (const worker of this.#workers) await worker.close();
    await this.doorbell.close();
  }
}

class FloorWorker extends JobWorker {
  isWorking = false;

  constructor({ database, doorbell }: JobFloor, interruption?: Interruption) {
    super({
      db: database.db,
      doorbell,
      now: () => at(59),
      report: () => "trace",
      leaseMs: 3_000,
      handlers: {
        POST_SESSION: async (run) => {
          this.isWorking = true;
          try {
            return await runPostingJob(database.orm.em, doorbell, interrupted(run, interruption));
          } finally {
            this.isWorking = false;
          }
        },
        ANALYSE_ABC: (run) => runAbcJob(database.orm.em, run),
        CHECK_IMPORT: (run) => runCheckImport({ em: database.orm.em, db: database.db }, run),
        COMMIT_IMPORT: (run) =>
          runCommitImport({ em: database.orm.em, db: database.db, doorbell }, run),
      },
    });
  }
}

function interrupted(run: JobRun, interruption?: Interruption): JobRun {
  const { reached } = run;
  run.reached = async (step, done) => {
    if (step === interruption?.at) await interruption.does();
    await reached.call(run, step, done);
  };
  return run;
}
