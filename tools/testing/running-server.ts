import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { builtClient } from "../products/build-client.ts";
import { builtServer, type DemoAccount, launchServer } from "../server-process.ts";

export interface RunningServer {
  url: string;
  databaseUrl: string;
  demoAccounts: DemoAccount[];
  stop(): Promise<void>;
  /** Ends the server as a crash would; the database stays for a server started on it again. */
  kill(): Promise<void>;
}

export interface RunningServerOptions {
  postgresUrl: string;
  /** Without it the demonstration data is there. */
  demo?: "off";
  /** A database that exists, for instance of a server that was killed; otherwise a fresh one. */
  databaseUrl?: string;
  port?: number;
  environment?: Record<string, string>;
  /** Takes what the server says. Without it that is dropped: a request that a test lets fail is no news. */
  onOutput?: (text: string) => void;
}

const TEMPLATE = "tallyroom_demonstration";
const TEMPLATE_LOCK = 700_418;
/** The same for every server of a run: a restart must know the cookies of the one before. */
export const testSecret = "0123456789abcdef".repeat(4);

/** The built server on a database of its own, as `npm start` would run it. */
export async function startRunningServer(options: RunningServerOptions): Promise<RunningServer> {
  if (!existsSync(builtServer)) throw new Error("The server is not built; run `npm run build`.");
  const databaseUrl = options.databaseUrl ?? (await createDatabase(options));
  const dataFolder = await mkdtemp(path.join(tmpdir(), "tallyroom-data-"));
  const server = await launch(databaseUrl, dataFolder, options);
  const removeData = () => rm(dataFolder, { recursive: true, force: true });
  return {
    url: server.url,
    databaseUrl,
    demoAccounts: server.demoAccounts,
    stop: async () => {
      await server.stop();
      await removeData();
    },
    kill: async () => {
      server.kill();
      await server.exited;
      await removeData();
    },
  };
}

function launch(databaseUrl: string, dataFolder: string, options: Partial<RunningServerOptions>) {
  return launchServer({
    onOutput: (stream) => stream?.on("data", (chunk) => options.onOutput?.(String(chunk))),
    environment: {
      DATABASE_URL: databaseUrl,
      PORT: String(options.port ?? 0),
      TALLYROOM_DATA: dataFolder,
      TALLYROOM_CLIENT: builtClient,
      TALLYROOM_SECRET: testSecret,
      TALLYROOM_LOG: "warn",
      TALLYROOM_DEMO: options.demo ?? "on",
      ...options.environment,
    },
  });
}

/** A fresh database, with the demonstration in it unless that is off; answers with its address. */
export async function createDatabase(options: RunningServerOptions): Promise<string> {
  const name = `tallyroom_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client({ connectionString: options.postgresUrl });
  await client.connect();
  try {
    if (options.demo === "off") {
      await client.query(`create database ${name}`);
    } else {
      await ensureTemplate(client, options.postgresUrl);
      await client.query(`create database ${name} template ${TEMPLATE}`);
    }
  } finally {
    await client.end();
  }
  return urlOf(options.postgresUrl, name);
}

/** The demonstration is seeded once a run, by the server itself, and copied from then on. */
async function ensureTemplate(client: pg.Client, postgresUrl: string): Promise<void> {
  await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  try {
    const sql = "select 1 from pg_database where datname = $1";
    const known = await client.query(sql, [TEMPLATE]);
    if (known.rowCount) return;
    const draft = `${TEMPLATE}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    const dataFolder = await mkdtemp(path.join(tmpdir(), "tallyroom-data-"));
    const server = await launch(urlOf(postgresUrl, draft), dataFolder, {});
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
    await client.query(`alter database ${draft} rename to ${TEMPLATE}`);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  }
}

function urlOf(postgresUrl: string, database: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${database}`;
  return url.href;
}
