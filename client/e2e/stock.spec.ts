import { expect, test } from "vitest";
import { enter, useDesk } from "./desk.ts";
import { firstLineOfStock, receive } from "./first-line-of-stock.ts";

const desk = useDesk();
const digitsOf = (text: string) => Number(text.replace(/[^\d.]/g, ""));

test("a move recorded by another program changes the quantity where it stands", async () => {
  const page = await enter(desk, "Administrator", "/stock?warehouse=MAIN");
  const first = await firstLineOfStock(page);
  const row = page
    .getByRole("grid", { name: /^Stock of/ })
    .getByRole("row")
    .filter({ hasText: first.line.item.sku })
    .filter({ hasText: first.line.location.code })
    .first();
  await row.waitFor();
  const place = await row.getAttribute("aria-rowindex");
  await page.getByText(/^Live/).waitFor();

  await receive(page, first, { quantity: "7", reference: "PO-LIVE-1" });

  await row.getByText("changed just now").waitFor({ state: "attached" });
  const onHand = Number(first.line.quantityOnHand) + 7;
  expect(digitsOf(await row.locator("td.changed").innerText())).toBe(onHand);
  expect(await row.getAttribute("aria-rowindex")).toBe(place);
});

test("a row that would stand elsewhere waits until the new order is asked for", async () => {
  const page = await enter(
    desk,
    "Administrator",
    "/stock?warehouse=MAIN&order=LAST_MOVED_AT&direction=DESC",
  );
  const first = await firstLineOfStock(page);
  const rows = page.getByRole("grid", { name: /^Stock of/ }).locator("tbody tr");
  await rows.first().waitFor();
  await page.getByText(/^Live/).waitFor();
  const topBefore = await rows.first().innerText();

  await receive(page, first, { quantity: "1", reference: "PO-LIVE-2" });

  const update = page.getByRole("button", { name: /rows? changed: update order/ });
  await update.waitFor();
  const { sku } = first.line.item;
  if (!topBefore.includes(sku)) expect(await rows.first().innerText()).not.toContain(sku);
  await page.keyboard.press("r");
  await rows.first().filter({ hasText: sku }).waitFor();
  await update.waitFor({ state: "detached" });
});

test("filters live in the address and can be cleared", async () => {
  const page = await enter(desk, "Supervisor", "/stock?warehouse=MAIN");
  const count = page.getByText(/lines$/);
  await count.waitFor();
  const all = digitsOf(await count.innerText());
  await page.getByRole("button", { name: "Reserved" }).click();
  await page.waitForURL("**status=RESERVED**");
  const filtered = page.getByText(/in filter$/);
  await filtered.waitFor();
  expect(digitsOf(await filtered.innerText())).toBeLessThan(all);
  await page.getByRole("searchbox", { name: "Search stock" }).fill("zzz-no-such-thing");
  await page.getByRole("heading", { name: "No stock like this here" }).waitFor();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await page.getByText(/lines$/).waitFor();
  expect(new URL(page.url()).searchParams.has("status")).toBe(false);
});

test("reading on adds rows at the end and moves none", async () => {
  const page = await enter(desk, "Supervisor", "/stock?warehouse=MAIN");
  const rows = page.getByRole("grid", { name: /^Stock of/ }).locator("tbody tr");
  await rows.nth(99).waitFor();
  const firstHundred = await rows.evaluateAll((all) =>
    all.slice(0, 100).map((row) => row.textContent),
  );
  await page.getByRole("button", { name: "Show more" }).scrollIntoViewIfNeeded();
  await rows.nth(150).waitFor();
  const sameRows = await rows.evaluateAll((all) => all.slice(0, 100).map((row) => row.textContent));
  expect(sameRows).toEqual(firstHundred);
});

test("a search made in a dead spot is answered as soon as the server is back", async () => {
  const page = await enter(desk, "Supervisor", "/stock?warehouse=MAIN", {
    expectedProblems: [/WebSocket|ERR_INTERNET_DISCONNECTED/],
  });
  const rows = page.getByRole("grid", { name: /^Stock of/ }).locator("tbody tr");
  await rows.nth(99).waitFor();
  await page.getByText(/^Live/).waitFor();
  const { line } = await firstLineOfStock(page);
  await page.context().setOffline(true);
  await page.getByRole("searchbox", { name: "Search stock" }).fill(line.item.sku);
  await page.getByText("The server cannot be reached.").waitFor();
  expect(await rows.count()).toBeGreaterThan(99);

  await page.context().setOffline(false);
  await page.getByText(/in filter$/).waitFor();
  const skus = await rows.locator("td:first-child").allInnerTexts();
  expect(new Set(skus.map((sku) => sku.trim()))).toEqual(new Set([line.item.sku]));
});
