import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { still, violationsInAllLooks } from "./axe.ts";
import { enter, useDesk, visit } from "./desk.ts";
import { beginCount, enterCounts, linesOf, reportPresence } from "./begun-count.ts";
import { firstLineOfStock } from "./first-line-of-stock.ts";
import { pagesOfImports } from "./pages-of-imports.ts";
import { pagesOfReports } from "./pages-of-reports.ts";
import { pagesOfSheets } from "./pages-of-sheets.ts";

const desk = useDesk();

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

type ReadyPage = [path: string, ready: string];

/** Every page of counts, and what shows that it is drawn. */
async function pagesOfCounts(page: Page): Promise<ReadyPage[]> {
  const count = await beginCount(page, { title: "For everybody", zones: 1, isAlone: true });
  const [first, second] = await linesOf(page, count, 2);
  await enterCounts(page, count, [{ lineId: first?.id ?? "", quantity: "1" }]);
  await enterCounts(page, count, [{ lineId: second?.id ?? "", quantity: "99999" }]);
  await reportPresence(page, count, { deviceName: "Zebra TC22", unsentCount: 1 });
  return [
    ["/counts?warehouse=MAIN", "tbody tr"],
    ["/counts/new?warehouse=MAIN", ".preview .covers"],
    [count.path.replace("/lines?", "?"), "[data-tile]"],
    [`${count.path.replace("/lines?", "?")}&wall=`, "[data-tile]"],
    [count.path, "tbody .opener"],
    [`${count.path}&view=OVERAGES&line=${encodeURIComponent(second?.id ?? "")}`, ".timeline"],
    [count.path.replace("/lines", "/postings"), ".empty-state"],
    [count.path.replace("/lines", "/log"), "tbody tr"],
    [
      `${count.path.replace("/lines", "/discrepancies")}&line=${encodeURIComponent(second?.id ?? "")}`,
      ".investigation",
    ],
  ];
}

/** Every other page of the desk. */
async function otherPages(page: Page): Promise<ReadyPage[]> {
  const { line } = await firstLineOfStock(page);
  return [
    ["/stock", "tbody tr"],
    ["/items", "tbody tr"],
    [`/items/${encodeURIComponent(line.item.id)}`, "table[aria-label=Ledger] tbody tr"],
    ["/locations", "tbody tr"],
    ["/labels?warehouse=MAIN", ".label"],
    ["/account", "ul li"],
    ["/explorer", ".explorer"],
    ["/no-such-page", ".error-page"],
  ];
}

const settingsPages: ReadyPage[] = [
  ["/settings/options?warehouse=MAIN", "tbody tr"],
  ["/settings/options?warehouse=MAIN&option=325", ".phone"],
  ["/settings/options?warehouse=MAIN&option=529", ".phone"],
  ["/settings/tolerances?warehouse=MAIN", ".verdict .in, .verdict .out"],
  ["/settings/approvers?warehouse=MAIN", "tbody tr"],
  ["/settings/reasons", "tbody tr"],
  ["/settings/codes?warehouse=MAIN", "tbody tr, .empty-state"],
  ["/settings/users", "tbody tr"],
  ["/settings/roles", "dl"],
  ["/settings/devices?warehouse=MAIN", "tbody tr, .empty-state"],
  ["/settings/jobs?warehouse=MAIN", "tbody tr, .empty-state"],
  ["/settings/keys", "tbody tr, .empty-state"],
  ["/settings/audit?warehouse=MAIN", "tbody tr"],
];

const planPages: ReadyPage[] = [
  ["/plan?warehouse=MAIN", "[data-day]"],
  ["/plan/schedules?warehouse=MAIN", "tbody .opener"],
  ["/plan/schedules?warehouse=MAIN&new=", "dialog form"],
  ["/plan/abc?warehouse=MAIN", "figure"],
  ["/plan/days?warehouse=MAIN", "form .week"],
  ["/plan/runs?warehouse=MAIN", "tbody tr"],
];

describe("in every look axe finds nothing", () => {
  test.each([
    ["of counts", pagesOfCounts],
    ["of sheets", pagesOfSheets],
    ["of imports", pagesOfImports],
    ["of reports", pagesOfReports],
    ["beside them", otherPages],
    ["of the plan", () => planPages],
    ["of the settings", () => settingsPages],
  ])("on the pages %s", { timeout: 240_000 }, async (_, pagesOf) => {
    const page = await enter(desk, "Administrator", "/stock", still);
    const found: string[] = [];
    for (const [path, ready] of await pagesOf(page)) {
      await page.goto(path);
      await page.locator(ready).first().waitFor();
      found.push(...(await violationsInAllLooks(page)));
    }
    expect(found).toEqual([]);
  });

  test("in what opens on the pages of a count", async () => {
    const page = await enter(desk, "Administrator", "/counts?warehouse=MAIN", still);
    const count = await beginCount(page, { title: "All that opens", zones: 1, isAlone: true });
    const [line] = await linesOf(page, count, 1);
    await enterCounts(page, count, [{ lineId: line?.id ?? "", quantity: "0" }]);
    const grid = count.path.replace("/lines", "/discrepancies");
    for (const shown of ["group=ITEM", "view=LOCATION_MOVES"]) {
      await page.goto(`${grid}&${shown}`);
      await page.locator(".grid thead").waitFor();
      expect(await violationsInAllLooks(page), shown).toEqual([]);
    }
    await page.goto(grid);
    await page.locator("tbody .opener").first().waitFor();
    for (const name of ["Add filter", "Saved views", /^Columns/]) {
      await page.getByRole("button", { name }).click();
      expect(await violationsInAllLooks(page), String(name)).toEqual([]);
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("p");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    expect(await violationsInAllLooks(page), "keys").toEqual([]);
    await page.goto(count.path.replace("/lines?", "?"));
    await page.locator("[data-tile]").first().click();
    await page.getByText("Nothing is closed off or on hold here.").waitFor();
    expect(await violationsInAllLooks(page), "a bin").toEqual([]);
    await page.getByRole("button", { name: "Close off…" }).click();
    expect(await violationsInAllLooks(page), "close off").toEqual([]);
    await page.goto("/counts/new?warehouse=MAIN");
    await page.getByRole("radio", { name: "Items" }).check();
    await page.getByLabel("Add an item").fill("Crank");
    await page.getByRole("option").first().waitFor();
    expect(await violationsInAllLooks(page), "items offered").toEqual([]);
  });

  test("at the door", async () => {
    const page = await visit(desk, "/sign-in", still);
    for (const path of ["/sign-in", "/invitation/no-such-token"]) {
      await page.goto(path);
      await page.locator("form, h1").first().waitFor();
      expect(await violationsInAllLooks(page), `on ${path}`).toEqual([]);
    }
  });
});

test("control: a colour that can be read in the light alone is found in the dark", async () => {
  const page = await enter(desk, "Viewer", "/items", still);
  await page.locator("tbody tr").first().waitFor();
  await page.locator("h1").evaluate((heading) => (heading.style.color = "#333333"));
  const found = await violationsInAllLooks(page);
  expect(found).toHaveLength(3);
  for (const each of found) expect(each).toMatch(/^dark, .*color-contrast/u);
});

test("axe finds nothing in menus, dialogs and the command palette", async () => {
  const page = await enter(desk, "Administrator", "/settings/users", still);
  await page.locator("tbody tr").first().waitFor();
  await page.getByRole("button", { name: "Display" }).click();
  expect(await violationsInAllLooks(page), "display menu").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Warehouse: / }).click();
  expect(await violationsInAllLooks(page), "warehouse menu").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Invite someone" }).click();
  expect(await violationsInAllLooks(page), "invitation").toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("option").first().waitFor();
  expect(await violationsInAllLooks(page), "command palette").toEqual([]);
  await page.goto("/reports/items?warehouse=MAIN");
  await page.getByRole("button", { name: "All reports" }).click();
  expect(await violationsInAllLooks(page), "all reports").toEqual([]);
  await page.getByLabel("Item", { exact: true }).fill("NOWHERE");
  await page.getByText("Nothing has this code").waitFor();
  expect(await violationsInAllLooks(page), "filter").toEqual([]);
});

test("axe finds nothing in the dialogs of the settings", async () => {
  const page = await enter(desk, "Administrator", "/settings/reasons", still);
  await page.getByRole("button", { name: "New reason" }).click();
  await page.getByRole("dialog").waitFor();
  expect(await violationsInAllLooks(page), "reason").toEqual([]);
  await page.goto("/settings/tolerances?warehouse=MAIN");
  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByRole("dialog").getByLabel("Place", { exact: true }).fill("NOWHERE");
  await page.getByText("Nothing has this code").waitFor();
  expect(await violationsInAllLooks(page), "rule").toEqual([]);
  await page.getByRole("dialog").getByLabel("Place", { exact: true }).fill("");
  await page.getByRole("button", { name: "Add the rule" }).click();
  await page.getByText("needs a limit").waitFor();
  expect(await violationsInAllLooks(page), "rules").toEqual([]);
  await page.goto("/settings/audit?warehouse=MAIN");
  await page.locator("tbody").getByRole("button").first().click();
  await page.getByRole("dialog").waitFor();
  expect(await violationsInAllLooks(page), "decision").toEqual([]);
});

test("axe finds nothing where a move is recorded, rejected and mended", async () => {
  const page = await enter(desk, "Administrator", "/stock", still);
  const { line } = await firstLineOfStock(page);
  await page.goto(`/items/${encodeURIComponent(line.item.id)}?warehouse=MAIN`);
  await page.getByRole("button", { name: "Record a move" }).click();
  const dialog = page.getByRole("dialog", { name: "Record a move" });
  await dialog.getByRole("combobox", { name: "Into" }).fill(line.location.code.slice(0, -1));
  await dialog.getByRole("listbox").getByRole("option").first().waitFor();
  expect(await violationsInAllLooks(page), "places offered").toEqual([]);
  await dialog.getByRole("radio", { name: "Move" }).check();
  await dialog.getByRole("button", { name: "Record the move" }).click();
  await dialog.locator("[aria-invalid]").waitFor();
  expect(await violationsInAllLooks(page), "rejected").toEqual([]);
});

test("axe finds nothing where a count is closed and its crew is looked at", async () => {
  const page = await enter(desk, "Administrator", "/counts", still);
  const count = await beginCount(page, { title: "To be closed", zones: 1, isAlone: true });
  await reportPresence(page, count, { deviceName: "Zebra TC22", unsentCount: 3 });
  await page.goto(count.path);
  await page.locator("tbody .opener").first().waitFor();
  await page.getByRole("button", { name: /^Counters: / }).click();
  expect(await violationsInAllLooks(page), "crew").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Close counting" }).click();
  const dialog = page.getByRole("dialog", { name: "Close counting" });
  await dialog.getByRole("button", { name: "Close counting" }).click();
  await dialog.getByRole("alert").waitFor();
  expect(await violationsInAllLooks(page), "close").toEqual([]);
});

test("axe finds nothing where a count is approved, posted and taken back", async () => {
  const page = await enter(desk, "Administrator", "/counts", still);
  const count = await beginCount(page, { title: "To be posted", zones: 1, isAlone: true });
  const maria = await enter(desk, "Counter", "/counts", still);
  const lines = await linesOf(maria, count, 3);
  const entries = lines.map(({ id }) => ({ lineId: id, quantity: "1" }));
  await enterCounts(maria, count, entries.slice(0, 2));
  await enterCounts(page, count, entries.slice(2));
  await page.goto(count.path);
  await page.locator("tbody .opener").first().waitFor();
  await page.getByRole("button", { name: "More to do" }).click();
  await page.getByRole("menuitem", { name: "Approve" }).click();
  const approve = page.getByRole("button", { name: "Approve 2 lines" });
  await approve.waitFor();
  expect(await violationsInAllLooks(page), "approve").toEqual([]);
  await approve.click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Leave out 1 line" }).waitFor();
  expect(await violationsInAllLooks(page), "pre-flight").toEqual([]);
  await page.getByRole("button", { name: "Leave out 1 line" }).click();
  await page.getByRole("button", { name: /^Post 2 lines/ }).click();
  await page.getByRole("link", { name: "See the posting" }).click();
  await page
    .getByRole("grid", { name: "Lines of the posting" })
    .locator("tbody tr")
    .first()
    .waitFor();
  expect(await violationsInAllLooks(page), "postings").toEqual([]);
});

test("nothing has to be scrolled sideways at 360 × 640", async () => {
  const page = await enter(desk, "Administrator", "/stock", phone);
  const counts = await pagesOfCounts(page);
  const others = [...(await pagesOfImports(page)), ...(await otherPages(page))];
  const reports = await pagesOfReports(page);
  const pages = [...counts, ...others, ...reports, ...settingsPages, ...planPages];
  for (const [path, ready] of pages) {
    await page.goto(path);
    await page.locator(ready).first().waitFor();
    const overflow = await page.evaluate(() => {
      const main = document.querySelector("main") ?? document.documentElement;
      const { scrollWidth, clientWidth } = document.documentElement;
      return Math.max(scrollWidth - clientWidth, main.scrollWidth - main.clientWidth);
    });
    expect(overflow, `on ${path}`).toBe(0);
  }
});

test("motion stops for those who ask for less", async () => {
  const page = await enter(desk, "Viewer", "/items", { reducedMotion: "reduce" });
  await page.locator("tbody tr").first().waitFor();
  const running = await page.evaluate(() => document.getAnimations().length);
  expect(running).toBe(0);
});
