import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { RecountDecision } from "../domain/decide-recount.ts";

export interface RecountRequest {
  warehouseId: number;
  sessionId: number;
  askedBy: string;
  key: string;
  /** Equal for equal content, in hexadecimal digits. */
  fingerprint: string;
  now: Date;
}

export interface StoredRequest extends RecountDecision {
  fingerprint: string;
  controlCount: number;
}

export async function findRequest(
  db: Db,
  { warehouseId, askedBy, key }: RecountRequest,
): Promise<StoredRequest | null> {
  const row = await firstRowOf<Omit<StoredRequest, "lineIds"> & { lineIds: string[] }>(
    db,
    sql`select encode(request_hash, 'hex') as fingerprint, line_ids as "lineIds", refused,
          control_count as "controlCount"
        from recount_request
        where warehouse_id = ${warehouseId} and asked_by = ${askedBy} and key = ${key}`,
  );
  return row && { ...row, lineIds: row.lineIds.map(Number) };
}

export async function insertRequest(
  db: Db,
  { warehouseId, sessionId, askedBy, key, fingerprint, now }: RecountRequest,
  { lineIds, refused, controlCount }: Omit<StoredRequest, "fingerprint">,
): Promise<void> {
  await sql`insert into recount_request
        (warehouse_id, asked_by, key, session_id, request_hash, asked_at, line_ids, refused,
        control_count)
      values (${warehouseId}, ${askedBy}, ${key}, ${sessionId}, decode(${fingerprint}, 'hex'),
        ${now}::timestamptz, ${[...lineIds]}::bigint[], ${JSON.stringify(refused)}::jsonb,
        ${controlCount})`.execute(db);
}
