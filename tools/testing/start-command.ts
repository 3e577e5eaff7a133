import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { projectRoot } from "../server-process.ts";

export interface StartCommand {
  /** What it has printed so far, both streams in order. */
  output(): string;
  /** The address it printed; fails when the command ends without one. */
  ready: Promise<string>;
  /** Its exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>;
  /** A signal to the whole group, as a terminal sends Ctrl-C. */
  signal(name: NodeJS.Signals): void;
  /** Kills the first process alone; the others have to notice. */
  killParent(): void;
}

/** Runs what `npm start` runs, as somebody at a terminal would. */
export function runStartCommand(settings: Record<string, string>): StartCommand {
  const bootstrap = path.join(projectRoot, "tools", "bootstrap.mjs");
  const child: ChildProcess = spawn(process.execPath, [bootstrap, "start"], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    // Its own process group, so that one signal reaches all of it, and only it.
    detached: true,
  });
  let output = "";
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal ?? 1));
  });
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk;
      const address = /ready after .*?(http:\/\/\S+)/.exec(output)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    void ended.then(() => reject(new Error(`It ended before it was ready:\n${output}`)));
  });
  // Whoever waits for the end alone must not be told of it twice.
  ready.catch(() => {});
  return {
    output: () => output,
    ready,
    ended,
    signal: (name) => signalGroup(child, name),
    killParent: () => void child.kill("SIGKILL"),
  };
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, name);
  } catch (error) {
    // The whole group has ended already.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
