import { randomUUID } from "node:crypto";
import type { MikroORM } from "@mikro-orm/postgresql";
import { inject } from "vitest";
import type {} from "../../tools/testing/provide-database.ts";
import { applicationRole, connect, dbOf } from "../src/database/connect.ts";
import { sql, type Db } from "../src/database/db.ts";
import { migrate } from "../src/database/migrate.ts";

export interface TestDatabase {
  url: string;
  /** As the server works: with the rights of the application's role. */
  orm: MikroORM;
  db: Db;
  /** As the owner: to prepare, and to break on purpose. */
  owner: MikroORM;
  ownerDb: Db;
  /** Every statement that the application's role has sent. */
  statements: string[];
  close(): Promise<void>;
}

/** A migrated database of its own in the run's PostgreSQL. */
export async function openTestDatabase(name: string): Promise<TestDatabase> {
  const url = new URL(inject("postgresUrl"));
  const cluster = await connect({ url: url.href, poolSize: 1, role: null });
  url.pathname = `/${name}-${randomUUID()}`;
  await sql`create database ${sql.ref(url.pathname.slice(1))}`.execute(dbOf(cluster));
  await cluster.close();
  const owner = await connect({ url: url.href, poolSize: 4, role: null });
  await migrate(owner);
  const statements: string[] = [];
  const orm = await connect({
    url: url.href,
    poolSize: 12,
    role: applicationRole,
    onStatement: (statement) => statements.push(statement),
  });
  return {
    url: url.href,
    orm,
    db: dbOf(orm),
    owner,
    ownerDb: dbOf(owner),
    statements,
    close: async () => {
      await orm.close();
      await owner.close();
    },
  };
}
