import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Cluster, findFreePort, stopOrphan } from "../../tools/database/cluster.ts";
import { launchBrowser, openPage, type PageOptions } from "../../tools/testing/browser.ts";
import { runStartCommand, type StartCommand } from "../../tools/testing/start-command.ts";
import { startThrowawayDatabase } from "../../tools/testing/throwaway-database.ts";
import { signIn } from "./desk.ts";

/** The promise is 5 s; three times that tells a hang from a busy machine. */
const READY_AGAIN_LIMIT_MS = 15_000;

let browser: Browser;
let dataFolder: string;
let settings: Record<string, string>;
let commands: StartCommand[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), "tallyroom-start-"));
  settings = { TALLYROOM_DATA: dataFolder, PORT: String(await findFreePort()) };
  commands = [];
});

afterEach(async () => {
  for (const command of commands) {
    command.signal("SIGTERM");
    await command.ended;
  }
  await stopOrphan(path.join(dataFolder, "database"));
  await rm(dataFolder, { recursive: true, force: true });
});

function start(changes: Record<string, string> = {}): StartCommand {
  const command = runStartCommand({ ...settings, ...changes });
  commands.push(command);
  return command;
}

/** A line of the table that the start prints. */
function accountIn(output: string, role: string) {
  const line = output.split("\n").find((text) => text.trim().toLowerCase().startsWith(role));
  const [, email = "", password = ""] = line?.trim().split(/ {3,}/) ?? [];
  return { email, password };
}

async function openDesk(address: string, output: string, options: PageOptions = {}) {
  const { page } = await openPage(browser, { baseURL: address, ...options });
  await page.goto("/");
  const { email, password } = accountIn(output, "supervisor");
  await signIn(page, email, password);
  await page.getByRole("heading", { name: "Stock", level: 1 }).waitFor();
  const pill = page.getByTitle("Connection to the server");
  await pill.getByText("Live").waitFor();
  return { page, pill };
}

/** One sentence, told after the progress, and a failure for whoever started it. */
async function refusalOf(command: StartCommand): Promise<string> {
  expect(await command.ended).toBe(1);
  const lines = command.output().split("\n");
  const told = lines.filter((line) => line && !/^ *\d+\.\d s {2}/.test(line));
  expect(told).toHaveLength(1);
  return told[0] ?? "";
}

async function occupy(port: number): Promise<Server> {
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(port, "127.0.0.1", resolve));
  return occupant;
}

describe("npm start", () => {
  test(
    "reaches a signed-in page, and does so again after everything was killed",
    { timeout: 240_000 },
    async () => {
      const first = start();
      const address = await first.ready;
      const { pill } = await openDesk(address, first.output(), {
        expectedProblems: [/WebSocket|ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE/],
      });

      first.signal("SIGKILL");
      await first.ended;
      await pill.getByText("Reconnecting").waitFor();
      const killedAt = performance.now();
      const second = start();
      expect(await second.ready).toBe(address);
      const readyAgainMs = performance.now() - killedAt;
      console.log(`ready ${(readyAgainMs / 1000).toFixed(1)} s after everything was killed`);
      expect(readyAgainMs).toBeLessThan(READY_AGAIN_LIMIT_MS);
      const { page } = await openDesk(address, second.output());
      // The page that was left open has found its way back.
      await pill.getByText("Live").waitFor();
      // Closed before its server is stopped: it would miss it.
      await page.close();
    },
  );

  test("ends at Ctrl-C with nothing left behind", { timeout: 120_000 }, async () => {
    const command = start({ TALLYROOM_DEMO: "off" });
    const address = await command.ready;
    const file = path.join(dataFolder, "database", "postmaster.pid");
    expect(await readFile(file, "utf8")).toContain("ready");
    command.signal("SIGINT");
    expect(await command.ended).toBe(0);
    expect(command.output()).toContain("Stopped");
    await expect(fetch(address)).rejects.toThrow();
    await expect(readFile(file)).rejects.toThrow(/ENOENT/);
    expect(command.output()).not.toMatch(/error/i);
  });

  test("stops all when only its parent is killed", { timeout: 120_000 }, async () => {
    const command = start({ TALLYROOM_DEMO: "off" });
    const address = await command.ready;
    command.killParent();
    const isGone = () =>
      fetch(address).then(
        () => false,
        () => true,
      );
    await expect.poll(isGone, { timeout: 15_000 }).toBe(true);
  });
});

describe("npm start refuses in one sentence", { timeout: 120_000 }, () => {
  test("a port that is taken", async () => {
    const occupant = await occupy(Number(settings.PORT));
    const refusal = await refusalOf(start());
    expect(refusal).toBe(
      `Port ${settings.PORT} is taken; stop what uses it, or set PORT to another number.`,
    );
    occupant.close();
  });

  test("a data folder that it may not write", async () => {
    // Root may write everywhere, but not below a file.
    await writeFile(path.join(dataFolder, "file"), "");
    const refusal = await refusalOf(start({ TALLYROOM_DATA: path.join(dataFolder, "file", "x") }));
    expect(refusal).toMatch(/^Tallyroom cannot write to its data folder .*\.$/);
  });

  test("a database that does not answer", async () => {
    const nowhere = `postgresql://somebody:secret@127.0.0.1:${await findFreePort()}/stock`;
    const refusal = await refusalOf(start({ DATABASE_URL: nowhere }));
    expect(refusal).toMatch(/^[A-Z].*\.$/);
    expect(refusal).not.toContain("secret");
  });

  describe("T6: a database that may lose what it has acknowledged", () => {
    let unsafe: Cluster;
    beforeAll(async () => {
      unsafe = await startThrowawayDatabase({ fsync: "off" });
    });
    afterAll(() => unsafe.stop());

    test("naming the setting", async () => {
      expect(await refusalOf(start({ DATABASE_URL: unsafe.url }))).toContain("fsync");
    });
  });
});
