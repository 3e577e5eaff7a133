import { expect, test } from "vitest";
import { enter, useDesk } from "./desk.ts";
import { firstLineOfStock, receive } from "./first-line-of-stock.ts";

const desk = useDesk();

test("an item is found in the catalogue and tells its places and its ledger", async () => {
  const page = await enter(desk, "Supervisor", "/stock");
  const { line } = await firstLineOfStock(page);
  await page.getByRole("link", { name: "Items" }).click();
  await page.getByRole("searchbox", { name: "Search the catalogue" }).fill(line.item.sku);
  await page.getByRole("gridcell").getByRole("link", { name: line.item.sku, exact: true }).click();

  await page.getByRole("heading", { name: line.item.sku, level: 1 }).waitFor();
  await page.getByText(line.item.description).first().waitFor();
  const places = page.getByRole("grid", { name: "Where it lies" });
  await places.getByRole("row").filter({ hasText: line.location.code }).first().waitFor();

  const ledger = page.getByRole("grid", { name: "Ledger" });
  await ledger.locator("tbody tr").first().waitFor();
  const times = await ledger
    .locator("tbody time")
    .evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
  expect(times.length).toBeGreaterThan(1);
  expect(await page.title()).toBe(`${line.item.sku} · Tallyroom`);
});

test("a move arrives in the open ledger by itself and says when it was heard", async () => {
  const page = await enter(desk, "Administrator", "/stock");
  const first = await firstLineOfStock(page);
  await page.goto(`/items/${encodeURIComponent(first.line.item.id)}?warehouse=MAIN`);
  const ledger = page.getByRole("grid", { name: "Ledger" });
  await ledger.locator("tbody tr").first().waitFor();
  await page.getByText(/^Live/).waitFor();

  const minutesLate = 95;
  await receive(page, first, {
    quantity: "3",
    reference: "PO-LATE-1",
    effectiveAt: new Date(Date.now() - minutesLate * 60_000),
  });

  const row = ledger.getByRole("row").filter({ hasText: "PO-LATE-1" });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/Receipt/);
  expect(await row.innerText()).toMatch(/\+3/);
  expect(await row.innerText()).toMatch(/heard 1 h 3[56] min late/);
});

test("the ledger can be narrowed to one place", async () => {
  const page = await enter(desk, "Supervisor", "/stock");
  const { line } = await firstLineOfStock(page);
  await page.goto(`/items/${encodeURIComponent(line.item.id)}?warehouse=MAIN`);
  const ledger = page.getByRole("grid", { name: "Ledger" });
  await ledger.locator("tbody tr").first().waitFor();
  await page.getByLabel("Place", { exact: true }).selectOption(line.id);
  await page.waitForFunction(
    (code) =>
      [...document.querySelectorAll('table[aria-label="Ledger"] tbody tr')].every((row) =>
        row.textContent?.includes(code),
      ),
    line.location.code,
  );
  expect(await ledger.locator("tbody tr").count()).toBeGreaterThan(0);
});

test("an unknown item is told as such", async () => {
  const page = await enter(desk, "Viewer", "/items");
  await page.goto("/items/no-such-item");
  await page.getByRole("heading", { name: "No such item" }).waitFor();
});

test("a counter sees items without their cost and without their stock", async () => {
  const page = await enter(desk, "Counter", "/items");
  const items = page.getByRole("grid", { name: "Items" });
  await items.locator("tbody tr").first().waitFor();
  const heads = (await items.getByRole("columnheader").allInnerTexts()).join(" ");
  expect(heads).toContain("Tracking");
  expect(heads).not.toContain("cost");
  await items.locator("tbody a").first().click();
  await page.getByRole("heading", { name: "Facts" }).waitFor();
  expect(await page.getByRole("grid", { name: "Ledger" }).count()).toBe(0);
});
