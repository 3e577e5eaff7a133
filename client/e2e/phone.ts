import type { Page } from "playwright-core";
import { openPage, type PageOptions } from "../../tools/testing/browser.ts";
import { accountOf, signIn, type Desk } from "./desk.ts";

/** A phone as a counter holds it. */
export const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

/** What a browser says of a network that a test has cut. */
export const cutNetwork = [
  // The browser looks for a newer worker when it likes, also while it has no network.
  /An unknown error occurred when fetching the script/,
  /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|status of 50[02]|Failed to fetch/,
];

export async function takePhone(
  desk: Desk,
  role: Parameters<typeof accountOf>[1] = "Counter",
  options: PageOptions = {},
): Promise<Page> {
  const { page } = await openPage(desk.browser, {
    ...{ baseURL: desk.server.url, ...phone, expectedProblems: cutNetwork },
    ...options,
  });
  await signInOnPhone(page, accountOf(desk, role));
  return page;
}

export async function signInOnPhone(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.goto("/sign-in?return=/count");
  await signIn(page, email, password);
  await page.locator(".hand h1").first().waitFor();
}

/** Opens one place of a count, as a label that is scanned on the work screen does. */
export async function openPlace(
  page: Page,
  countId: string,
  placeId: string,
  tab: string | RegExp = "Count",
): Promise<void> {
  await page.goto(`/count/place?${new URLSearchParams({ count: countId, place: placeId })}`);
  await page.getByRole("tab", { name: tab }).waitFor();
}

/**
 * As a scanner types: a few milliseconds between the keys, and Enter. The keys are a browser's own, with times
 * that say when they were struck, however slowly a busy machine hands them on.
 */
export async function scan(page: Page, text: string, gapMs = 4): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const begunAt = Date.now();
  const struck = [...text].map((key) => ({ key, text: key }));
  const enter = { key: "Enter", text: "\r", windowsVirtualKeyCode: 13 };
  await Promise.all(
    [...struck, enter].flatMap((key, at) => {
      const timestamp = (begunAt + at * gapMs) / 1_000;
      return [
        session.send("Input.dispatchKeyEvent", { type: "keyDown", ...key, timestamp }),
        session.send("Input.dispatchKeyEvent", { type: "keyUp", key: key.key, timestamp }),
      ];
    }),
  );
  await session.detach();
}

export const band = (page: Page) => page.locator(".band");
export const quantity = (page: Page) => page.locator("button.quantity");

/** Everything that the page's origin keeps on the device, as text. */
export async function deviceDump(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const dump: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name ?? "");
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error("It cannot be opened."));
      });
      for (const store of database.objectStoreNames) {
        const asked = database.transaction(store).objectStore(store).getAll();
        dump.push(
          await new Promise(
            (resolve) => (asked.onsuccess = () => resolve(asked.result as unknown)),
          ),
        );
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        if (request.url.includes("graphql")) dump.push(await (await cache.match(request))?.text());
    }
    return JSON.stringify(dump);
  });
}

/** Ids of everything on the device, in the order in which it was made. */
export async function keptIds(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open("tallyroom-hand");
      asked.onsuccess = () => resolve(asked.result);
    });
    const asked = database.transaction("entries").objectStore("entries").getAll();
    const rows = await new Promise<{ externalId: string }[]>(
      (resolve) => (asked.onsuccess = () => resolve(asked.result)),
    );
    database.close();
    return rows.map(({ externalId }) => externalId);
  });
}
