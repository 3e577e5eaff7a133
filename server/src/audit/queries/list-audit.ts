import { sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { readPage } from "../../shared/page.ts";
import type { AuditEntryRow } from "../domain/audit-entry.ts";

export interface AuditWish {
  warehouseId: number;
  sessionId: number | null;
  kinds: readonly string[] | null;
  actorId: string | null;
  from: Date | null;
  to: Date | null;
}

/** What was decided, the latest first. */
export function listAudit(
  db: Db,
  { warehouseId, sessionId, kinds, actorId, from, to }: AuditWish,
  page: PageArgs,
): Promise<Page<AuditEntryRow>> {
  const where = [sql`e.warehouse_id = ${warehouseId}`];
  if (sessionId !== null) where.push(sql`e.session_id = ${sessionId}`);
  if (kinds) where.push(sql`e.kind = any(${[...kinds]}::text[])`);
  if (actorId !== null) where.push(sql`e.actor_id = ${actorId}`);
  if (from) where.push(sql`e.happened_at >= ${from}::timestamptz`);
  if (to) where.push(sql`e.happened_at < ${to}::timestamptz`);
  return readPage<AuditEntryRow>(
    db,
    {
      columns: sql`e.warehouse_id as "warehouseId", e.sequence, e.kind, e.actor_id as "actorId",
        e.happened_at as "happenedAt", e.session_id as "sessionId", e.body, e.hash`,
      from: sql`audit_entry e`,
      where,
      order: [{ column: sql`e.sequence`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}
