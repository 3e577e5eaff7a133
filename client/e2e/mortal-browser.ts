import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { findChromium } from "../../tools/testing/chromium.ts";

const opensWithinMs = 20_000;

/** A browser with a profile on the disk, that can be killed as a battery that is pulled kills it. */
export class MortalBrowser {
  #child: ChildProcess | undefined;
  #browser: Browser | undefined;

  private constructor(private readonly profile: string) {}

  static async create(): Promise<MortalBrowser> {
    const mortal = new MortalBrowser(await mkdtemp(path.join(tmpdir(), "tallyroom-phone-")));
    onTestFinished(async () => {
      await mortal.kill();
      await rm(mortal.profile, { recursive: true, force: true });
    });
    return mortal;
  }

  async open(): Promise<Page> {
    const { executablePath, environment } = await findChromium();
    const child = spawn(
      executablePath,
      [
        ...["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"],
        ...["--remote-debugging-port=0", `--user-data-dir=${this.profile}`],
        ...["--window-size=360,640", "about:blank"],
      ],
      { env: { ...process.env, ...environment }, stdio: ["ignore", "ignore", "pipe"] },
    );
    this.#child = child;
    this.#browser = await chromium.connectOverCDP(await addressOf(child));
    const [context] = this.#browser.contexts();
    const page = context?.pages()[0] ?? (await context?.newPage());
    if (!page) throw new Error("The browser has no page.");
    await page.setViewportSize({ width: 360, height: 640 });
    return page;
  }

  /** As people close it: what it holds in memory goes to the disk. */
  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    const session = await this.#browser?.newBrowserCDPSession();
    await session?.send("Browser.close");
    await ended;
  }

  /** Without any farewell. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    await this.#browser?.close().catch(() => undefined);
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`No browser: ${said}`)), opensWithinMs);
    child.stderr?.on("data", (chunk) => {
      said += String(chunk);
      const address = /ws:\/\/\S+/.exec(said)?.[0];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
