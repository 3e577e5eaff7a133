import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { builtClient } from "../products/build-client.ts";
import { Refusal } from "../run-task.ts";
import { projectRoot } from "../server-process.ts";

export interface StartSettings {
  dataFolder: string;
  host: string;
  port: number;
  /** The user's own PostgreSQL; without it the embedded one serves. */
  databaseUrl: string | undefined;
}

/** Handed on to the server as they are, when the user has set them. */
const PASSED_ON = [
  "TALLYROOM_DEMO",
  "TALLYROOM_PUBLIC_URL",
  "TALLYROOM_POOL",
  "REDIS_URL",
  "NODE_OPTIONS",
  "NODE_EXTRA_CA_CERTS",
  "TZ",
];

export function readStartSettings(): StartSettings {
  const port = process.env.PORT || "4000";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new Refusal(`PORT must be a number between 0 and 65535, not "${port}".`);
  }
  return {
    dataFolder: dataFolder(),
    host: process.env.HOST || "127.0.0.1",
    port: Number(port),
    databaseUrl: process.env.DATABASE_URL || undefined,
  };
}

export function dataFolder(): string {
  return path.resolve(projectRoot, process.env.TALLYROOM_DATA || ".tallyroom");
}

export function serverEnvironment(
  settings: StartSettings,
  databaseUrl: string,
): Record<string, string> {
  const environment: Record<string, string> = {
    DATABASE_URL: databaseUrl,
    HOST: settings.host,
    PORT: String(settings.port),
    TALLYROOM_DATA: settings.dataFolder,
    TALLYROOM_CLIENT: process.env.TALLYROOM_CLIENT || builtClient,
    TALLYROOM_LOG: process.env.TALLYROOM_LOG || "warn",
    TALLYROOM_SECRET: process.env.TALLYROOM_SECRET || readOrMakeSecret(settings.dataFolder),
  };
  for (const name of PASSED_ON) {
    const value = process.env[name];
    if (value) environment[name] = value;
  }
  return environment;
}

/** Kept beside the data, so that people stay signed in across a restart. */
function readOrMakeSecret(folder: string): string {
  const file = path.join(folder, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
