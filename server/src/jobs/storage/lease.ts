import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { JobError, JobRow } from "../domain/job.ts";
import { changeJob, isJob, type JobKey } from "./job-row.ts";

/** Who holds a job, and for how long unless he says that he is still there. */
export interface Lease {
  holder: string;
  ms: number;
}

/**
 * Leases go by the database's clock: servers that share jobs need not agree about the time. What is
 * asked, started and ended has the server's instant, like all else.
 */
const until = (ms: number) => sql`clock_timestamp() + ${ms}::float8 * interval '1 millisecond'`;

/** In the text of what every server asks once a second, for whoever reads along and counts what requests cost. */
export const lookingForWork = "/* looking for work */";

/** The oldest job that nobody works at: new, due again, or left by a server that is gone. */
export function takeJob(db: Db, { holder, ms }: Lease, now: Date): Promise<JobRow | null> {
  return changeJob(
    db,
    sql`${sql.raw(lookingForWork)} (j.state = 'WAITING' and coalesce(j.retry_at <= clock_timestamp(), true)
          or j.state = 'RUNNING' and j.lease_until < clock_timestamp())
        order by j.asked_at limit 1 for no key update skip locked`,
    sql`state = 'RUNNING', attempts = j.attempts + 1, lease_holder = ${holder},
        lease_until = ${until(ms)}, started_at = coalesce(j.started_at, ${now}::timestamptz),
        step = null, done = 0, retry_at = null`,
  );
}

const isHeld = (job: JobKey, { holder }: Lease) =>
  sql`${isJob(job)} and j.state = 'RUNNING' and j.lease_holder = ${holder}`;

/** Says that the holder is still there. Not a change that anybody is told of. */
export async function renewLease(db: Db, job: JobKey, lease: Lease): Promise<void> {
  await sql`update job j set lease_until = ${until(lease.ms)}
      where ${isHeld(job, lease)}`.execute(db);
}

/** What the holder has to know when a change of his was not taken. */
export async function isStillHeld(db: Db, job: JobKey, lease: Lease): Promise<boolean> {
  return (await firstRowOf(db, sql`select 1 from job j where ${isHeld(job, lease)}`)) !== null;
}

const goesOn = (job: JobKey, lease: Lease) =>
  sql`${isHeld(job, lease)} and not j.is_cancel_asked for no key update`;

export function saveStep(db: Db, job: JobKey, lease: Lease, step: string, done: number) {
  return changeJob(
    db,
    goesOn(job, lease),
    sql`step = ${step}, done = ${done}::int, lease_until = ${until(lease.ms)}`,
  );
}

/**
 * In the transaction of the work itself: it is done and known to be done, or neither. Null where
 * another server has taken over, or somebody has asked to stop: the work is then rolled back.
 */
export function saveDone(db: Db, job: JobKey, lease: Lease, result: object, now: Date) {
  return changeJob(
    db,
    goesOn(job, lease),
    sql`state = 'DONE', done = j.total, result = ${JSON.stringify(result)}::jsonb,
        ended_at = ${now}::timestamptz, lease_holder = null, lease_until = null`,
  );
}

/** It has come to an end without doing what was asked. */
export function saveEnd(
  db: Db,
  job: JobKey,
  lease: Lease,
  end: { state: "CANCELLED" } | { state: "REJECTED" | "FAILED"; error: JobError },
  now: Date,
) {
  const error = "error" in end ? end.error : null;
  return changeJob(
    db,
    sql`${isHeld(job, lease)} for no key update`,
    sql`state = ${end.state}, ended_at = ${now}::timestamptz, done = 0,
        error_code = ${error?.code ?? null},
        error_facts = ${error ? JSON.stringify(error.facts) : null}::jsonb,
        lease_holder = null, lease_until = null`,
  );
}

/** For the next who takes it: at once where the holder merely goes, later behind a fault. */
export function putBack(db: Db, job: JobKey, lease: Lease, retryMs: number) {
  return changeJob(
    db,
    sql`${isHeld(job, lease)} for no key update`,
    sql`state = 'WAITING', done = 0, step = null, lease_holder = null, lease_until = null,
        attempts = j.attempts - ${retryMs === 0 ? 1 : 0}::int, retry_at = ${until(retryMs)}`,
  );
}
