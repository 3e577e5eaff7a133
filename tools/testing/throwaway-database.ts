import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import {
  type Cluster,
  initialiseCluster,
  makeEnterable,
  type Settings,
  startCluster,
  stopOrphan,
} from "../database/cluster.ts";
import {
  identifyProcess,
  isStillRunning,
  type ProcessIdentity,
  sendSignal,
  waitUntilGone,
} from "../database/process-identity.ts";

const PREFIX = "tallyroom-test-";
const ROOM_IN_MEMORY_BYTES = 4 * 1024 ** 3;
const GONE_LIMIT_MS = 5_000;

/**
 * As safe as the real one, because the server refuses anything else; a test of that refusal gives
 * its own settings. The speed comes from a folder in memory, where flushing costs nothing.
 */
const SETTINGS: Settings = {
  shared_buffers: "256MB",
  work_mem: "16MB",
  max_connections: 200,
  max_wal_size: "2GB",
  jit: "off",
  log_checkpoints: "off",
};

export interface ThrowawayDatabase extends Cluster {
  /** As a machine that is cut off from its power, and comes back; its address stays. */
  killAndRestart(): Promise<void>;
}

/** A PostgreSQL of its own for one test run; `stop` leaves nothing behind. */
export async function startThrowawayDatabase(settings: Settings = {}): Promise<ThrowawayDatabase> {
  const base = chooseBase();
  await sweepAbandoned(base);
  const home = mkdtempSync(path.join(base, PREFIX));
  makeEnterable(home);
  writeFileSync(ownerFile(home), JSON.stringify(identifyProcess(process.pid)));
  const place = {
    folder: path.join(home, "database"),
    logFile: path.join(home, "database.log"),
    password: "throw-away",
  };
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    await initialiseCluster(place);
    let cluster = await startCluster(place, { ...SETTINGS, ...settings });
    const killAndRestart = async () => {
      await killWithoutAWord(cluster);
      cluster = await startCluster({ ...place, port: cluster.port }, { ...SETTINGS, ...settings });
    };
    return { ...cluster, killAndRestart, stop: () => cluster.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Held first, so that it cannot begin another process in place of one that is gone. */
async function killWithoutAWord({ url, postmaster }: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("select pid from pg_stat_activity");
  sendSignal(postmaster.pid, "SIGSTOP");
  for (const { pid } of rows) sendSignal(pid, "SIGKILL");
  sendSignal(postmaster.pid, "SIGKILL");
  await waitUntilGone(postmaster, GONE_LIMIT_MS);
}

function chooseBase(): string {
  try {
    const memory = statfsSync("/dev/shm");
    if (memory.bavail * memory.bsize >= ROOM_IN_MEMORY_BYTES) return "/dev/shm";
  } catch {
    // No such folder on this system.
  }
  return tmpdir();
}

const ownerFile = (home: string) => path.join(home, "owner.json");

/** A test run that was killed could not tidy up; the next one does it. */
async function sweepAbandoned(base: string): Promise<void> {
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(PREFIX))) {
    const home = path.join(base, name);
    if (!isAbandoned(home)) continue;
    await stopOrphan(path.join(home, "database"));
    rmSync(home, { recursive: true, force: true });
  }
}

function isAbandoned(home: string): boolean {
  try {
    if (statSync(home).uid !== process.getuid?.()) return false;
    return !isStillRunning(JSON.parse(readFileSync(ownerFile(home), "utf8")) as ProcessIdentity);
  } catch {
    // Another run is just making or removing it.
    return false;
  }
}
