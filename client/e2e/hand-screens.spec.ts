import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violationsNow } from "./axe.ts";
import { useDesk } from "./desk.ts";
import { beginOnFloor, simpleLine } from "./floor.ts";
import { english, inArabic } from "./hand-names.ts";
import { takePhone } from "./phone.ts";
import { screensOfHand } from "./screens-of-hand.ts";

const desk = useDesk();
const lightestJsBytes = 90_000;
const installBytes = 1_500_000;

/** Whatever can be pressed and is smaller than a gloved finger needs. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const open = document.querySelector("dialog[open]") ?? document;
    const all = open.querySelectorAll<HTMLElement>(
      "button, a, input:not([type=file]), label.hand-button, select, [role=radio]",
    );
    return [...all].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isPrimary = element.matches(".primary");
      const least = isPrimary ? 64 : element.matches(".hand-button") ? 48 : 44;
      const isSmall = width > 0 && (height < least || width < 44);
      return isSmall ? [`${element.textContent} ${width} × ${height}`] : [];
    });
  });
}

/** Whatever can be pressed and says nothing that can be read: its words have its own colour. */
async function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const open = document.querySelector("dialog[open]") ?? document;
    return [...open.querySelectorAll<HTMLElement>(".hand-button")].flatMap((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return color === backgroundColor ? [element.innerText] : [];
    });
  });
}

test.each([
  ["light", english, "en-US"],
  ["dark", english, "en-US"],
  ["light, from right to left", inArabic, "ar-EG"],
  ["dark, from right to left", inArabic, "ar-EG"],
] as const)(
  "every screen, %s: axe finds nothing, thumbs find everything, nothing is scrolled sideways",
  { timeout: 120_000 },
  async (manner, names, locale) => {
    const colorScheme = manner.startsWith("dark") ? "dark" : "light";
    const page = await takePhone(desk, "Counter", { colorScheme, locale });
    for (const { name, show } of await screensOfHand(desk, page, names)) {
      await show();
      await page.waitForFunction(() => document.getAnimations().length === 0);
      expect(await violationsNow(page), name).toEqual([]);
      expect(await tooSmall(page), name).toEqual([]);
      expect(await unreadable(page), name).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, name).toBe(0);
    }
  },
);

test("the hand is light: what it loads first, and what its worker keeps", async () => {
  const floor = await beginOnFloor(desk, "Light");
  const line = simpleLine(floor);
  const maria = await takePhone(desk, "Counter", { serviceWorkers: "block" });
  for (const [name, path] of [
    ["my work", "/count"],
    [
      "a place",
      `/count/place?${new URLSearchParams({ count: floor.countId, place: line.location.id })}`,
    ],
  ] as const) {
    await maria.goto(path);
    await maria.locator("h1").first().waitFor();
    // What the first screen is made of; the rest is fetched ahead once it stands.
    const first = await maria.evaluate(() => {
      const [paint] = performance.getEntriesByName("hand-shown");
      const shownAt = paint?.startTime ?? Infinity;
      return performance
        .getEntriesByType("resource")
        .filter(({ name, startTime }) => name.endsWith(".js") && startTime < shownAt)
        .map(({ name }) => name);
    });
    let bytes = 0;
    for (const url of first) bytes += gzipSync(await (await maria.request.get(url)).body()).length;
    console.info("first load", JSON.stringify({ name, files: first.length, bytes }));
    expect(first.length).toBeGreaterThan(3);
    expect(bytes, name).toBeLessThanOrEqual(lightestJsBytes);
  }
});

test("what the worker keeps is small, and opens the hand without a network", async () => {
  const maria = await takePhone(desk);
  // The worker looks after pages that were opened at an address of its own.
  await maria.goto("/count");
  const bytes = await maria.evaluate(async () => {
    await navigator.serviceWorker.ready;
    let sum = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        sum += (await (await cache.match(request))?.blob())?.size ?? 0;
    }
    return sum;
  });
  console.info("kept by the service worker", JSON.stringify({ bytes }));
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(installBytes);
  await maria.context().setOffline(true);
  await maria.reload();
  await maria.getByText("My work", { exact: true }).first().waitFor();
  await maria.getByRole("link", { name: /^Offline/ }).waitFor();
});
