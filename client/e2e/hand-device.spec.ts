import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useDesk } from "./desk.ts";
import { beginOnFloor, simpleLine } from "./floor.ts";
import { openPlace, takePhone } from "./phone.ts";

const desk = useDesk();

/** As a browser says that it can put this page on the home screen; whether the page has kept that for later. */
async function offerInstallation(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const prompt = () => {
      document.documentElement.dataset.prompted = "yes";
      return Promise.resolve();
    };
    const offer = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt });
    dispatchEvent(offer);
    return offer.defaultPrevented;
  });
}

test("where a browser can install the hand, it is offered by a button and asked for once", async () => {
  const floor = await beginOnFloor(desk, "Installed");
  await floor.ines.goto(`/labels?what=join&count=${encodeURIComponent(floor.countId)}`);
  const name = await floor.ines.locator(".label strong").innerText();
  const maria = await takePhone(desk);
  await maria.goto(`/join/${name}`);
  await maria.getByRole("button", { name: /^Start counting/ }).waitFor();
  const install = maria.getByRole("button", { name: "Install on this device" });
  expect(await install.count()).toBe(0);
  // The page listens once its first screen stands.
  await expect.poll(() => offerInstallation(maria)).toBe(true);
  await install.click();
  await maria.locator("html[data-prompted=yes]").waitFor();
  await install.waitFor({ state: "detached" });
});

test("the screen stays on while somebody counts, and no longer", async () => {
  const floor = await beginOnFloor(desk, "Awake");
  const maria = await takePhone(desk);
  await maria.addInitScript(() => {
    const locks = { asked: 0, held: 0 };
    const request = () => {
      locks.asked += 1;
      // The one before was lost when the page was hidden.
      locks.held = 1;
      return Promise.resolve({ release: () => Promise.resolve(void (locks.held -= 1)) });
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
    Object.assign(window, { locks });
  });
  const locks = () =>
    maria.evaluate(() => (window as unknown as { locks: { asked: number; held: number } }).locks);
  await maria.goto("/count");
  await maria.getByText("My work", { exact: true }).first().waitFor();
  expect(await locks()).toEqual({ asked: 0, held: 0 });
  await openPlace(maria, floor.countId, simpleLine(floor).location.id);
  await expect.poll(locks).toEqual({ asked: 1, held: 1 });
  // Whoever comes back from another app has lost it.
  await maria.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect.poll(async () => (await locks()).asked).toBe(2);
  await maria.getByRole("link", { name: /sync centre/ }).click();
  await maria.getByRole("heading", { name: "Sync centre" }).waitFor();
  await expect.poll(locks).toEqual({ asked: 2, held: 0 });
});
