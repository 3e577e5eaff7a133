import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { stopOrphan } from "./database/cluster.ts";
import { identifyProcess, isStillRunning, waitUntilGone } from "./database/process-identity.ts";
import { type EmbeddedDatabase, openEmbeddedDatabase } from "./embedded-database.ts";

let dataFolder: string;
let opened: EmbeddedDatabase[];

beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), "tallyroom-embedded-"));
  opened = [];
});

afterEach(async () => {
  for (const database of opened.reverse()) await database.stop();
  await stopOrphan(path.join(dataFolder, "database"));
  rmSync(dataFolder, { recursive: true, force: true });
});

async function open(whenRunning: "refuse" | "join" = "refuse"): Promise<EmbeddedDatabase> {
  const database = await openEmbeddedDatabase({ dataFolder, whenRunning, patienceMs: 300 });
  opened.push(database);
  return database;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

const postmasterPid = () => {
  const file = path.join(dataFolder, "database", "postmaster.pid");
  return Number(readFileSync(file, "utf8").split("\n")[0]);
};

/** Another process opens the database, says so, and waits to be killed. */
async function openElsewhere() {
  const script = `
    const { openEmbeddedDatabase } = await import(${JSON.stringify(path.join(import.meta.dirname, "embedded-database.ts"))});
    await openEmbeddedDatabase({ dataFolder: ${JSON.stringify(dataFolder)}, whenRunning: "refuse" });
    process.send("open");
    setInterval(() => {}, 1000);
  `;
  const flags = ["--experimental-strip-types", "--input-type=module", "--eval", script];
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await new Promise((resolve) => child.once("message", resolve));
  return {
    kill: () =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGKILL");
      }),
  };
}

describe("the embedded database", { timeout: 20_000 }, () => {
  test("keeps what it was told, and its settings are the safe ones", async () => {
    const first = await open();
    await ask(first.url, "create table kept as select 12 as quantity");
    await first.stop();
    const second = await open();
    expect(await ask(second.url, "select quantity from kept")).toBe(12);
    for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
      expect(await ask(second.url, `show ${setting}`), setting).toBe("on");
    }
    expect(await ask(second.url, "show server_encoding")).toBe("UTF8");
  });

  test("is open to nobody without the password, which only its owner may read", async () => {
    const { url } = await open();
    const stranger = new URL(url);
    stranger.password = "guessed";
    await expect(ask(stranger.href, "select 1")).rejects.toThrow(/password authentication failed/);
    expect(statSync(path.join(dataFolder, "database-password")).mode & 0o077).toBe(0);
    expect(statSync(path.join(dataFolder, "running.json")).mode & 0o077).toBe(0);
  });

  test("recovers when whoever started it was killed and left it running", async () => {
    const elsewhere = await openElsewhere();
    const orphan = identifyProcess(postmasterPid());
    await elsewhere.kill();
    expect(orphan && isStillRunning(orphan)).toBe(true);
    const { url } = await open();
    expect(await ask(url, "select 1")).toBe(1);
    expect(orphan && isStillRunning(orphan)).toBe(false);
  });

  test("leaves a stranger alone whose process id stands in a stale file", async () => {
    await (await open()).stop();
    const stranger = spawn("sleep", ["60"]);
    const identity = identifyProcess(stranger.pid ?? 0);
    const file = path.join(dataFolder, "database", "postmaster.pid");
    writeFileSync(file, `${stranger.pid}\n${dataFolder}/database\n`);
    const { url } = await open();
    expect(await ask(url, "select 1")).toBe(1);
    expect(identity && isStillRunning(identity)).toBe(true);
    stranger.kill();
  });

  test("makes a cluster anew whose making was cut off", async () => {
    mkdirSync(path.join(dataFolder, "database.partial"));
    writeFileSync(path.join(dataFolder, "database.partial", "PG_VERSION"), "18\n");
    const { url } = await open();
    expect(await ask(url, "select 1")).toBe(1);
  });

  test("comes back at the same address when it is killed alone", async () => {
    const { url } = await open();
    // One that dies at once is given up; this one has lived long enough to be worth another start.
    const lived = identifyProcess(postmasterPid());
    await ask(url, "select pg_sleep(2.1)");
    process.kill(postmasterPid(), "SIGKILL");
    expect(lived && (await waitUntilGone(lived, 5_000))).toBe(true);
    const answer = async () => ask(url, "select 1").catch(() => undefined);
    await expect.poll(answer, { timeout: 10_000 }).toBe(1);
  });

  test("is used by one start at a time, and joined by who only asks it", async () => {
    const elsewhere = await openElsewhere();
    await expect(open()).rejects.toThrow(/already runs on .*; stop it, or set TALLYROOM_DATA/);
    const joined = await open("join");
    expect(await ask(joined.url, "select 1")).toBe(1);
    await joined.stop();
    expect(await ask(joined.url, "select 1")).toBe(1);
    await elsewhere.kill();
  });

  test("says in one sentence that a folder cannot be written", async () => {
    // Root may write everywhere, but not below a file.
    writeFileSync(path.join(dataFolder, "file"), "");
    dataFolder = path.join(dataFolder, "file", "data");
    await expect(open()).rejects.toThrow(
      `Tallyroom cannot write to its data folder ${dataFolder}; set TALLYROOM_DATA to a folder that you may change.`,
    );
    dataFolder = path.dirname(path.dirname(dataFolder));
  });

  test("does not touch the data of another PostgreSQL version", async () => {
    await (await open()).stop();
    writeFileSync(path.join(dataFolder, "database", "PG_VERSION"), "15\n");
    await expect(open()).rejects.toThrow(/belongs to PostgreSQL 15, not 18/);
  });
});
