import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { JobRow } from "../../jobs/domain/job.ts";
import { jobColumns } from "../../jobs/storage/job-row.ts";
import type { ImportKey } from "../domain/import-row.ts";

/** The latest that was asked for: it is under way, or says how it ended. Null where none was. */
export function findImportJob(db: Db, { warehouseId, id }: ImportKey): Promise<JobRow | null> {
  return firstRowOf<JobRow>(
    db,
    sql`select ${jobColumns} from job j
        where j.warehouse_id = ${warehouseId} and j.kind in ('CHECK_IMPORT', 'COMMIT_IMPORT')
          and (j.request ->> 'importId')::bigint = ${id}::bigint
        order by j.id desc limit 1`,
  );
}
