import { randomUUID } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import type { Server } from "./context.ts";
import { runCheckImport, runCommitImport } from "./exchange/commands/run-import-job.ts";
import { JobWorker } from "./jobs/commands/job-worker.ts";
import { runAbcJob } from "./planning/commands/run-abc-job.ts";
import { runPostingJob } from "./posting/commands/run-posting-job.ts";

/** This server takes its share of the jobs that are waiting in the database. */
export function startJobs({ db, doorbell, orm, now }: Server, log: FastifyBaseLogger): JobWorker {
  const worker = new JobWorker({
    ...{ db, doorbell, now },
    handlers: {
      POST_SESSION: (run) => runPostingJob(orm.em, doorbell, run),
      ANALYSE_ABC: (run) => runAbcJob(orm.em, run),
      CHECK_IMPORT: (run) => runCheckImport({ em: orm.em, db }, run),
      COMMIT_IMPORT: (run) => runCommitImport({ em: orm.em, db, doorbell }, run),
    },
    report: (error) => {
      const traceId = randomUUID();
      log.error({ err: error, traceId }, "A job failed.");
      return traceId;
    },
  });
  worker.start();
  return worker;
}
