import { OpenSession } from "@tallyroom/schema/operations/open-session.ts";
import { ReportChoices } from "@tallyroom/schema/operations/report-choices.ts";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginCount, enterCounts, linesOf } from "./begun-count.ts";
import { ask, enter, useDesk } from "./desk.ts";

const desk = useDesk();

const reportsOf = async (page: Page) => {
  const { viewer } = await ask(page, OpenSession, {});
  return ask(page, ReportChoices, { warehouseId: viewer?.warehouses[0]?.id ?? "" });
};

test("a supervisor narrows the differences to one count and an item, and takes them as a file", async () => {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title: "To be reported", zones: 1, isAlone: true });
  const lines = await linesOf(maria, count, 3);
  const entries = lines.map(({ id }, at) => ({ lineId: id, quantity: at ? "0" : "99999" }));
  await enterCounts(maria, count, entries);

  await ines.goto("/reports?warehouse=MAIN");
  await ines.getByRole("heading", { name: "Cycle Count History" }).waitFor();
  await ines
    .getByRole("navigation", { name: "Reports" })
    .getByRole("link", { name: "Differences 158" })
    .click();
  await ines.getByText("report 158").waitFor();
  const choice = ines.getByLabel("Count", { exact: true });
  const offered = await choice.locator("option").allInnerTexts();
  await choice.selectOption({ label: offered.find((each) => each.includes(count.title)) ?? "" });
  const rows = ines
    .getByRole("grid", { name: "Cycle Count Differences" })
    .locator("tbody tr:not(.totals)");
  await expect.poll(() => rows.count()).toBe(3);

  const sku = lines[0]?.item.sku ?? "";
  await ines.getByLabel("Item", { exact: true }).fill(sku);
  await expect.poll(() => new URL(ines.url()).searchParams.get("item")).toBe(sku);
  await expect.poll(() => rows.count()).toBe(lines.filter(({ item }) => item.sku === sku).length);
  await ines.reload();
  expect(await ines.getByLabel("Item", { exact: true }).inputValue()).toBe(sku);

  const download = ines.waitForEvent("download");
  await ines.getByRole("link", { name: "CSV" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file.split("\r\n")[0]).toMatch(/^Count,Item,Description/u);
  expect(file).toContain(sku);

  await ines.getByRole("button", { name: "Clear filters" }).click();
  await expect.poll(() => new URL(ines.url()).searchParams.get("item")).toBeNull();
});

test("a picture stands where it says more than rows: expiry by month, coverage by day", async () => {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  // All of it: some of what lies there expires.
  const count = await beginCount(ines, { title: "To expire", isAlone: true });
  const lines = await linesOf(maria, count, 200);
  const entries = lines.map(({ id }) => ({ lineId: id, quantity: "7" }));
  await enterCounts(maria, count, entries);
  await ines.goto("/reports/expiry?warehouse=MAIN");
  await ines.getByRole("table", { name: "When it expires" }).getByRole("row").nth(1).waitFor();

  await ines.goto("/reports/coverage?warehouse=MAIN");
  const days = ines.getByRole("table", { name: "Coverage, day by day" });
  await days.getByRole("rowheader", { name: "Mon" }).waitFor();
  // Thirteen weeks of days that say how much of a hundred.
  await expect.poll(() => days.locator("td.day").count()).toBe(91);
});

test("what is printed are all rows, and not those alone that were loaded", async () => {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title: "To be printed", isAlone: true });
  await ines.addInitScript(() => {
    window.print = () => (document.body.dataset["printed"] = "yes");
  });
  await ines.goto(`/reports/review?warehouse=MAIN&sessionId=${encodeURIComponent(count.id)}`);
  const rows = ines.locator(".report-table tbody tr:not(.totals)");
  const loaded = ines.getByText(/^200 of [\d,.]+ shown$/u);
  await loaded.waitFor();
  await ines.keyboard.press("Control+p");
  await ines.locator("body[data-printed]").waitFor();
  expect(await loaded.count()).toBe(0);
  const { length } = await linesOf(ines, count, 250, 500);
  expect(await rows.count()).toBeGreaterThanOrEqual(500 + length);
  expect(await ines.getByText(/These are the first/u).count()).toBe(0);
}, 60_000);

test("every report is two keys away, in groups, and keeps what it is narrowed to", async () => {
  const ines = await enter(desk, "Supervisor", "/reports/items?warehouse=MAIN&from=2026-01-01");
  const opener = ines.getByRole("button", { name: "All reports" });
  await opener.focus();
  await ines.keyboard.press("Enter");
  const { length } = (await reportsOf(ines)).reports;
  expect(await ines.getByRole("menuitemradio").count()).toBe(length);
  await expect
    .poll(() => ines.evaluate(() => document.activeElement?.textContent?.trim()))
    .toBe("Problem items");
  const where = ines.getByRole("group", { name: "Where lines differ" });
  expect(await where.getByRole("menuitemradio").count()).toBe(3);
  await ines.keyboard.press("ArrowDown");
  await ines.keyboard.press("Enter");
  await ines.getByRole("heading", { name: "Problem categories" }).waitFor();
  expect(new URL(ines.url()).searchParams.get("from")).toBe("2026-01-01");
  expect(await ines.getByRole("menuitemradio").count()).toBe(0);
});

test("another warehouse keeps days and item, and leaves places and counts behind", async () => {
  const address = "/reports/differences?warehouse=MAIN&from=2026-01-01&locationId=x&sessionId=y";
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  await ines.goto(address);
  await ines.getByLabel("Warehouse", { exact: true }).selectOption({ label: "Outlet store" });
  await ines.getByText("Nothing fits the filters.").waitFor();
  const { searchParams } = new URL(ines.url());
  expect(Object.fromEntries(searchParams)).toEqual({ warehouse: "OUTLET", from: "2026-01-01" });
});

test("both files of each report are served where its page links to them", async () => {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  for (const { code } of (await reportsOf(ines)).reports) {
    await ines.goto(`/reports/${code.toLowerCase()}?warehouse=MAIN`);
    for (const [name, begins] of [
      ["CSV", /^[A-Z%"]/u],
      ["Export to Excel", /^PK/u],
    ] as const) {
      const path = await ines.getByRole("link", { name, exact: true }).getAttribute("href");
      const file = await ines.request.get(new URL(path ?? "", ines.url()).href);
      expect(file.status(), `${code} ${name}`).toBe(200);
      expect((await file.body()).toString("latin1")).toMatch(begins);
    }
  }
});

test("paper is white though the screen is dark, and bars are printed", async () => {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title: "To differ", zones: 1, isAlone: true });
  const [line] = await linesOf(ines, count, 1);
  await enterCounts(ines, count, [{ lineId: line?.id ?? "", quantity: "99999" }]);
  await ines.addInitScript(() => {
    localStorage.setItem("tallyroom.display", JSON.stringify({ scheme: "dark" }));
  });
  await ines.goto("/reports/causes?warehouse=MAIN");
  const bar = ines.locator("td.stairs i").first();
  await bar.waitFor();
  const title = ines.getByRole("heading", { name: "Causes", level: 1 });
  const inkOf = () => title.evaluate((element) => getComputedStyle(element).color);
  const onScreen = await inkOf();
  await ines.emulateMedia({ media: "print" });
  expect(await inkOf()).not.toBe(onScreen);
  expect(await inkOf()).toBe("rgb(21, 25, 30)");
  expect(await bar.evaluate((element) => getComputedStyle(element).printColorAdjust)).toBe("exact");
});

test("who may not see what is expected is not offered reports", async () => {
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const main = maria.getByRole("navigation", { name: "Main" });
  await main.getByRole("link", { name: "Counts" }).waitFor();
  expect(await main.getByRole("link", { name: "Reports" }).count()).toBe(0);
});
