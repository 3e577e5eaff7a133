import { idOf } from "../../shared/opaque-id.ts";
import { sentenceOf, type JobRow } from "../domain/job.ts";
import { Job } from "./objects.ts";

export function toJob(row: JobRow): Job {
  const { warehouseId, id, sessionId, kind, askedById, askedAt, state, step, done, total } = row;
  const { startedAt, endedAt, isCancelAsked, errorCode, errorFacts } = row;
  const result = row.result as { postingId?: number } | null;
  const { importId } = (row.request ?? {}) as { importId?: number };
  return Object.assign(new Job(), {
    id: idOf("Job", warehouseId, id),
    rowId: id,
    sessionRowId: sessionId,
    postingRowId: result?.postingId ?? null,
    importId: importId === undefined ? null : idOf("Import", warehouseId, importId),
    message: sentenceOf(row),
    error: errorCode === null ? null : { code: errorCode, ...errorFacts },
    ...{ warehouseId, kind, askedById, askedAt, state, step, done, total },
    ...{ startedAt, endedAt, isCancelAsked },
  });
}
