import type { MikroORM } from "@mikro-orm/postgresql";
import { hashPassword } from "better-auth/crypto";
import { createAccount } from "../accounts/commands/create-account.ts";
import type { DemoAccountOffer } from "../context.ts";
import { firstRowOf, rowsOf, sql, type Db } from "../database/db.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { demonstrationAccounts } from "./demonstration-accounts.ts";
import { scheduleDemonstration } from "./schedule-demonstration.ts";
import { seedDemonstration } from "./seed-demonstration.ts";
import { startDemonstrationCount } from "./start-demonstration-count.ts";

/**
 * Puts the demonstration into an installation that nobody has set up yet, once. Returns the
 * accounts to offer: none where people have set it up themselves.
 */
export async function prepareDemonstration(
  owner: MikroORM,
  now: Date,
  report: (text: string) => void,
): Promise<DemoAccountOffer[]> {
  const accounts = await inTransaction(owner.em, async ({ db }) => {
    // Two servers that start at once wait here; the second finds it done.
    const installation = await firstRowOf<{ seededAt: Date | null }>(
      db,
      sql`select demonstration_seeded_at as "seededAt" from installation for update`,
    );
    if (!installation?.seededAt) {
      if (await isSetUp(db)) return [];
      report("Filling the demonstration warehouse");
      await seed(db, now);
    }
    return offers(db);
  });
  if (accounts.length > 0) {
    await startDemonstrationCount(owner, now);
    await scheduleDemonstration(owner, now);
  }
  return accounts;
}

async function isSetUp(db: Db): Promise<boolean> {
  const found = await firstRowOf(db, sql`select 1 from app_user limit 1`);
  return found !== null;
}

async function seed(db: Db, now: Date): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(db);
  const passwords = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const account of demonstrationAccounts) {
    const passwordHash = passwords.get(account.password) ?? (await hashPassword(account.password));
    passwords.set(account.password, passwordHash);
    const id = await createAccount(db, {
      name: account.name,
      email: account.email,
      passwordHash,
      roleCodes: [account.roleCode],
      seesAllWarehouses: account.warehouseCodes === null,
      warehouseIds: [],
      now,
    });
    ids.set(account.email, id);
  }
  await seedDemonstration(db, now, ids);
  await sql`update installation set demonstration_seeded_at = ${now}`.execute(db);
}

async function offers(db: Db): Promise<DemoAccountOffer[]> {
  const roles = await rowsOf<{ code: string; name: string }>(db, sql`select code, name from role`);
  const nameOf = new Map(roles.map((role) => [role.code, role.name]));
  return demonstrationAccounts.map(({ email, password, name, roleCode }) => ({
    email,
    password,
    name,
    role: nameOf.get(roleCode) ?? roleCode,
  }));
}
