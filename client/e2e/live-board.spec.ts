import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  beginCount,
  type BegunCount,
  enterCounts,
  linesOf,
  reportPresence,
} from "./begun-count.ts";
import { enter, useDesk } from "./desk.ts";

const desk = useDesk();
const promisedMs = 1_000;

async function openBoard(page: Page, count: BegunCount) {
  await page.goto(count.path);
  const grid = page.getByRole("grid", { name: /^Lines of/ });
  await grid.locator("tbody .opener").first().waitFor();
  await page.getByText(/^Live/).waitFor();
  return grid;
}

/** A running count, its supervisor at the board, and a counter. */
async function twoAtOneCount(title: string, { isBlind = false } = {}) {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title, isBlind, zones: 1, isAlone: true });
  return { ines, maria, count, lines: await linesOf(maria, count) };
}

test("an entry is on the board within a second, and nothing is loaded anew", async () => {
  const { ines, maria, count, lines } = await twoAtOneCount("Two at one count");
  const grid = await openBoard(ines, count);
  let loads = 0;
  ines.on("load", () => (loads += 1));
  const rows = grid.locator("tbody tr[aria-rowindex]");

  for (const [at, line] of lines.slice(0, 3).entries()) {
    const row = rows.nth(at);
    expect(await row.innerText()).toContain(line.item.sku);
    const sentAt = performance.now();
    await enterCounts(maria, count, [{ lineId: line.id, quantity: String(at + 1) }]);
    await row.getByText("changed just now").waitFor({ state: "attached", timeout: promisedMs });
    expect(performance.now() - sentAt).toBeLessThan(2 * promisedMs);
    expect(await row.innerText()).toMatch(/short|over|match/);
    expect(await row.innerText()).toContain("Maria");
  }
  const bar = ines.getByRole("progressbar", { name: "Progress" });
  expect(await bar.getAttribute("aria-valuenow")).toBe("3");
  expect(loads).toBe(0);
});

test("a board that lost its line catches up by itself", async () => {
  const { maria, count, lines } = await twoAtOneCount("A dead spot");
  const ines = await enter(desk, "Supervisor", count.path, {
    expectedProblems: [/WebSocket|ERR_INTERNET_DISCONNECTED/],
  });
  const grid = await openBoard(ines, count);
  await ines.context().setOffline(true);
  await ines.getByText("Offline").waitFor();
  const entries = lines.slice(0, 5).map(({ id }) => ({ lineId: id, quantity: "2" }));
  await enterCounts(maria, count, entries);
  await ines.context().setOffline(false);
  await expect.poll(() => grid.getByText("changed just now").count(), { timeout: 15_000 }).toBe(5);
});

test("a line that leaves a view stays in place until the order is asked for", async () => {
  const { ines, maria, count, lines } = await twoAtOneCount("Not counted yet");
  await ines.goto(count.path);
  await ines.getByRole("link", { name: /^Not counted/ }).click();
  const grid = ines.getByRole("grid", { name: /Not counted$/ });
  const first = grid.locator("tbody tr[aria-rowindex]").first();
  const sku = lines[0]?.item.sku ?? "";
  await first.filter({ hasText: sku }).waitFor();
  await enterCounts(maria, count, [{ lineId: lines[0]?.id ?? "", quantity: "1" }]);
  await ines.getByRole("button", { name: /1 row changed: update order/ }).waitFor();
  expect(await first.innerText()).toContain(sku);
  await ines.keyboard.press("r");
  await first.filter({ hasText: lines[1]?.item.sku ?? "" }).waitFor();
});

test("a line tells how its variance came about", async () => {
  const { ines, maria, count, lines } = await twoAtOneCount("Explained");
  await enterCounts(maria, count, [{ lineId: lines[0]?.id ?? "", quantity: "3" }]);
  const grid = await openBoard(ines, count);
  await grid.locator("tbody .opener").first().click();
  const panel = ines.getByRole("complementary", { name: `Line ${lines[0]?.item.sku}` });
  await panel.getByText("Snapshot").waitFor();
  await panel.getByText("Counted 3").waitFor();
  await ines.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  expect(await ines.evaluate(() => document.activeElement?.className)).toContain("opener");
});

test("to whom a count is blind the board shows nothing of the books", async () => {
  const { ines, maria, count, lines } = await twoAtOneCount("Blind", { isBlind: true });
  const grid = await openBoard(maria, count);
  await enterCounts(maria, count, [{ lineId: lines[0]?.id ?? "", quantity: "1" }]);
  await grid.getByText("changed just now").waitFor({ state: "attached" });
  for (const word of ["Expected", "Variance", "Value"]) {
    expect(await grid.getByRole("columnheader", { name: word }).count(), word).toBe(0);
  }
  expect(await grid.getByText(/short|over|match/).count()).toBe(0);
  expect(await maria.getByRole("link", { name: /^Counted/ }).count()).toBe(0);
  // The control: a supervisor sees them.
  const full = await openBoard(ines, count);
  expect(await full.getByRole("columnheader", { name: "Expected" }).count()).toBe(1);
});

test("closing names the device that holds entries back, and closes when it does not", async () => {
  const { ines, maria, count, lines } = await twoAtOneCount("To be closed");
  await enterCounts(maria, count, [{ lineId: lines[0]?.id ?? "", quantity: "1" }]);
  await reportPresence(maria, count, { deviceName: "Zebra TC22", unsentCount: 3 });
  await openBoard(ines, count);
  await ines.getByRole("button", { name: "Counters: 1 here, 0 offline" }).click();
  await ines.getByText("Zebra TC22 · 3 unsent").waitFor();
  await ines.keyboard.press("Escape");

  await ines.getByRole("button", { name: "Close counting" }).click();
  const dialog = ines.getByRole("dialog", { name: "Close counting" });
  const bar = ines.getByRole("progressbar", { name: "Progress" });
  const open = Number(await bar.getAttribute("aria-valuemax")) - 1;
  await dialog.getByText(`${open} lines nobody has visited.`).waitFor();
  await dialog.getByText(/By the books they hold|alone hold/).waitFor();
  const close = dialog.getByRole("button", { name: "Close counting" });
  await close.click();
  await dialog.getByRole("alert").filter({ hasText: "Zebra TC22 (3 entries)" }).waitFor();

  await reportPresence(maria, count, { deviceName: "Zebra TC22", unsentCount: 0 });
  await close.click();
  await dialog.waitFor({ state: "detached" });
  await ines
    .getByRole("banner")
    .or(ines.locator(".page-bar"))
    .getByText("Pending approval")
    .waitFor();
});

test("a count goes on without a device that is gone, and says why", async () => {
  const { ines, maria, count, lines } = await twoAtOneCount("Without the lost one");
  await enterCounts(maria, count, [{ lineId: lines[0]?.id ?? "", quantity: "1" }]);
  await reportPresence(maria, count, { deviceName: "Zebra TC22", unsentCount: 3 });
  await openBoard(ines, count);
  await ines.getByRole("button", { name: "Counters: 1 here, 0 offline" }).click();
  await ines.getByRole("button", { name: "Go on without it" }).click();
  const dialog = ines.getByRole("dialog", { name: "Go on without this device" });
  await dialog.getByText("It holds 3 entries that the server has not seen.").waitFor();
  await dialog.getByLabel("Why").fill("It fell into the canal");
  await dialog.getByRole("button", { name: "Go on without it" }).click();
  await dialog.waitFor({ state: "detached" });

  await ines.getByRole("button", { name: "Counters: 1 here, 0 offline" }).click();
  await ines.getByText("left out: It fell into the canal").waitFor();
  await ines.keyboard.press("Escape");
  await ines.getByRole("button", { name: "Close counting" }).click();
  const closing = ines.getByRole("dialog", { name: "Close counting" });
  await closing.getByRole("button", { name: "Close counting" }).click();
  await closing.waitFor({ state: "detached" });
});

test("a reset asks why, and the board begins again", async () => {
  const { ines, maria, count, lines } = await twoAtOneCount("To be reset");
  await enterCounts(maria, count, [{ lineId: lines[0]?.id ?? "", quantity: "1" }]);
  const grid = await openBoard(ines, count);
  await grid.getByText("Maria Costa").first().waitFor();
  await ines.getByRole("button", { name: "More to do" }).click();
  await ines.getByRole("menuitem", { name: "Reset count" }).click();
  const dialog = ines.getByRole("dialog", { name: "Reset count" });
  await dialog.getByLabel("Why").fill("Wrong zone");
  await dialog.getByRole("button", { name: "Reset count" }).click();
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => grid.getByText("Maria Costa").count()).toBe(0);
});

test("arrows move in the grid, also to lines that were never drawn", async () => {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title: "By keys", isAlone: true });
  const grid = await openBoard(ines, count);
  const total = Number(await grid.getAttribute("aria-rowcount")) - 2;
  expect(total).toBeGreaterThan(500);
  expect(await grid.locator("tbody tr[aria-rowindex]").count()).toBeLessThan(120);

  await ines.keyboard.press("/");
  expect(await focused(ines, "aria-label")).toBe("Search lines");
  await grid.locator("tbody .opener").first().focus();
  await ines.keyboard.press("ArrowDown");
  expect(await focusedRow(ines)).toBe(3);
  await ines.keyboard.press("Control+End");
  await expect.poll(() => focusedRow(ines)).toBe(total + 1);
  await ines.keyboard.press("ArrowUp");
  await expect.poll(() => focusedRow(ines)).toBe(total);
  await ines.keyboard.press("Control+Home");
  await expect.poll(() => focusedRow(ines)).toBe(2);
  await ines.keyboard.press("Enter");
  await ines.getByRole("complementary").waitFor();
});

async function focused(page: Page, attribute: string) {
  return page.evaluate((name) => document.activeElement?.getAttribute(name), attribute);
}

async function focusedRow(page: Page) {
  return page.evaluate(() =>
    Number(document.activeElement?.closest("tr")?.getAttribute("aria-rowindex")),
  );
}
