import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { InvestigationFacts, InvestigationRow } from "../domain/investigation.ts";

interface LineName {
  warehouseId: number;
  lineId: number;
}

const columns = sql`v.warehouse_id as "warehouseId", v.line_id as "lineId", v.revision,
  v.reason_code as "reasonCode", v.notes, v.fix, v.recorded_by as "recordedById",
  v.recorded_at as "recordedAt"`;

/** Every revision of some lines, the latest of each first. */
export function readInvestigations(db: Db, keys: readonly LineName[]): Promise<InvestigationRow[]> {
  return rowsOf<InvestigationRow>(
    db,
    sql`select ${columns}
        from unnest(${keys.map((key) => key.warehouseId)}::int[],
                    ${keys.map((key) => key.lineId)}::bigint[]) as k(warehouse_id, line_id)
        join investigation v on v.warehouse_id = k.warehouse_id and v.line_id = k.line_id
        order by v.warehouse_id, v.line_id, v.revision desc`,
  );
}

/** What a decision must know; expects that the line's session is held. */
export async function readInvestigationFacts(
  db: Db,
  { warehouseId, lineId }: LineName,
  reasonCode: string | null,
): Promise<Omit<InvestigationFacts, "isCancelled">> {
  const row = await firstRowOf<Omit<InvestigationFacts, "isCancelled">>(
    db,
    sql`select coalesce(l.quantity_variance <> 0, false) as "hasVariance",
          coalesce(v.revision, 0) as "latestRevision", v.reason_code as "latestReasonCode",
          coalesce((select r.is_active from variance_reason r where r.code = ${reasonCode}), false)
            as "isReasonActive"
        from count_line l
        left join lateral (
          select * from investigation v
          where v.warehouse_id = l.warehouse_id and v.line_id = l.id
          order by v.revision desc limit 1) v on true
        where l.warehouse_id = ${warehouseId} and l.id = ${lineId}`,
  );
  return row as Omit<InvestigationFacts, "isCancelled">;
}

export async function insertInvestigation(
  db: Db,
  sessionId: number,
  row: InvestigationRow,
): Promise<void> {
  const { warehouseId, lineId, revision, reasonCode, notes, fix } = row;
  await sql`insert into investigation (warehouse_id, line_id, revision, session_id, reason_code,
      notes, fix, recorded_by, recorded_at)
    values (${warehouseId}, ${lineId}, ${revision}, ${sessionId}, ${reasonCode}, ${notes}, ${fix},
      ${row.recordedById}, ${row.recordedAt}::timestamptz)`.execute(db);
}
