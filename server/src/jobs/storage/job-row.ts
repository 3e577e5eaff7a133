import type { RawBuilder } from "kysely";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { JobRow } from "../domain/job.ts";

export const jobColumns = sql`j.warehouse_id as "warehouseId", j.id, j.kind,
  j.session_id as "sessionId", j.request, j.asked_by as "askedById", j.asked_at as "askedAt",
  j.state, j.step, j.done, j.total, j.started_at as "startedAt", j.ended_at as "endedAt", j.result,
  j.error_code as "errorCode", j.error_facts as "errorFacts",
  j.is_cancel_asked as "isCancelAsked", j.attempts, j.revision`;

/**
 * The one way in which a job changes: the job is held first and the head of its warehouse behind it,
 * so that revisions are given out in the order of commits. Null where no job is meant.
 */
export function changeJob(
  db: Db,
  which: RawBuilder<unknown>,
  change: RawBuilder<unknown>,
): Promise<JobRow | null> {
  return firstRowOf<JobRow>(
    db,
    sql`with held as materialized (
          select j.warehouse_id, j.id from job j where ${which}
        ), head as (
          insert into job_head as h (warehouse_id, last_revision)
          select warehouse_id, 1 from held
          on conflict (warehouse_id) do update set last_revision = h.last_revision + 1
          returning h.warehouse_id, h.last_revision
        )
        update job j set ${change}, revision = head.last_revision
        from held join head using (warehouse_id)
        where j.warehouse_id = held.warehouse_id and j.id = held.id
        returning ${jobColumns}`,
  );
}

export interface JobKey {
  warehouseId: number;
  id: number;
}

/** Holds a job until the transaction ends. */
export function lockJob(db: Db, { warehouseId, id }: JobKey): Promise<JobRow | null> {
  return firstRowOf<JobRow>(
    db,
    sql`select ${jobColumns} from job j
        where j.warehouse_id = ${warehouseId} and j.id = ${id} for no key update`,
  );
}

export const isJob = ({ warehouseId, id }: JobKey) =>
  sql`j.warehouse_id = ${warehouseId} and j.id = ${id}`;
