import { gzipSync } from "node:zlib";
import type { Browser, CDPSession, Page } from "playwright-core";
import {
  noteFirstPaint,
  scrollGrid,
  type Scrolled,
  untilViewIsPainted,
} from "./inside-the-page.ts";
import type { SeededServer } from "./seeded-server.ts";

/** A row of the grid whose line is there, and a bin of the map that somebody can read. */
export const shown = {
  grid: '[role="grid"] tbody tr[aria-rowindex]:not([aria-busy])',
  board: "[data-tile]",
};

/** The desk in Chromium, with a watch that runs inside the page: what it tells is what people wait. */
export class BoardPage {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  #scriptBytes = 0;

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
    page.on("response", (response) => {
      if (!/javascript/u.test(response.headers()["content-type"] ?? "")) return;
      void response.body().then(
        (body) => (this.#scriptBytes += gzipSync(body, { level: 9 }).length),
        () => undefined,
      );
    });
  }

  static async open(browser: Browser): Promise<BoardPage> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    // What runs benches marks the names of functions with a helper that a page does not have.
    await page.addInitScript("globalThis.__name ??= (given) => given");
    await page.addInitScript(noteFirstPaint, shown);
    return new BoardPage(page, await context.newCDPSession(page));
  }

  /** Milliseconds from the click on Sign in until what is asked for is painted. */
  async signIn(server: SeededServer, path: string, wanted: keyof typeof shown): Promise<number> {
    const page = this.#page;
    await page.goto(`${server.url}/sign-in?return=${encodeURIComponent(path)}`);
    await page.getByLabel("E-mail").fill(server.administrator.email);
    await page.getByLabel("Password", { exact: true }).fill(server.administrator.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForFunction((key) => sessionStorage.getItem(key) !== null, `painted ${wanted}`);
    return page.evaluate(
      (key) => Number(sessionStorage.getItem(key)) - Number(sessionStorage.getItem("clicked")),
      `painted ${wanted}`,
    );
  }

  get scriptKilobytes(): number {
    return this.#scriptBytes / 1_000;
  }

  /** Milliseconds from the click on a view until its rows, or the word that it has none, are painted. */
  switchView(view: string): Promise<number> {
    return this.#page.evaluate(untilViewIsPainted, { view, row: shown.grid });
  }

  /** As somebody reads a list: at an even pace, for so long. */
  scroll(seconds: number, pixelsPerSecond: number): Promise<Scrolled> {
    return this.#page.evaluate(scrollGrid, { seconds, pixelsPerSecond });
  }

  /** What the page keeps, once what nobody needs is thrown away. */
  async megabytes(): Promise<number> {
    await this.#devtools.send("HeapProfiler.collectGarbage");
    const { usedSize, embedderHeapUsedSize = 0 } = (await this.#devtools.send(
      "Runtime.getHeapUsage",
    )) as { usedSize: number; embedderHeapUsedSize?: number };
    return (usedSize + embedderHeapUsedSize) / 1_000_000;
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }
}
