import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { matchesWords } from "../../shared/filters.ts";
import { readPage } from "../../shared/page.ts";
import type { AuditEntryRow } from "../domain/audit-entry.ts";
import { kindsOf, sortedKinds, type AuditSubject } from "../domain/audit-subject.ts";

export interface AuditWish {
  warehouseId: number;
  sessionId: number | null;
  kinds: readonly string[] | null;
  actorId: string | null;
  from: Date | null;
  to: Date | null;
  subjects: readonly AuditSubject[] | null;
  /** Words of its text, or of who decided it. */
  search: string | null;
  afterSequence: number | null;
}

/** What was decided, the latest first. */
export function listAudit(db: Db, wish: AuditWish, page: PageArgs): Promise<Page<AuditEntryRow>> {
  const { warehouseId, sessionId, kinds, actorId, from, to, subjects, search, afterSequence } =
    wish;
  const where = [sql`e.warehouse_id = ${warehouseId}`];
  if (sessionId !== null) where.push(sql`e.session_id = ${sessionId}`);
  if (kinds) where.push(sql`e.kind = any(${[...kinds]}::text[])`);
  if (actorId !== null) where.push(sql`e.actor_id = ${actorId}`);
  if (from) where.push(sql`e.happened_at >= ${from}::timestamptz`);
  if (to) where.push(sql`e.happened_at < ${to}::timestamptz`);
  if (subjects) where.push(isAbout(subjects));
  if (afterSequence !== null) where.push(sql`e.sequence > ${afterSequence}`);
  const author = sql`coalesce((select u.name from app_user u where u.id = e.actor_id), '')`;
  where.push(...matchesWords(sql`(e.body || ' ' || ${author})`, search ?? undefined));
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

function isAbout(subjects: readonly AuditSubject[]) {
  const isSorted = sql`e.kind = any(${kindsOf(subjects)}::text[])`;
  if (!subjects.includes("OTHER")) return isSorted;
  return sql`(${isSorted} or e.kind <> all(${[...sortedKinds]}::text[]))`;
}

/** Who has decided anything in a chain, by name. */
export async function listAuditActors(db: Db, warehouseId: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select u.id from app_user u
        where exists (select from audit_entry e
          where e.warehouse_id = ${warehouseId} and e.actor_id = u.id)
        order by u.name, u.id`,
  );
  return rows.map(({ id }) => id);
}

/** The number of the last decision of a chain. */
export async function readAuditHead(db: Db, warehouseId: number): Promise<number> {
  const row = await firstRowOf<{ last: number }>(
    db,
    sql`select last_sequence as last from audit_head where warehouse_id = ${warehouseId}`,
  );
  return row?.last ?? 0;
}
