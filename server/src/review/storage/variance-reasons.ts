import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { VarianceReason } from "../domain/variance-reason.ts";

const columns = sql`r.code, r.name, r.is_active as "isActive"`;

export function listVarianceReasons(db: Db): Promise<VarianceReason[]> {
  return rowsOf<VarianceReason>(
    db,
    sql`select ${columns} from variance_reason r order by r.is_active desc, r.name`,
  );
}

export async function isReasonNameTaken(db: Db, { code, name }: VarianceReason): Promise<boolean> {
  const row = await firstRowOf(
    db,
    sql`select 1 from variance_reason where name = ${name} and code <> ${code}`,
  );
  return row !== null;
}

export async function putVarianceReason(db: Db, reason: VarianceReason): Promise<void> {
  const { code, name, isActive } = reason;
  await sql`insert into variance_reason (code, name, is_active) values (${code}, ${name}, ${isActive})
    on conflict (code) do update set name = excluded.name, is_active = excluded.is_active`.execute(
    db,
  );
}
