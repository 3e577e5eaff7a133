import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { readPage } from "../../shared/page.ts";
import type { JobRow } from "../domain/job.ts";
import { isJob, jobColumns, type JobKey } from "../storage/job-row.ts";

/** The latest first. */
export function listJobs(db: Db, warehouseId: number, page: PageArgs): Promise<Page<JobRow>> {
  return readPage<JobRow>(
    db,
    {
      columns: jobColumns,
      from: sql`job j`,
      where: [sql`j.warehouse_id = ${warehouseId}`],
      order: [{ column: sql`j.id`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}

export function findJob(db: Db, key: JobKey): Promise<JobRow | null> {
  return firstRowOf<JobRow>(db, sql`select ${jobColumns} from job j where ${isJob(key)}`);
}

/** Jobs that have changed behind a revision, each as it now stands, in the order of their last changes. */
export function readJobsAfter(
  db: Db,
  warehouseId: number,
  revision: number,
  most: number,
): Promise<JobRow[]> {
  return rowsOf<JobRow>(
    db,
    sql`select ${jobColumns} from job j
        where j.warehouse_id = ${warehouseId} and j.revision > ${revision}
        order by j.revision limit ${most}`,
  );
}

export async function readJobHead(db: Db, warehouseId: number): Promise<number> {
  const head = await firstRowOf<{ revision: number }>(
    db,
    sql`select last_revision as revision from job_head where warehouse_id = ${warehouseId}`,
  );
  return head?.revision ?? 0;
}
