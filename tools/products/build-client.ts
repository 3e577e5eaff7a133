import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { projectRoot } from "../server-process.ts";
import { Refusal } from "../run-task.ts";
import { buildServiceWorker } from "./build-service-worker.ts";

export const clientFolder = path.join(projectRoot, "client");
export const builtClient = path.join(clientFolder, "build");

/** Vite's own program, as the client's package knows it. */
export function viteProgram(): string {
  const require = createRequire(path.join(clientFolder, "package.json"));
  return path.join(path.dirname(require.resolve("vite/package.json")), "bin", "vite.js");
}

export async function buildClient(): Promise<void> {
  const child = spawn(process.execPath, [viteProgram(), "build", "--logLevel", "warn"], {
    cwd: clientFolder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Refusal(`${said}\nThe web client could not be built.`);
  await buildServiceWorker(clientFolder);
}
