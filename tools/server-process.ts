import { spawn } from "node:child_process";
import path from "node:path";
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
  /** Where the log goes; tests keep it to themselves until something fails. */
  output?: "inherit" | "collect";
  arguments?: string[];
  signal?: AbortSignal;
}

type Message =
  { type: "progress"; text: string } | { type: "ready"; url: string; demoAccounts?: DemoAccount[] };

const STOP_LIMIT_MS = 10_000;

/** Starts the server as a child and waits for its word that it is ready. */
export async function launchServer(options: ServerProcessOptions): Promise<ServerProcess> {
  const collects = options.output === "collect";
  const log = collects ? "pipe" : "inherit";
  const child = spawn(
    process.execPath,
    options.arguments ?? ["--enable-source-maps", builtServer],
    {
      cwd: projectRoot,
      env: { PATH: process.env.PATH ?? "", ...options.environment },
      stdio: ["ignore", log, "pipe", "ipc"],
    },
  );
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => {
    said += chunk;
    if (isReady && !collects) process.stderr.write(chunk);
  });
  let isReady = false;
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
      const reason = said.trim() || `The server ended before it was ready (${signal ?? code}).`;
      reject(new Refusal(reason));
    });
  });
  isReady = true;
  return {
    url: ready.url,
    demoAccounts: ready.demoAccounts ?? [],
    identity,
    exited,
    stop,
    kill: () => void child.kill("SIGKILL"),
  };
}
