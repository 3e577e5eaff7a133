import { Items } from "@tallyroom/schema/operations/items.ts";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ask, enter, useDesk } from "./desk.ts";
import { firstLineOfStock } from "./first-line-of-stock.ts";

const desk = useDesk();

async function openDialog(page: Page, itemId: string) {
  await page.goto(`/items/${encodeURIComponent(itemId)}?warehouse=MAIN`);
  await page.getByText(/^Live/).waitFor();
  await page.getByRole("button", { name: "Record a move" }).click();
  return page.getByRole("dialog", { name: "Record a move" });
}

test("a receipt is recorded at a scanned place and is seen by others at once", async () => {
  const page = await enter(desk, "Supervisor", "/stock");
  const { line } = await firstLineOfStock(page);
  const other = await enter(desk, "Viewer", `/items/${encodeURIComponent(line.item.id)}`);
  const ledger = other.getByRole("grid", { name: "Ledger" });
  await ledger.locator("tbody tr").first().waitFor();
  await other.getByText(/^Live/).waitFor();

  const dialog = await openDialog(page, line.item.id);
  await dialog.getByRole("combobox", { name: "Into" }).fill(line.location.code.toLowerCase());
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    (code) => (document.activeElement as HTMLInputElement).value === code,
    line.location.code,
  );
  await dialog.getByLabel("Quantity").fill("4");
  await dialog.getByLabel("Reference").fill("PO-BY-HAND");
  await dialog.getByRole("button", { name: "Record the receipt" }).click();
  await dialog.waitFor({ state: "detached" });

  const row = ledger.getByRole("row").filter({ hasText: "PO-BY-HAND" });
  await row.waitFor({ timeout: 2_000 });
  expect(await row.innerText()).toMatch(/Receipt/);
  expect(await row.innerText()).toContain(line.location.code);
  await page.getByRole("grid", { name: "Ledger" }).getByText("PO-BY-HAND").waitFor();
});

test("what the server refuses stands beside the field, and can be mended", async () => {
  const page = await enter(desk, "Supervisor", "/stock");
  const { line } = await firstLineOfStock(page);
  const dialog = await openDialog(page, line.item.id);
  await dialog.getByRole("radio", { name: "Issue" }).check();
  const from = dialog.getByLabel("From");
  await from.selectOption(line.id);
  const quantity = dialog.getByLabel("Quantity");
  await quantity.fill("9999999");
  await dialog.getByLabel("Reference").fill("SO-BY-HAND");
  await dialog.getByRole("button", { name: "Record the issue" }).click();
  await dialog.getByText("There is less on hand than would leave.").waitFor();
  expect(await quantity.getAttribute("aria-invalid")).toBe("true");
  expect(await quantity.evaluate((field) => field === document.activeElement)).toBe(true);

  await quantity.fill("1");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  const row = page.getByRole("grid", { name: "Ledger" }).getByRole("row");
  await row.filter({ hasText: "SO-BY-HAND" }).filter({ hasText: "Issue" }).waitFor();
});

test("a code scanned into the quantity, and a place that is none, are not recorded", async () => {
  const page = await enter(desk, "Supervisor", "/stock");
  const { line } = await firstLineOfStock(page);
  const dialog = await openDialog(page, line.item.id);
  const record = dialog.getByRole("button", { name: "Record the receipt" });
  await dialog.getByRole("combobox", { name: "Into" }).fill("NO-SUCH-BIN");
  await dialog.getByLabel("Quantity").fill("4006381333931");
  await record.click();
  await dialog.getByText("No place here is called “NO-SUCH-BIN”.").waitFor();
  await dialog.getByRole("combobox", { name: "Into" }).fill(line.location.code);
  await record.click();
  await dialog.getByText("This looks like a code, not a quantity.").waitFor();
});

test("serials are received one a line and leave by name", async () => {
  const page = await enter(desk, "Supervisor", "/stock");
  const { line } = await firstLineOfStock(page);
  const { items } = await ask(page, Items, {
    first: 1,
    filter: { tracking: { eq: "SERIAL" } },
    seesCost: false,
  });
  const dialog = await openDialog(page, items.nodes[0]?.id ?? "");
  await dialog.getByRole("combobox", { name: "Into" }).fill(line.location.code);
  await dialog.getByLabel("Serials").fill("HAND-1\nHAND-2\nHAND-1\n");
  await dialog.getByLabel("Reference").fill("PO-SERIALS");
  const record = dialog.getByRole("button", { name: "Record the receipt" });
  await record.click();
  await dialog.getByText("There must be as many different serials as pieces.").waitFor();
  await dialog.getByLabel("Serials").fill("HAND-1\nHAND-2");
  await record.click();
  await dialog.waitFor({ state: "detached" });
  const row = page.getByRole("grid", { name: "Ledger" }).getByRole("row");
  await row.filter({ hasText: "PO-SERIALS" }).filter({ hasText: "HAND-1" }).waitFor();
});

test("who may not record moves is not offered it", async () => {
  const page = await enter(desk, "Viewer", "/stock");
  const { line } = await firstLineOfStock(page);
  await page.goto(`/items/${encodeURIComponent(line.item.id)}?warehouse=MAIN`);
  await page.getByRole("grid", { name: "Ledger" }).locator("tbody tr").first().waitFor();
  expect(await page.getByRole("button", { name: "Record a move" }).count()).toBe(0);
});
