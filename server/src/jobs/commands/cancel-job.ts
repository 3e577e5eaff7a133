import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { decideCancelJob, type CancelJobRejectionReason } from "../domain/decide-cancel-job.ts";
import { jobTopic, type JobRow } from "../domain/job.ts";
import { changeJob, isJob, lockJob, type JobKey } from "../storage/job-row.ts";

export interface CancelJob extends JobKey {
  actorId: string;
  now: Date;
}

export type CancelJobOutcome = { job: JobRow } | { rejection: Rejection<CancelJobRejectionReason> };

/** A job that waits is stopped at once; one that runs when its holder next looks, before he commits. */
export async function cancelJob(
  em: EntityManager,
  doorbell: Doorbell,
  input: CancelJob,
): Promise<CancelJobOutcome> {
  const { actorId, now } = input;
  const outcome = await inTransaction<CancelJobOutcome>(em, async ({ db }) => {
    const job = await lockJob(db, input);
    if (!job) throw notFound("job");
    const decision = decideCancelJob(job);
    if (decision.kind === "REJECTED") return { rejection: decision.rejection };
    if (decision.kind === "REPEATED") return { job };
    const asked = sql`is_cancel_asked = true, cancel_asked_by = ${actorId}`;
    const stopped = sql`${asked}, state = 'CANCELLED', ended_at = ${now}::timestamptz`;
    const changed = await changeJob(db, isJob(input), decision.kind === "STOP" ? stopped : asked);
    return { job: changed ?? job };
  });
  if ("job" in outcome) doorbell.ring(jobTopic(input.warehouseId));
  return outcome;
}
