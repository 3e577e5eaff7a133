import type { BrowserContext, CDPSession, Page } from "playwright-core";

const counter = { email: "maria@tallyroom.example", password: "count-the-shelf" };
export const phone = {
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  isMobile: true,
  locale: "en-GB",
};

interface Watched {
  /** From the Enter of a scan to the frame that has its band, in milliseconds. */
  feedbackMs: number[];
  /** From the beginning of a durable transaction until it is kept. */
  keptMs: number[];
}

/** The hand in Chromium, as a counter holds it, with a watch that runs inside the page. */
export class HandPage {
  readonly #page: Page;
  readonly #devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
  }

  static async open(context: BrowserContext): Promise<HandPage> {
    const page = await context.newPage();
    await page.addInitScript("globalThis.__name ??= (given) => given");
    await page.addInitScript(watchTheHand);
    await page.goto("/sign-in?return=/count");
    await page.getByLabel("E-mail").fill(counter.email);
    await page.getByLabel("Password", { exact: true }).fill(counter.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByText("Open to claim").first().waitFor();
    return new HandPage(page, await context.newCDPSession(page));
  }

  async openPlace(count: string, place: string): Promise<void> {
    await this.#page.goto(`/count/place?${new URLSearchParams({ count, place })}`);
    await this.#page.getByRole("tab", { name: "Count" }).waitFor();
    await this.#page.waitForLoadState("networkidle");
  }

  /** As a scanner types, one code after the other; each is waited for. */
  async scan(code: string, times: number): Promise<Watched> {
    await this.#page.evaluate(() => Object.assign(watched(), { feedbackMs: [], keptMs: [] }));
    for (let scanned = 1; scanned <= times; scanned += 1) {
      await this.#type(code);
      await this.#page.waitForFunction((wanted) => watched().feedbackMs.length >= wanted, scanned);
    }
    return this.#page.evaluate(() => watched());
  }

  async #type(code: string): Promise<void> {
    const begunAt = Date.now();
    const enter = { key: "Enter", text: "\r", windowsVirtualKeyCode: 13 };
    const struck = [...[...code].map((key) => ({ key, text: key })), enter];
    await Promise.all(
      struck.flatMap((key, at) => {
        const timestamp = (begunAt + at * 2) / 1_000;
        return [
          this.#devtools.send("Input.dispatchKeyEvent", { type: "keyDown", ...key, timestamp }),
          this.#devtools.send("Input.dispatchKeyEvent", { type: "keyUp", key: key.key, timestamp }),
        ];
      }),
    );
  }

  /** Where nothing is sent meanwhile; and the seconds from when the network is back until nothing waits. */
  async scanOffline(code: string, times: number): Promise<Watched & { drainedS: number }> {
    const context = this.#page.context();
    await this.#page.getByRole("link", { name: /^All sent/ }).waitFor();
    await context.setOffline(true);
    const seen = await this.scan(code, times);
    await this.#page.getByRole("link", { name: new RegExp(`${times} waiting`) }).waitFor();
    const backAt = performance.now();
    await context.setOffline(false);
    await this.#page.getByRole("link", { name: /^All sent/ }).waitFor();
    return { ...seen, drainedS: (performance.now() - backAt) / 1_000 };
  }

  /** What one transaction with one entry takes on this disk when nothing else is done, in milliseconds. */
  bareSave(times: number): Promise<number[]> {
    return this.#page.evaluate(saveAlone, times);
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }
}

declare function watched(): Watched;

/** Runs inside the page. */
async function saveAlone(times: number): Promise<number[]> {
  const opened = indexedDB.open("bare", 1);
  opened.onupgradeneeded = () =>
    opened.result.createObjectStore("entries", { autoIncrement: true });
  await new Promise((resolve) => (opened.onsuccess = resolve));
  const tookMs: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const begun = performance.now();
    const transaction = opened.result.transaction("entries", "readwrite", { durability: "strict" });
    const done = new Promise((resolve) => (transaction.oncomplete = resolve));
    transaction.objectStore("entries").add({ externalId: crypto.randomUUID(), quantity: "1" });
    transaction.commit();
    await done;
    tookMs.push(performance.now() - begun);
  }
  opened.result.close();
  return tookMs;
}

/** Runs inside the page, before any of its own scripts. */
function watchTheHand(): void {
  const seen: Watched = { feedbackMs: [], keptMs: [] };
  Object.assign(globalThis, { watched: () => seen });
  let enteredAt: number | undefined;
  addEventListener(
    "keydown",
    ({ key }) => {
      if (key === "Enter") enteredAt = performance.now();
    },
    { capture: true },
  );
  new MutationObserver((changes) => {
    if (!changes.some(({ attributeName }) => attributeName === "data-turn")) return;
    const at = enteredAt;
    enteredAt = undefined;
    if (at === undefined) return;
    requestAnimationFrame(() => seen.feedbackMs.push(performance.now() - at));
  }).observe(document, { subtree: true, attributes: true });
  // What is entered is added; what the sender notes of it later is put, and nobody waits for that.
  const entering = new WeakSet<IDBTransaction>();
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...given) {
    entering.add(this.transaction);
    return add.apply(this, given);
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
    const begun = performance.now();
    const made = transaction.apply(this, given);
    made.addEventListener("complete", () => {
      if (entering.has(made) && made.durability === "strict")
        seen.keptMs.push(performance.now() - begun);
    });
    return made;
  };
}
