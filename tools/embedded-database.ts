import { createHash, randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import {
  type Cluster,
  type ClusterPlace,
  initialiseCluster,
  makeEnterable,
  type Settings,
} from "./database/cluster.ts";
import { canEnter, findPostgresBinaries, SYSTEM_FOLDER } from "./database/postgres-binaries.ts";
import { sendSignal, waitUntilGone } from "./database/process-identity.ts";
import {
  claimDataFolder,
  noteRunningInstance,
  readAbandonedInstance,
  releaseDataFolder,
} from "./database/running-instance.ts";
import { startSupervisedCluster } from "./database/supervised-cluster.ts";
import { Refusal } from "./run-task.ts";

export interface EmbeddedDatabase {
  url: string;
  /** Resolves when the database has ended for good; never for a joined one. */
  exited: Promise<void>;
  /** Stops the database, or only lets go of it when another process runs it. */
  stop(): Promise<void>;
}

export interface EmbeddedDatabaseOptions {
  dataFolder: string;
  /** What to do when another process already runs this folder's database. */
  whenRunning: "refuse" | "join";
  report?: (text: string) => void;
  /** How long to wait for the other process, which may be on its way out. */
  patienceMs?: number;
}

const DATABASE = "tallyroom";
const MAJOR_VERSION = "18";
const LEAVING_LIMIT_MS = 5_000;

/** Sized for a laptop that also runs other things. */
const SETTINGS: Settings = {
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  random_page_cost: 1.1,
  max_wal_size: "2GB",
  jit: "off",
  log_checkpoints: "off",
};

/** The project's own PostgreSQL: made on the first start, found again on every later one. */
export async function openEmbeddedDatabase(
  options: EmbeddedDatabaseOptions,
): Promise<EmbeddedDatabase> {
  const { dataFolder } = options;
  makeDataFolder(dataFolder);
  const joined = await claimOrJoin(options);
  if (joined) return joined;
  try {
    const cluster = await startOwnCluster(options);
    const url = await ensureDatabase(cluster);
    noteRunningInstance(dataFolder, { databaseUrl: url });
    const stop = async () => {
      await cluster.stop();
      releaseDataFolder(dataFolder);
    };
    return { url, exited: cluster.exited, stop };
  } catch (error) {
    releaseDataFolder(dataFolder);
    throw error;
  }
}

export function makeDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
    accessSync(dataFolder, constants.W_OK);
  } catch {
    throw new Refusal(
      `Tallyroom cannot write to its data folder ${dataFolder}; set TALLYROOM_DATA to a folder that you may change.`,
    );
  }
}

async function claimOrJoin(
  options: EmbeddedDatabaseOptions,
): Promise<EmbeddedDatabase | undefined> {
  const { dataFolder, whenRunning, patienceMs = LEAVING_LIMIT_MS } = options;
  await outliveAbandonedServer(dataFolder);
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const holder = claimDataFolder(dataFolder);
    if (!holder) return undefined;
    if (whenRunning === "join" && holder.databaseUrl) {
      return { url: holder.databaseUrl, exited: new Promise(() => {}), stop: async () => {} };
    }
    // The holder may be on its way out, or still starting what we want to join.
    if (Date.now() > deadline) {
      throw new Refusal(
        `Tallyroom already runs on ${dataFolder} (process ${holder.owner.pid}); stop it, or set TALLYROOM_DATA to another folder.`,
      );
    }
    await waitUntilGone(holder.owner, 250);
  }
}

/** A server whose parent was killed leaves by itself, and soon; what stays is ended here. */
async function outliveAbandonedServer(dataFolder: string): Promise<void> {
  const server = readAbandonedInstance(dataFolder)?.server;
  if (!server) return;
  if (await waitUntilGone(server, LEAVING_LIMIT_MS)) return;
  sendSignal(server.pid, "SIGKILL");
  await waitUntilGone(server, LEAVING_LIMIT_MS);
}

async function startOwnCluster(options: EmbeddedDatabaseOptions): Promise<Cluster> {
  const { dataFolder, report } = options;
  const place: ClusterPlace = {
    folder: await choosePlace(dataFolder, report),
    logFile: path.join(dataFolder, "database.log"),
    password: readOrMakePassword(dataFolder),
  };
  const versionFile = path.join(place.folder, "PG_VERSION");
  if (!existsSync(versionFile)) {
    report?.("Making the embedded PostgreSQL");
    await initialiseCluster(place);
  }
  const version = readFileSync(versionFile, "utf8").trim();
  if (version !== MAJOR_VERSION) {
    throw new Refusal(
      `The data in ${place.folder} belongs to PostgreSQL ${version}, not ${MAJOR_VERSION}; move the folder away or use DATABASE_URL.`,
    );
  }
  report?.("Starting the embedded PostgreSQL");
  return startSupervisedCluster(place, SETTINGS, (text) => report?.(text));
}

/** Root's own folders are often closed to the account PostgreSQL runs under: then it lives elsewhere. */
async function choosePlace(
  dataFolder: string,
  report: EmbeddedDatabaseOptions["report"],
): Promise<string> {
  const own = path.join(dataFolder, "database");
  const { account } = await findPostgresBinaries();
  if (!account) return own;
  makeEnterable(dataFolder);
  if (canEnter(dataFolder, account)) return own;
  const name = createHash("sha256").update(dataFolder).digest("hex").slice(0, 12);
  const elsewhere = path.join(SYSTEM_FOLDER, name);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  makeEnterable(elsewhere);
  report?.(`Keeping the database in ${elsewhere}: PostgreSQL may not enter ${dataFolder}`);
  return path.join(elsewhere, "database");
}

function readOrMakePassword(dataFolder: string): string {
  const file = path.join(dataFolder, "database-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

async function ensureDatabase(cluster: Cluster): Promise<string> {
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  try {
    const known = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (known.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    await cluster.stop();
    throw error;
  } finally {
    await client.end();
  }
  const url = new URL(cluster.url);
  url.pathname = `/${DATABASE}`;
  return url.href;
}
