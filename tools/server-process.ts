import { spawn } from "node:child_process";
import { totalmem } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { type ProcessIdentity, identifyProcess } from "./database/process-identity.ts";
import { Refusal } from "./run-task.ts";

export const projectRoot = path.dirname(import.meta.dirname);
export const builtServer = path.join(projectRoot, "server", "dist", "main.js");

export interface DemoAccount {
  email: string;
  password: string;
  name: string;
  role: string;
}

export interface ServerProcess {
  url: string;
  demoAccounts: DemoAccount[];
  identity: ProcessIdentity | undefined;
  exited: Promise<void>;
  /** Asks the server to finish what it does; after the limit it is killed. */
  stop(limitMs?: number): Promise<void>;
  /** Ends it without a word, as a crash would. */
  kill(): void;
}

export interface ServerProcessOptions {
  environment: Record<string, string>;
  onProgress?: (text: string) => void;
  onSpawned?: (identity: ProcessIdentity) => void;
  /** Takes what the server says; without it that goes to our own output. */
  onOutput?: (stream: Readable | null) => void;
  /** Instead of the built server, one that is built anew while it is worked on. */
  bundle?: string;
  signal?: AbortSignal;
}

type Message =
  { type: "progress"; text: string } | { type: "ready"; url: string; demoAccounts?: DemoAccount[] };

const OLD_OBJECTS_MB = 1_536;
const STOP_LIMIT_MS = 10_000;
const LAST_WORDS = 10_000;

/**
 * Young objects in 16 MB, old ones in 1.5 GB or half of a small machine: on a large one Node's own choice is
 * to collect so seldom that the server holds 100 MB more, for no more speed. Whoever knows better says
 * so in the environment.
 */
function heapOptions(): string {
  const megabytes = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2 ** 20;
  const old = Math.floor(Math.min(OLD_OBJECTS_MB, megabytes / 2));
  return `--max-semi-space-size=16 --max-old-space-size=${old}`;
}

/** Starts the server as a child and waits for its word that it is ready. */
export async function launchServer(options: ServerProcessOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, ["--enable-source-maps", options.bundle ?? builtServer], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH ?? "", NODE_OPTIONS: heapOptions(), ...options.environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const complaint = keepLastWords(child.stderr);
  const show = options.onOutput ?? showOutput;
  show(child.stdout);
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async (limitMs = STOP_LIMIT_MS) => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), limitMs);
    await exited;
    clearTimeout(timer);
  };
  options.signal?.addEventListener("abort", () => void stop(), { once: true });
  const identity = child.pid === undefined ? undefined : identifyProcess(child.pid);
  if (identity) options.onSpawned?.(identity);

  const ready = await new Promise<Extract<Message, { type: "ready" }>>((resolve, reject) => {
    child.on("message", (message: Message) => {
      if (message.type === "progress") options.onProgress?.(message.text);
      if (message.type === "ready") resolve(message);
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      const reason = complaint() || `The server ended before it was ready (${signal ?? code}).`;
      reject(new Refusal(reason));
    });
  });
  // What it said before was the reason of a failure, and is told as one.
  show(child.stderr);
  return {
    url: ready.url,
    demoAccounts: ready.demoAccounts ?? [],
    identity,
    exited,
    stop,
    kill: () => void child.kill("SIGKILL"),
  };
}

function showOutput(stream: Readable | null): void {
  stream?.on("data", (chunk) => void process.stdout.write(chunk));
}

/** Enough to tell why it failed, however long it has run. */
function keepLastWords(stream: Readable | null): () => string {
  let said = "";
  stream?.on("data", (chunk) => (said = (said + chunk).slice(-LAST_WORDS)));
  return () => said.trim();
}
