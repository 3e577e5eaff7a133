import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { Refusal } from "../run-task.ts";
import { type PostgresBinaries, findPostgresBinaries } from "./postgres-binaries.ts";
import {
  commandLineOf,
  identifyProcess,
  type ProcessIdentity,
  sendSignal,
  waitUntilGone,
} from "./process-identity.ts";

export type Settings = Record<string, string | number>;

export interface Cluster {
  url: string;
  port: number;
  postmaster: ProcessIdentity;
  exited: Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterPlace {
  /** The cluster's own folder; its parent must exist. */
  folder: string;
  logFile: string;
  password: string;
  /** Any free one unless a cluster returns to an address that is known already. */
  port?: number;
}

const SUPERUSER = "postgres";
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;

/** The parts of a start that do not depend on what the cluster is for. */
const COMMON_SETTINGS: Settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 100,
  timezone: "UTC",
  log_timezone: "UTC",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
};

/** Makes the cluster beside its final place, so that a killed initdb leaves nothing that looks whole. */
export async function initialiseCluster(place: ClusterPlace): Promise<void> {
  const binaries = await findPostgresBinaries();
  const partial = `${place.folder}.partial`;
  const passwordFile = `${place.folder}.password`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(passwordFile, place.password, { mode: 0o600 });
  if (binaries.account) {
    chownSync(partial, binaries.account.uid, binaries.account.gid);
    chownSync(passwordFile, binaries.account.uid, binaries.account.gid);
  }
  try {
    await runInitdb(binaries, [
      `--pgdata=${partial}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order of text on every machine, whatever its C library.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(partial, place.folder);
}

async function runInitdb(binaries: PostgresBinaries, flags: string[]): Promise<void> {
  const child = spawn(binaries.initdb, flags, {
    ...binaries.account,
    cwd: "/",
    env: postgresEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint += chunk));
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code === 0) return;
  throw new Refusal(`The embedded database could not be made: ${lastLine(complaint)}`);
}

/** Starts a cluster after stopping or clearing away whatever an earlier, killed run left of it. */
export async function startCluster(place: ClusterPlace, settings: Settings): Promise<Cluster> {
  await stopOrphan(place.folder);
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    const outcome = await tryToStart(place, settings, deadline);
    if (typeof outcome !== "string") return outcome;
    // Backends of a killed postmaster need a moment to notice; a free port may be taken meanwhile.
    const isPassing = /pre-existing shared memory|could not bind|could not create any TCP/.test(
      outcome,
    );
    if (!isPassing || Date.now() > deadline) {
      const reason = lastLine(outcome) || "it said nothing";
      throw new Refusal(
        `The embedded database did not start: ${reason} (its log is ${place.logFile}).`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function tryToStart(
  place: ClusterPlace,
  settings: Settings,
  deadline: number,
): Promise<Cluster | string> {
  const { postgres, account } = await findPostgresBinaries();
  const port = place.port ?? (await findFreePort());
  const all = { ...COMMON_SETTINGS, ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(place.logFile, "a", 0o600);
  const logStart = statSync(place.logFile).size;
  const child = spawn(postgres, ["-D", place.folder, "-p", String(port), ...flags], {
    ...account,
    cwd: "/",
    env: postgresEnvironment(),
    stdio: ["ignore", log, log],
    // In a process group of its own: Ctrl-C must reach the server first.
    detached: true,
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  if (!(await becomesReady(child, place.folder, deadline))) {
    return readFileSync(place.logFile, "utf8").slice(logStart);
  }
  child.unref();
  const postmaster = identifyProcess(child.pid ?? 0);
  if (!postmaster) return readFileSync(place.logFile, "utf8").slice(logStart);
  return {
    url: `postgresql://${SUPERUSER}:${place.password}@127.0.0.1:${port}/postgres`,
    port,
    postmaster,
    exited,
    stop: () => stopPostmaster(postmaster),
  };
}

/** postmaster.pid tells, on its eighth line, when connections are welcome; pg_ctl waits the same way. */
async function becomesReady(child: ChildProcess, folder: string, deadline: number) {
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const lines = readPostmasterFile(folder);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    if (Date.now() > deadline) {
      sendSignal(child.pid, "SIGQUIT");
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return false;
}

/** Ends a postmaster whose own command line says that it serves this very folder; no other process. */
export async function stopOrphan(folder: string): Promise<void> {
  const pid = Number(readPostmasterFile(folder)[0]);
  if (!pid) return;
  const identity = identifyProcess(pid);
  const commandLine = commandLineOf(pid) ?? [];
  if (identity && commandLine.join(" ").includes(`-D ${folder} `)) return stopPostmaster(identity);
  // The id belongs to nobody or to a stranger, and PostgreSQL would take the stranger for itself.
  rmSync(path.join(folder, "postmaster.pid"), { force: true });
}

async function stopPostmaster(postmaster: ProcessIdentity): Promise<void> {
  sendSignal(postmaster.pid, "SIGINT");
  if (await waitUntilGone(postmaster, STOP_LIMIT_MS)) return;
  sendSignal(postmaster.pid, "SIGQUIT");
  if (await waitUntilGone(postmaster, STOP_LIMIT_MS)) return;
  throw new Refusal(`The embedded database (process ${postmaster.pid}) does not stop.`);
}

function readPostmasterFile(folder: string): string[] {
  const file = path.join(folder, "postmaster.pid");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Nothing of the user's own PG* variables may reach this server. */
const postgresEnvironment = () => ({ PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" });

const lastLine = (text: string) => {
  const complaints = text.split("\n").filter((line) => /FATAL|ERROR|error:/.test(line));
  const line = complaints.at(-1) ?? text.trim().split("\n").at(-1) ?? "";
  return line.replace(/^.*?(FATAL|ERROR|error):\s*/, "").replace(/\.$/, "");
};

export function makeEnterable(folder: string): void {
  chmodSync(folder, statSync(folder).mode | 0o011);
}
