import { type ChildProcess, spawn } from "node:child_process";
import { projectRoot } from "./server-process.ts";

export interface CommandResult {
  code: number;
  output: string;
}

export interface CommandOptions {
  cwd?: string;
  environment?: Record<string, string | undefined>;
}

/** Runs a program of ours to its end and keeps what it said. */
export function collectCommand(
  command: string[],
  { cwd = projectRoot, environment }: CommandOptions = {},
): Promise<CommandResult> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program that talks to the user itself; answers with its exit code. */
export function followCommand(
  command: string[],
  { cwd = projectRoot, environment }: CommandOptions = {},
): Promise<number> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: "inherit",
  });
  const passOn = passSignals(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      passOn.end();
      resolve(code ?? 1);
    });
  });
}

/** While a child does the work, a signal is its business; we end with it. */
export function passSignals(child: ChildProcess): { end(): void } {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  const leave = () => void child.kill("SIGTERM");
  for (const signal of signals) process.on(signal, pass);
  process.on("disconnect", leave);
  process.channel?.unref();
  return {
    end: () => {
      for (const signal of signals) process.off(signal, pass);
      process.off("disconnect", leave);
    },
  };
}
