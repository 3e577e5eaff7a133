import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { accountOf, useDesk } from "./desk.ts";
import { beginOnFloor, simpleLine, storedEntries, type Floor } from "./floor.ts";
import { MortalBrowser } from "./mortal-browser.ts";
import {
  band,
  keptIds,
  openPlace,
  phone,
  quantity,
  scan,
  signInOnPhone,
  takePhone,
  cutNetwork,
} from "./phone.ts";
import { openPage } from "../../tools/testing/browser.ts";

const desk = useDesk();
const drainedWithinMs = 5_000;

const isRecording = (route: Route) =>
  (route.request().postData() ?? "").includes("mutation RecordObservations");
const waiting = (page: Page) => page.getByRole("link", { name: /waiting/ });
const allSent = (page: Page) => page.getByRole("link", { name: /^All sent/ });

async function storedIds(): Promise<string[]> {
  return (await storedEntries(desk)).map(({ externalId }) => externalId);
}

/** By the button: three scanners that type at once would starve each other here, and not in a hall. */
async function addMany(page: Page, times: number): Promise<void> {
  const button = page.getByRole("button", { name: "One more" });
  await button.evaluate((element, presses) => {
    for (let at = 0; at < presses; at += 1) (element as HTMLElement).click();
  }, times);
}

async function atTheShelf(page: Page, floor: Floor, at = 0) {
  const line = simpleLine(floor, at);
  await openPlace(page, floor.countId, line.location.id);
  return line;
}

test(
  "T19: offline for a whole aisle, the browser killed, back online: 200 of 200, once and in order",
  { timeout: 180_000 },
  async () => {
    const floor = await beginOnFloor(desk, "A whole aisle");
    const mortal = await MortalBrowser.create();
    const dayBefore = await mortal.open();
    const places = [0, 1, 2, 3].map((at) => simpleLine(floor, at));
    await dayBefore.goto(`${desk.server.url}/sign-in?return=/count`);
    await signInWithin(dayBefore);
    // A browser writes its cookies to the disk now and then: who has just signed in is forgotten by a kill.
    await mortal.close();

    const first = await mortal.open();
    await first.goto(`${desk.server.url}/count`);
    await first.getByRole("link", { name: /sync centre/ }).click();
    await first.getByText("Counts and catalogue").waitFor({ timeout: 30_000 });
    // The worker looks after pages that were opened at an address of its own.
    await first.goto(`${desk.server.url}/count`);
    await first.evaluate(async () => void (await navigator.serviceWorker.ready));
    await first.getByRole("link", { name: "Settings" }).waitFor();

    await first.context().setOffline(true);
    for (const line of places) {
      // Within the page: an address that is typed would ask the network for it.
      await scan(first, line.location.code);
      if (line !== places[0])
        await first.getByRole("button", { name: /Nothing else, close/ }).click();
      await first.locator(".place", { hasText: line.location.code }).waitFor();
      await addMany(first, 50);
      await expect.poll(() => quantity(first).innerText()).toBe("50");
    }
    await waiting(first).waitFor();
    const made = await keptIds(first);
    expect(made).toHaveLength(200);
    await mortal.kill();

    expect(await storedIds()).toEqual([]);
    const second = await mortal.open();
    await second.context().setOffline(true);
    await second.goto(`${desk.server.url}/count`);
    await second.getByRole("link", { name: /200 waiting/ }).waitFor();
    const onlineAt = performance.now();
    await second.context().setOffline(false);
    await expect
      .poll(async () => (await storedIds()).length, { timeout: 30_000, interval: 50 })
      .toBe(200);
    const drainedMs = Math.round(performance.now() - onlineAt);
    console.info("T19", JSON.stringify({ entries: 200, drainedMs }));
    expect(await storedIds()).toEqual(made);
    expect(drainedMs).toBeLessThanOrEqual(drainedWithinMs);
    await allSent(second).waitFor();
    const totals = Map.groupBy(await storedEntries(desk), ({ lineId }) => lineId);
    expect([...totals.values()].map(({ length }) => length)).toEqual([50, 50, 50, 50]);
  },
);

async function signInWithin(page: Page): Promise<void> {
  const { email, password } = accountOf(desk, "Counter");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("My work", { exact: true }).first().waitFor();
}

test("T20: of two tabs one sends, and two devices of one person double nothing", async () => {
  const floor = await beginOnFloor(desk, "Two tabs, two devices");
  const before = (await storedIds()).length;
  const first = await takePhone(desk);
  const second = await first.context().newPage();
  const sent: Page[] = [];
  for (const page of [first, second])
    await page.route("**/graphql", async (route) => {
      if (isRecording(route)) sent.push(page);
      await route.continue();
    });
  await atTheShelf(first, floor);
  await atTheShelf(second, floor);
  const other = await takePhone(desk);
  await atTheShelf(other, floor);
  await Promise.all([addMany(first, 20), addMany(second, 20), addMany(other, 20)]);
  await expect.poll(async () => (await storedIds()).length, { timeout: 20_000 }).toBe(before + 60);
  await allSent(first).waitFor();
  const ids = await storedIds();
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(sent).size).toBe(1);
  // Both tabs show what this device has entered, whichever of them it was.
  await expect.poll(() => quantity(first).innerText()).toBe("40");
  await expect.poll(() => quantity(second).innerText()).toBe("40");
  await second.close();
});

test("a tab that sends and is closed hands over to the other", async () => {
  const floor = await beginOnFloor(desk, "Handed over");
  const first = await takePhone(desk);
  const second = await first.context().newPage();
  await atTheShelf(second, floor);
  await first.close();
  const before = (await storedIds()).length;
  await addMany(second, 3);
  await expect.poll(async () => (await storedIds()).length).toBe(before + 3);
});

test("502 and a lost acknowledgement: everything arrives, once", async () => {
  const floor = await beginOnFloor(desk, "502");
  const before = (await storedIds()).length;
  const maria = await takePhone(desk);
  const faults: string[] = [];
  await maria.route("**/graphql", async (route) => {
    if (!isRecording(route) || faults.length >= 4) return route.continue();
    faults.push(faults.length % 2 === 0 ? "502" : "lost");
    if (faults.at(-1) === "502")
      return route.fulfill({ status: 502, body: "<h1>Bad gateway</h1>" });
    await route.fetch();
    return route.abort("connectionreset");
  });
  await atTheShelf(maria, floor);
  await addMany(maria, 5);
  await expect.poll(() => quantity(maria).innerText()).toBe("5");
  await expect.poll(() => faults.length, { timeout: 20_000 }).toBe(4);
  await allSent(maria).waitFor();
  const ids = (await storedIds()).slice(before);
  expect(ids).toEqual((await keptIds(maria)).slice(-5));
});

test("control: a sender that makes a new id for each try stores what was lost twice", async () => {
  const floor = await beginOnFloor(desk, "Control");
  const before = (await storedIds()).length;
  const maria = await takePhone(desk);
  let tries = 0;
  await maria.route("**/graphql", async (route) => {
    if (!isRecording(route)) return route.continue();
    tries += 1;
    const body = (route.request().postData() ?? "").replace(
      /"externalId":"[^"]*"/g,
      () => `"externalId":"${crypto.randomUUID()}"`,
    );
    if (tries > 1) return route.continue({ postData: body });
    await route.fetch({ postData: body });
    return route.abort("connectionreset");
  });
  await atTheShelf(maria, floor);
  await addMany(maria, 1);
  await expect
    .poll(async () => (await storedIds()).length, { timeout: 20_000 })
    .toBeGreaterThan(before + 1);
  await maria.close();
});

test("a poison entry is set aside with its reason, and the rest goes on", async () => {
  const floor = await beginOnFloor(desk, "Poison");
  const before = (await storedIds()).length;
  const { page: maria } = await openPage(desk.browser, {
    ...{ baseURL: desk.server.url, ...phone, expectedProblems: [...cutNetwork, /400/] },
  });
  await signInOnPhone(maria, accountOf(desk, "Counter"));
  await atTheShelf(maria, floor);
  await maria.context().setOffline(true);
  await addMany(maria, 7);
  await expect.poll(() => quantity(maria).innerText()).toBe("7");
  const spoilt = await spoilTwo(maria);
  await maria.context().setOffline(false);
  await maria.getByRole("link", { name: /^2 refused/ }).waitFor({ timeout: 20_000 });
  const ids = (await storedIds()).slice(before);
  expect(ids).toEqual((await keptIds(maria)).filter((id) => !spoilt.includes(id)).slice(-5));
  await maria.getByRole("link", { name: /^2 refused/ }).click();
  await maria.getByText(/no such unit or pack/).waitFor();
  expect(await maria.getByRole("button", { name: "Send again" }).count()).toBe(2);

  // A person gives one up: it counts nowhere, and keeps nobody waiting.
  await maria.getByRole("button", { name: "Drop", exact: true }).first().click();
  await maria.getByRole("button", { name: "Drop it" }).click();
  await expect.poll(() => maria.getByRole("button", { name: "Send again" }).count()).toBe(1);
  expect(await keptIds(maria)).toEqual(expect.arrayContaining(spoilt));
});

/** One entry that the server refuses, and one that makes its whole batch unreadable. */
async function spoilTwo(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open("tallyroom-hand");
      asked.onsuccess = () => resolve(asked.result);
    });
    const store = database.transaction("entries", "readwrite").objectStore("entries");
    type Row = { externalId: string; unitCode: string | null; quantity: string };
    const rows = await new Promise<Row[]>((resolve) => {
      const asked = store.getAll();
      asked.onsuccess = () => resolve(asked.result as Row[]);
    });
    const [first, second] = [rows.at(-6), rows.at(-3)];
    if (!first || !second) return [];
    await new Promise((resolve) => {
      store.put({ ...first, unitCode: "barrel" });
      store.put({ ...second, quantity: "many" }).onsuccess = resolve;
    });
    database.close();
    return [first.externalId, second.externalId];
  });
}

test("nothing is said to be kept that the device could not keep", async () => {
  const floor = await beginOnFloor(desk, "No room");
  const maria = await takePhone(desk, "Counter", { expectedProblems: [...cutNetwork, /No room/] });
  const line = await atTheShelf(maria, floor);
  await maria.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("No room", "QuotaExceededError");
    };
  });
  await scan(maria, line.gtin);
  await expect.poll(() => band(maria).getAttribute("data-tone")).toBe("REFUSE");
  expect(await band(maria).innerText()).toContain("Not kept");
  expect(await quantity(maria).innerText()).toBe("–");
});

test("signing out with unsent entries warns, keeps them, and they are sent for the same person", async () => {
  const floor = await beginOnFloor(desk, "Signed out");
  const before = (await storedIds()).length;
  // Something may be on its way while the session ends.
  const maria = await takePhone(desk, "Counter", { expectedProblems: [...cutNetwork, /401/] });
  await maria.route("**/graphql", async (route) =>
    isRecording(route) ? route.fulfill({ status: 502, body: "" }) : route.continue(),
  );
  await atTheShelf(maria, floor);
  await addMany(maria, 3);
  await expect.poll(() => quantity(maria).innerText()).toBe("3");
  await waiting(maria).waitFor();
  const warning = maria.getByRole("dialog", { name: "Sign out" });
  await maria.goto("/count/settings");
  await maria.getByRole("button", { name: /^Sign Maria/ }).click();
  await warning.getByText("3 entries are not sent").waitFor();
  await warning.getByRole("button", { name: "Sign out, keep them here" }).click();
  await maria.getByLabel("E-mail").waitFor();
  expect((await storedIds()).length).toBe(before);
  await maria.unroute("**/graphql");
  await signInOnPhone(maria, accountOf(desk, "Counter"));
  await expect.poll(async () => (await storedIds()).length, { timeout: 20_000 }).toBe(before + 3);
});
