import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { hasLimit, type Limits, type SessionTolerance } from "../domain/tolerance-limits.ts";
import { limitColumns, limitsJson, limitsOf, textsOf, type LimitTexts } from "./limit-columns.ts";

interface SessionKey {
  warehouseId: number;
  sessionId: number;
}

export async function findSessionTolerance(
  db: Db,
  { warehouseId, sessionId }: SessionKey,
): Promise<SessionTolerance> {
  const row = await firstRowOf<{ version: number | null; limits: LimitTexts }>(
    db,
    sql`select t.version, ${limitsJson("t")} as limits from session_tolerance t
        where t.warehouse_id = ${warehouseId} and t.session_id = ${sessionId}`,
  );
  if (!row) return { version: null, limits: null };
  const limits = limitsOf(row.limits);
  return { version: row.version, limits: hasLimit(limits) ? limits : null };
}

export async function saveSessionLimits(
  db: Db,
  { warehouseId, sessionId }: SessionKey,
  limits: Limits | null,
): Promise<void> {
  const columns = limitColumns.map((column) => sql.ref(column));
  const texts = textsOf(limits);
  const values = limitColumns.map((column) => sql`${texts[column] ?? null}::numeric`);
  const changed = limitColumns.map(
    (column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`,
  );
  await sql`insert into session_tolerance (warehouse_id, session_id, ${sql.join(columns)})
    values (${warehouseId}, ${sessionId}, ${sql.join(values)})
    on conflict (warehouse_id, session_id) do update set ${sql.join(changed)}`.execute(db);
}

/** A count that starts is judged by the set that is in force then, whatever is saved later. */
export async function freezeTolerances(
  db: Db,
  { warehouseId, sessionId }: SessionKey,
): Promise<void> {
  await sql`insert into session_tolerance (warehouse_id, session_id, version)
    values (${warehouseId}, ${sessionId},
      (select max(version) from tolerance_set where warehouse_id = ${warehouseId}))
    on conflict (warehouse_id, session_id) do update set version = excluded.version`.execute(db);
}
