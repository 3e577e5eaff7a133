import { expect, test } from "vitest";
import { enter, useDesk } from "./desk.ts";

const desk = useDesk();

test("switching the warehouse changes the stock, the address and the next visit", async () => {
  const page = await enter(desk, "Supervisor", "/stock");
  const grid = page.getByRole("grid", { name: /^Stock of/ });
  await page.getByRole("grid", { name: "Stock of Main warehouse" }).waitFor();
  await grid.getByRole("row").nth(1).waitFor();

  await page.getByRole("button", { name: /^Warehouse: / }).click();
  const other = page.getByRole("menuitemradio").filter({ hasNotText: "Main warehouse" }).first();
  const name = (await other.innerText()).replace(/\s+\S+$/, "").trim();
  await other.click();
  await page.getByRole("grid", { name: `Stock of ${name}` }).waitFor();
  expect(new URL(page.url()).searchParams.get("warehouse")).not.toBe("MAIN");

  await page.goto("/stock");
  await page.getByRole("grid", { name: `Stock of ${name}` }).waitFor();
});

test("the display menu is remembered", async () => {
  const page = await enter(desk, "Viewer", "/items");
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByRole("radio", { name: "529" }).check();
  await page.getByRole("radio", { name: "Compact" }).check();
  await page.reload();
  await page.getByRole("heading", { name: "Items", level: 1 }).waitFor();
  const root = page.locator("html");
  expect(await root.getAttribute("data-scheme")).toBe("dark");
  expect(await root.getAttribute("data-palette")).toBe("529");
  expect(await root.getAttribute("data-density")).toBe("compact");
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper).toBe("rgb(15, 19, 23)");
});

test("the command palette finds an item and opens it", async () => {
  const page = await enter(desk, "Supervisor", "/stock");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or run a command" }).fill("lock washer");
  const option = page.getByRole("option").filter({ hasText: "Lock Washer" }).first();
  await option.waitFor();
  const sku = await option.locator("b").innerText();
  await option.click();
  await page.getByRole("heading", { name: sku, level: 1 }).waitFor();
});

test("the pill tells when the network goes and when it is back", async () => {
  const page = await enter(desk, "Viewer", "/items", {
    expectedProblems: [/WebSocket|ERR_INTERNET_DISCONNECTED/],
  });
  const rows = page.getByRole("grid", { name: "Items" }).locator("tbody tr");
  await rows.nth(1).waitFor();
  const pill = page.getByTitle("Connection to the server");
  await pill.getByText("Live").waitFor();
  await page.context().setOffline(true);
  await pill.getByText("Offline").waitFor();
  expect(await rows.count()).toBeGreaterThan(1);
  await page.context().setOffline(false);
  await pill.getByText("Live").waitFor();
});

test("a page that cannot be fetched says so, and opens when the network is back", async () => {
  const page = await enter(desk, "Administrator", "/items", {
    expectedProblems: [/WebSocket|ERR_INTERNET_DISCONNECTED|preload/],
  });
  await page.getByRole("grid", { name: "Items" }).locator("tbody tr").first().waitFor();
  await page.context().setOffline(true);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("heading", { name: "No connection" }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole("heading", { name: "Options", level: 1 }).waitFor();
});

test("an address without a page says so", async () => {
  const page = await enter(desk, "Viewer", "/items");
  await page.goto("/no-such-page");
  await page.getByRole("heading", { name: "Page not found" }).waitFor();
});

test("a page beyond one's roles is explained, not shown", async () => {
  const page = await enter(desk, "Viewer", "/items");
  await page.goto("/settings/users");
  await page.getByRole("heading", { name: "Not for your roles" }).waitFor();
  await page.getByText("This page needs “Manage users and invitations”").waitFor();
});
