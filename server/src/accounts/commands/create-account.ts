import { randomUUID } from "node:crypto";
import { sql, type Db } from "../../database/db.ts";

export interface NewAccount {
  name: string;
  /** Already normalised. */
  email: string;
  passwordHash: string;
  roleCodes: readonly string[];
  seesAllWarehouses: boolean;
  warehouseIds: readonly number[];
  now: Date;
}

/** Writes a person with a password, roles and warehouses; the caller's transaction keeps it whole. */
export async function createAccount(db: Db, account: NewAccount): Promise<string> {
  const id = randomUUID();
  const { name, email, passwordHash, seesAllWarehouses, now } = account;
  await sql`insert into app_user (id, name, email, email_verified, sees_all_warehouses, created_at, updated_at)
    values (${id}, ${name}, ${email}, true, ${seesAllWarehouses}, ${now}, ${now})`.execute(db);
  await sql`insert into credential (id, user_id, account_id, provider_id, password, created_at, updated_at)
    values (${randomUUID()}, ${id}, ${id}, 'credential', ${passwordHash}, ${now}, ${now})`.execute(
    db,
  );
  await addRoles(db, id, account.roleCodes);
  await addWarehouses(db, id, account.warehouseIds);
  return id;
}

export async function addRoles(db: Db, userId: string, codes: readonly string[]): Promise<void> {
  await sql`insert into user_role (user_id, role_code)
    select ${userId}, code from unnest(${[...codes]}::text[]) as given(code)
    on conflict do nothing`.execute(db);
}

export async function addWarehouses(
  db: Db,
  userId: string,
  warehouseIds: readonly number[],
): Promise<void> {
  await sql`insert into user_warehouse (user_id, warehouse_id)
    select ${userId}, id from unnest(${[...warehouseIds]}::int[]) as given(id)
    on conflict do nothing`.execute(db);
}
