import { ClaimLocation } from "@tallyroom/schema/operations/count-on-the-floor.ts";
import { RecordObservations } from "@tallyroom/schema/operations/record-observations.ts";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  beginCount,
  type BegunCount,
  enterCounts,
  linesOf,
  reportPresence,
} from "./begun-count.ts";
import { ask, enter, useDesk } from "./desk.ts";

const desk = useDesk();
const promisedMs = 1_000;

const boardOf = ({ path }: BegunCount) => path.replace("/lines?", "?");

/** A supervisor at the board of a count that has just begun, and somebody who counts. */
async function atTheBoard(title: string, { isBlind = false } = {}) {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title, isBlind, zones: 1, isAlone: true });
  const lines = await linesOf(maria, count);
  await ines.goto(boardOf(count));
  await tiles(ines).first().waitFor();
  await ines.getByText(/^Live/).waitFor();
  return { ines, maria, count, lines };
}

const tiles = (page: Page) => page.locator("[data-tile]");
const tileOf = (page: Page, code: string) => page.locator(`[data-tile="${code}"]`);
const panel = (page: Page, name: string) => page.getByRole("region", { name });
const figure = (page: Page, name: string) =>
  page.locator(".kpi").filter({ hasText: name }).locator(".figure");

/** Every tile says its sums in words: the head of its zone and the figures are made of them. */
async function countedOnTiles(page: Page): Promise<number> {
  const labels = await tiles(page).evaluateAll((all) =>
    all.map((tile) => tile.getAttribute("aria-label") ?? ""),
  );
  return labels.reduce((sum, label) => sum + Number(/(\d+) counted/.exec(label)?.[1] ?? 0), 0);
}

test("two counters and one board: what both count is there within a second", async () => {
  const { ines, maria, count, lines } = await atTheBoard("The hall");
  const petra = await enter(desk, "Administrator", "/counts?warehouse=MAIN");
  const [first, second, third] = lines;
  if (!first || !second || !third) throw new Error("This zone has too few lines.");
  let loads = 0;
  ines.on("load", () => (loads += 1));
  expect(await figure(ines, "Lines counted").innerText()).toMatch(/^0 /);

  const sentAt = performance.now();
  await enterCounts(maria, count, [{ lineId: first.id, quantity: "99999" }]);
  await panel(ines, "Activity").getByText("over").waitFor({ timeout: promisedMs });
  await expect
    .poll(() => tileOf(ines, first.location.code).getAttribute("aria-label"), {
      timeout: promisedMs,
      interval: 20,
    })
    .toContain("1 over");
  expect(performance.now() - sentAt).toBeLessThan(2 * promisedMs);

  await enterCounts(petra, count, [{ lineId: second.id, quantity: "0" }]);
  await enterCounts(petra, count, [{ lineId: third.id, quantity: "0" }]);
  await expect.poll(() => figure(ines, "Lines counted").innerText()).toMatch(/^3 /);
  expect(await countedOnTiles(ines)).toBe(3);
  expect(await ines.locator(".zone .sums b").innerText()).toMatch(/^3 \//);
  const counters = panel(ines, "Counters").locator("tbody tr");
  await expect.poll(() => counters.count()).toBe(2);
  expect(loads).toBe(0);
});

test("the board shows who stands where, and who holds entries back", async () => {
  const { ines, maria, count, lines } = await atTheBoard("Who is where");
  await reportPresence(maria, count, { deviceName: "Zebra TC22", unsentCount: 3 });
  const place = lines[0]?.location;
  const input = { sessionId: count.id, locationId: place?.id ?? "", deviceId: "Zebra TC22" };
  const { claimLocation } = await ask(maria, ClaimLocation, { input });
  expect(claimLocation.__typename).toBe("LocationClaimed");
  const row = panel(ines, "Counters").getByRole("row", { name: /Maria/ });
  await row.getByText(place?.code ?? "").waitFor();
  expect(await row.locator("td").last().innerText()).toBe("3");
  await expect
    .poll(() => tileOf(ines, place?.code ?? "").getAttribute("aria-label"))
    .toContain("counter here");
});

test("arrows walk over the map, Enter opens the lines of a bin, and a table says the same", async () => {
  const { ines } = await atTheBoard("By keys");
  await tiles(ines).first().focus();
  const codeInFocus = () =>
    ines.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["tile"]);
  const start = await codeInFocus();
  await ines.keyboard.press("ArrowRight");
  const second = await codeInFocus();
  expect(second).not.toBe(start);
  await ines.keyboard.press("ArrowDown");
  expect(await codeInFocus()).not.toBe(second);
  await ines.keyboard.press("Home");
  expect(await codeInFocus()).toBe(start);

  for (const layer of ["Variance", "Age", "Pace", "Status"]) {
    await ines.getByRole("button", { name: layer, exact: true }).click();
    await ines.getByText(`${layer.toLowerCase()} of `).waitFor();
  }
  const drawn = await tiles(ines).count();
  await ines.getByRole("button", { name: "Table", exact: true }).click();
  const table = ines
    .getByRole("table", { name: "Bins" })
    .or(ines.getByRole("grid", { name: "Bins" }));
  expect(await table.locator("tbody tr").count()).toBe(drawn);
  await ines.getByRole("button", { name: "Table", exact: true }).click();

  await tileOf(ines, start ?? "").focus();
  await ines.keyboard.press("Enter");
  await ines.getByRole("dialog", { name: start ?? "" }).waitFor();
  await ines.keyboard.press("Enter");
  await ines.waitForURL(/\/lines\?/);
  const search = ines.getByRole("searchbox", { name: "Search lines" });
  expect(await search.inputValue()).toBe(start);
});

test("the activity stands still while somebody reads, and goes on afterwards", async () => {
  const { ines, maria, count, lines } = await atTheBoard("Paused");
  const feed = panel(ines, "Activity");
  await feed.getByText("counting began").waitFor(); // before the board was opened
  await enterCounts(maria, count, [{ lineId: lines[0]?.id ?? "", quantity: "1" }]);
  await expect.poll(() => feed.locator("li time").count()).toBe(2);
  await ines.keyboard.press("p");
  await enterCounts(maria, count, [{ lineId: lines[1]?.id ?? "", quantity: "1" }]);
  await feed.getByText("1 waiting").waitFor();
  expect(await feed.locator("li time").count()).toBe(2);
  await ines.keyboard.press("p");
  await expect.poll(() => feed.locator("li time").count()).toBe(3);
});

test("an entry that nobody knows waits in the inbox until it is matched or let go by its key", async () => {
  const { ines, maria, count, lines } = await atTheBoard("Unknown");
  const place = lines[0]?.location.id ?? "";
  const observations = ["5901234123457", "HELLO-77"].map((rawScan) => ({
    externalId: crypto.randomUUID(),
    mode: "ADD" as const,
    clockOffsetMs: 0,
    rawScan,
    locationId: place,
    countedAt: new Date().toISOString(),
    quantity: "2",
  }));
  await ask(maria, RecordObservations, { input: { sessionId: count.id, observations } });
  const inbox = panel(ines, "Exceptions");
  await expect.poll(() => inbox.locator("[data-exception]").count()).toBe(2);
  expect(await figure(ines, "Exceptions").innerText()).toBe("2");

  await inbox.locator("[data-exception]").first().focus();
  await ines.keyboard.press("x");
  const letGo = ines.getByRole("dialog", { name: "Let the entry go" });
  await letGo.getByLabel("Why").fill("A label from another house");
  await letGo.getByRole("button", { name: "Let it go" }).click();
  await letGo.waitFor({ state: "detached" });
  await expect.poll(() => inbox.locator("[data-exception]").count()).toBe(1);

  await inbox.locator("[data-exception]").first().focus();
  await ines.keyboard.press("m");
  const match = ines.getByRole("dialog", { name: "What was it?" });
  await match.getByLabel("Item number").fill(lines[0]?.item.sku ?? "");
  await match.getByRole("button", { name: "Match it" }).click();
  await match.waitFor({ state: "detached" });
  await expect.poll(() => inbox.locator("[data-exception]").count()).toBe(0);
  await expect.poll(() => figure(ines, "Lines counted").innerText()).toMatch(/^1 /);
});

test("to whom a count is blind the board shows progress, and nothing of the books", async () => {
  const { ines, maria, count, lines } = await atTheBoard("Blind hall", { isBlind: true });
  await enterCounts(maria, count, [{ lineId: lines[0]?.id ?? "", quantity: "99999" }]);
  await maria.goto(boardOf(count));
  await tiles(maria).first().waitFor();
  expect(await maria.locator("main").innerText()).not.toMatch(/variance|short|over|Exceptions/i);
  // The control: a supervisor sees them.
  await expect.poll(() => ines.locator("main").innerText()).toMatch(/1 over|Net variance/);
});
