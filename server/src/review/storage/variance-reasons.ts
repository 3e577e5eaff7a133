import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { VarianceReason } from "../domain/variance-reason.ts";

const columns = sql`r.code, r.name, r.is_active as "isActive"`;

export function listVarianceReasons(db: Db): Promise<VarianceReason[]> {
  return rowsOf<VarianceReason>(
    db,
    sql`select ${columns} from variance_reason r order by r.is_active desc, r.position, r.name`,
  );
}

export async function isReasonNameTaken(db: Db, { code, name }: VarianceReason): Promise<boolean> {
  const row = await firstRowOf(
    db,
    sql`select 1 from variance_reason where name = ${name} and code <> ${code}`,
  );
  return row !== null;
}

/** A new one comes last; gives the reason as it was before, if there was one. */
export async function putVarianceReason(
  db: Db,
  reason: VarianceReason,
): Promise<VarianceReason | null> {
  const { code, name, isActive } = reason;
  const before = await firstRowOf<VarianceReason>(
    db,
    sql`select ${columns} from variance_reason r where r.code = ${code} for update`,
  );
  await sql`insert into variance_reason (code, name, is_active, position)
    values (${code}, ${name}, ${isActive},
      (select coalesce(max(position), 0) + 1 from variance_reason))
    on conflict (code) do update set name = excluded.name, is_active = excluded.is_active`.execute(
    db,
  );
  return before;
}

/** Every code there is, each held: of two orders at once, one comes after the other. */
export async function lockReasonCodes(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ code: string }>(
    db,
    sql`select code from variance_reason order by code for update`,
  );
  return rows.map(({ code }) => code);
}

export async function putReasonOrder(db: Db, codes: readonly string[]): Promise<void> {
  await sql`update variance_reason r set position = o.position
    from unnest(${[...codes]}::text[]) with ordinality as o(code, position)
    where r.code = o.code`.execute(db);
}
