import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { JobKind, JobRow } from "../domain/job.ts";
import { jobColumns } from "./job-row.ts";

export interface JobToAskFor {
  warehouseId: number;
  kind: JobKind;
  sessionId: number | null;
  /** Asked for again while the first has not ended, it is the same job. */
  requestKey: string;
  request: object;
  total: number;
  askedBy: string;
  now: Date;
}

/** Whoever asks rings `jobAskedTopic` and the warehouse's `jobTopic` after the commit. */
export async function askForJob(db: Db, asked: JobToAskFor): Promise<JobRow> {
  const { warehouseId, kind, sessionId, requestKey, request, total, askedBy, now } = asked;
  const before = await firstRowOf<JobRow>(
    db,
    sql`select ${jobColumns} from job j
        where j.warehouse_id = ${warehouseId} and j.kind = ${kind} and j.session_id is not distinct from ${sessionId}::bigint
          and j.request_key = ${requestKey} and j.state in ('WAITING', 'RUNNING')`,
  );
  if (before) return before;
  const job = await firstRowOf<JobRow>(
    db,
    sql`with head as (
          insert into job_head as h (warehouse_id, last_revision) values (${warehouseId}, 1)
          on conflict (warehouse_id) do update set last_revision = h.last_revision + 1
          returning h.last_revision
        )
        insert into job as j (warehouse_id, kind, session_id, request_key, request, total, asked_by,
          asked_at, revision)
        select ${warehouseId}, ${kind}, ${sessionId}::bigint, ${requestKey},
          ${JSON.stringify(request)}::jsonb, ${total}::int, ${askedBy}, ${now}::timestamptz,
          head.last_revision
        from head
        returning ${jobColumns}`,
  );
  return job as JobRow;
}
