import { mkdirSync } from "node:fs";
import path from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { onTestFinished } from "vitest";
import { projectRoot } from "../server-process.ts";
import { findChromium } from "./chromium.ts";

export interface WatchedPage {
  page: Page;
  /** Errors on the console and uncaught ones; the test fails when any is left at its end. */
  problems: string[];
}

export interface PageOptions extends BrowserContextOptions {
  /** Problems that belong to the test, for instance a connection that it cuts itself. */
  expectedProblems?: RegExp[];
}

const LAUNCH_ARGUMENTS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
];

export async function launchBrowser(extraArguments: string[] = []): Promise<Browser> {
  return chromium.launch(await launchOptions(extraArguments));
}

/** A browser with a folder of its own: all others keep in memory what they say is on the disk. */
export async function launchProfile(
  folder: string,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...(await launchOptions([])), ...options });
}

async function launchOptions(extraArguments: string[]) {
  const { executablePath, environment } = await findChromium();
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return {
    executablePath,
    env: { ...(process.env as Record<string, string>), ...environment },
    args: [...LAUNCH_ARGUMENTS, ...asRoot, ...extraArguments],
  };
}

/**
 * Opens a page in a context of its own for the running test. When the test fails, or the page had
 * problems, a picture of it is left in test-results; the page is closed in any case.
 */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<WatchedPage> {
  const { expectedProblems = [], ...contextOptions } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    ...contextOptions,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const note = (problem: string) => {
    if (!expectedProblems.some((expected) => expected.test(problem))) problems.push(problem);
  };
  page.on("console", (message) => {
    if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => note(error.stack || `${error.name}: ${error.message}`));

  onTestFinished(async ({ task }) => {
    const isFailed = task.result?.state === "fail" || problems.length > 0;
    if (isFailed && !page.isClosed()) await keepPicture(page, task.fullTestName ?? task.name);
    await context.close();
    if (problems.length > 0) throw new Error(`The page had problems:\n${problems.join("\n")}`);
  });
  return { page, problems };
}

async function keepPicture(page: Page, testName: string): Promise<void> {
  const folder = path.join(projectRoot, "test-results");
  const name = testName.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 120);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file }).then(
    () => console.error(`A picture of the page is in ${path.relative(projectRoot, file)}`),
    (error: Error) => console.error(`No picture could be taken: ${error.message}`),
  );
}
