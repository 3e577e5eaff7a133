import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type ProcessIdentity, identifyProcess, isStillRunning } from "./process-identity.ts";

/** Who works with a data folder now; kept in the folder, readable by its owner only. */
export interface RunningInstance {
  owner: ProcessIdentity;
  databaseUrl?: string;
  server?: ProcessIdentity;
  address?: string;
}

const fileIn = (dataFolder: string) => path.join(dataFolder, "running.json");

/** Takes the folder for this process, or answers with the living process that holds it. */
export function claimDataFolder(dataFolder: string): RunningInstance | undefined {
  const owner = identifyProcess(process.pid);
  if (!owner) throw new Error("This process cannot be identified.");
  // A link comes into being whole, and only where there is none yet.
  const draft = `${fileIn(dataFolder)}.${process.pid}`;
  for (;;) {
    try {
      writeFileSync(draft, JSON.stringify({ owner }), { mode: 0o600 });
      linkSync(draft, fileIn(dataFolder));
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const holder = readRunningInstance(dataFolder);
    if (holder) return holder;
    rmSync(fileIn(dataFolder), { force: true });
  }
}

/** The living instance of a data folder; a killed one leaves its file behind, but no process. */
export function readRunningInstance(dataFolder: string): RunningInstance | undefined {
  const instance = readInstanceFile(dataFolder);
  return instance && isStillRunning(instance.owner) ? instance : undefined;
}

/** What a killed instance wrote down: its server may still be letting go of the port. */
export function readAbandonedInstance(dataFolder: string): RunningInstance | undefined {
  const instance = readInstanceFile(dataFolder);
  return instance && !isStillRunning(instance.owner) ? instance : undefined;
}

export function noteRunningInstance(dataFolder: string, facts: Partial<RunningInstance>): void {
  const known = readInstanceFile(dataFolder);
  // Whole at every moment: a reader of half a file would take the folder for abandoned.
  const draft = `${fileIn(dataFolder)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ ...known, ...facts }), { mode: 0o600 });
  renameSync(draft, fileIn(dataFolder));
}

export function releaseDataFolder(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}

function readInstanceFile(dataFolder: string): RunningInstance | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(dataFolder), "utf8")) as RunningInstance;
  } catch {
    return undefined;
  }
}
