import type { MikroORM } from "@mikro-orm/postgresql";
import type { Pool } from "pg";
import { KnownIdentities } from "./accounts/queries/known-identities.ts";
import { createSignInLibrary } from "./accounts/storage/sign-in-library.ts";
import type { Config } from "./config.ts";
import type { Server } from "./context.ts";
import { ObservationQueue } from "./counting/commands/observation-queue.ts";
import { WarehouseLooks } from "./counting/live/follow-sessions.ts";
import { SessionFollowers } from "./counting/live/session-followers.ts";
import { checkDatabase } from "./database/check-database.ts";
import { applicationRole, connect, dbOf, describeConnectionFailure } from "./database/connect.ts";
import { firstRowOf, sql, type Db } from "./database/db.ts";
import { migrate } from "./database/migrate.ts";
import { PostgresDoorbell } from "./database/postgres-doorbell.ts";
import { RedisDoorbell } from "./database/redis-doorbell.ts";
import { prepareDemonstration } from "./demonstration/prepare-demonstration.ts";
import { StartUpError } from "./shared/start-up-error.ts";

export interface OpenServer {
  server: Server;
  close(): Promise<void>;
}

/** Checks and prepares the database as its owner, then works in it with fewer rights. */
export async function openServer(
  config: Config,
  now: () => Date,
  report: (text: string) => void,
): Promise<OpenServer> {
  const owner = await connectOrExplain(config, null, 3);
  const ownerDb = dbOf(owner);
  let demoAccounts: Server["demoAccounts"] = [];
  try {
    await checkDatabase(ownerDb);
    report("Bringing the database up to date");
    await migrate(owner);
    if (config.demo) demoAccounts = await prepareDemonstration(owner, now(), report);
  } finally {
    await owner.close();
  }
  const hasRole = await isRoleUsable(config);
  const orm = await connectOrExplain(config, hasRole ? applicationRole : null, config.poolSize);
  const db = dbOf(orm);
  const library = createSignInLibrary({
    pool: (await orm.em.getConnection().getNativeClient()) as Pool,
    db,
    secret: config.secret ?? (await readCookieSecret(db)),
    isSecure: config.publicUrl?.startsWith("https:") ?? false,
    baseUrl: config.publicUrl ?? `http://localhost:${config.port}`,
  });
  const doorbell = config.redisUrl
    ? new RedisDoorbell(config.redisUrl)
    : new PostgresDoorbell(config.databaseUrl);
  const server: Server = {
    config,
    orm,
    db,
    library,
    identities: new KnownIdentities(db, library, now),
    doorbell,
    observations: new ObservationQueue(() => orm.em, doorbell),
    sessionFollowers: new SessionFollowers(db, doorbell),
    warehouseLooks: new WarehouseLooks(db, doorbell),
    demoAccounts,
    now,
  };
  return {
    server,
    close: async () => {
      await doorbell.close();
      await orm.close();
    },
  };
}

async function connectOrExplain(
  config: Config,
  role: string | null,
  poolSize: number,
): Promise<MikroORM> {
  try {
    const orm = await connect({ url: config.databaseUrl, poolSize, role });
    await sql`select 1`.execute(dbOf(orm));
    return orm;
  } catch (error) {
    if (error instanceof StartUpError) throw error;
    throw describeConnectionFailure(config.databaseUrl, error);
  }
}

/** False on a database whose user may not create roles: the ledger's triggers are the fence there. */
async function isRoleUsable(config: Config): Promise<boolean> {
  const orm = await connect({ url: config.databaseUrl, poolSize: 1, role: null });
  try {
    const known = await firstRowOf<{ usable: boolean }>(
      dbOf(orm),
      sql`select pg_has_role(current_user, oid, 'member') as usable from pg_roles
          where rolname = ${applicationRole}`,
    );
    return known?.usable ?? false;
  } finally {
    await orm.close();
  }
}

async function readCookieSecret(db: Db): Promise<string> {
  const row = await firstRowOf<{ secret: string }>(
    db,
    sql`select cookie_secret as secret from installation`,
  );
  if (!row) throw new StartUpError("The database does not know its installation.");
  return row.secret;
}
