import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { openEmbeddedDatabase } from "../../tools/embedded-database.ts";
import { migrateDatabase } from "../../tools/server-modules.ts";
import type { BenchScope } from "./figure.ts";

export interface BenchDatabase {
  /** A new database with the product's schema in it; its address. */
  create(): Promise<string>;
  /** A copy of one that nobody is connected to. */
  copy(url: string): Promise<string>;
}

/** The PostgreSQL that `npm start` would run, with its settings, on disk. */
export async function benchDatabase(scope: BenchScope): Promise<BenchDatabase> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "tallyroom-bench-"));
  scope.defer(() => rm(dataFolder, { recursive: true, force: true }));
  const database = await openEmbeddedDatabase({ dataFolder, whenRunning: "refuse" });
  scope.defer(() => database.stop());
  let made = 0;
  const make = async (template: string) => {
    made += 1;
    const url = new URL(database.url);
    url.pathname = `/bench_${made}`;
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`create database bench_${made} template ${template}`);
    await client.end();
    return url.href;
  };
  return {
    create: async () => {
      const url = await make("template1");
      await migrateDatabase(url);
      return url;
    },
    copy: (url) => make(new URL(url).pathname.slice(1)),
  };
}
