import type { Db } from "./db.ts";
import { firstRowOf, sql } from "./db.ts";
import { StartUpError } from "../shared/start-up-error.ts";

const oldestVersion = 15;

/** Settings with which an acknowledged count could vanish in a crash. */
const settingsThatMustBeOn = ["fsync", "full_page_writes", "synchronous_commit"] as const;

interface ServerFacts {
  version: number;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
}

export async function readServerFacts(db: Db): Promise<ServerFacts> {
  const facts = await firstRowOf<ServerFacts>(
    db,
    sql`select current_setting('server_version_num')::int / 10000 as version,
          current_setting('fsync') as fsync,
          current_setting('full_page_writes') as full_page_writes,
          current_setting('synchronous_commit') as synchronous_commit`,
  );
  if (!facts) throw new StartUpError("The database did not say what it is.");
  return facts;
}

/** The first reason not to start on this server, or null. */
export function refuseServer(facts: ServerFacts): string | null {
  if (facts.version < oldestVersion)
    return `The database is PostgreSQL ${facts.version}; Tallyroom needs ${oldestVersion} or newer.`;
  const unsafe = settingsThatMustBeOn.filter((name) => facts[name] === "off");
  if (unsafe.length > 0)
    return `The database runs with ${unsafe.map((name) => `${name}=off`).join(", ")}: a crash would lose acknowledged counts; switch ${unsafe.length > 1 ? "them" : "it"} on.`;
  return null;
}

export async function checkDatabase(db: Db): Promise<void> {
  const refusal = refuseServer(await readServerFacts(db));
  if (refusal) throw new StartUpError(refusal);
}
