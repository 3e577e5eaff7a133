import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { followNumbers } from "../../database/numbered-feed.ts";
import { jobTopic, type JobRow } from "../domain/job.ts";
import { readJobHead, readJobsAfter } from "../queries/list-jobs.ts";

export interface JobsFrame {
  /** Those that have changed, each once and as it now stands. */
  jobs: JobRow[];
  /** The last revision that was read. */
  position: number;
}

/** The jobs of a warehouse as they change. A job that changes again while it is told of is told again. */
export function followJobs(
  db: Db,
  doorbell: Doorbell,
  warehouseId: number,
  after: number | null,
): Promise<AsyncIterableIterator<JobsFrame>> {
  const numbered = {
    topic: jobTopic(warehouseId),
    noun: "jobs",
    readHead: () => readJobHead(db, warehouseId),
    readAfter: (revision: number, most: number) => readJobsAfter(db, warehouseId, revision, most),
    positionOf: ({ revision }: JobRow) => revision,
    frameOf: (jobs: JobRow[], position: number) => ({ jobs, position }),
  };
  return followNumbers(doorbell, numbered, after);
}
