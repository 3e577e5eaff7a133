import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { enter, useDesk } from "./desk.ts";
import { firstLineOfStock } from "./first-line-of-stock.ts";

const desk = useDesk();

/** Under headings of its own: what another test put right would be remembered. */
async function checkedItems(idHeading: string): Promise<Page> {
  const rows = ["ROW-1,One,BRACE", "ROW-2,Two,BRACE", "ROW-3,Three,BOXFUL", "ROW-4,Four,HEAP"];
  const page = await enter(desk, "Administrator", "/import?warehouse=MAIN");
  await send(page, [`${idHeading},Description,UOM`, ...rows]);
  await expect.poll(() => errors(page).count()).toBe(4);
  return page;
}

async function send(page: Page, lines: readonly string[]) {
  const payload = { name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
  await page.getByLabel("Choose a file").first().setInputFiles(payload);
  await page.getByRole("heading", { name: "rows.csv", level: 2 }).waitFor();
  await page.getByRole("button", { name: "Dry run" }).click();
}

const errors = (page: Page) => page.getByRole("grid", { name: "Errors" }).locator("tbody tr");
const shown = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const tick = (page: Page, row: number) =>
  page.getByRole("checkbox", { name: `Choose row ${row}, UOM` }).click();
const check = (page: Page) => page.getByRole("button", { name: "Check the changes" }).click();

async function readBraceAs(page: Page, text: string) {
  await tick(page, 2);
  await page.getByLabel("Replace what is chosen with").fill(text);
  await page.getByRole("button", { name: "Replace", exact: true }).click();
}

test("rows are told apart by what becomes of them, and one that is left out is not done", async () => {
  const page = await checkedItems("Item ID");
  await shown(page, "To decide 4").check();
  await expect.poll(() => errors(page).count()).toBe(4);
  await readBraceAs(page, "EA");
  await tick(page, 4);
  await page.getByRole("button", { name: "Leave out 1" }).click();
  await shown(page, "To decide 1").waitFor();
  // The list does not move under the hand: what is decided stays until it is asked for anew.
  expect(await errors(page).count()).toBe(4);
  await shown(page, "Fixed 2").check();
  await expect.poll(() => errors(page).count()).toBe(2);
  await shown(page, "Left out 1").check();
  await expect.poll(() => errors(page).allInnerTexts()).toHaveLength(1);
  expect(await errors(page).innerText()).toContain("BOXFUL");

  await check(page);
  await page.getByRole("button", { name: "Commit 2, leave out 2" }).waitFor();
  await page.getByText("left out by choice", { exact: false }).first().waitFor();
  await errors(page).getByText("ROW-3").waitFor();
  await errors(page).getByRole("button", { name: "Take back" }).click();
  await check(page);
  await shown(page, "To decide 2").waitFor();
  await shown(page, "Left out 0").waitFor();
  // What was put right is seen, and can be taken back, though none of its rows is wrong any more.
  await page.getByText("1 value is read as another").click();
  await page.getByRole("button", { name: "Read BRACE as it is" }).click();
  await check(page);
  await shown(page, "To decide 4").waitFor();
});

test("on a phone the page is as high as its window, and what lies below is scrolled within it", async () => {
  const page = await checkedItems("Artikel");
  await page.setViewportSize({ width: 360, height: 640 });
  const heights = () =>
    page.evaluate(() => [
      document.documentElement.scrollHeight,
      document.documentElement.clientHeight,
    ]);
  await expect.poll(heights).toEqual([640, 640]);
});

test("of an item that nobody knows the likeliest are offered, and one is used in all its rows", async () => {
  const page = await enter(desk, "Supervisor", "/import?warehouse=MAIN");
  const { line } = await firstLineOfStock(page);
  const { sku } = line.item;
  const place = line.location.code;
  const unknown = `${sku}9`;
  const row = `RECEIPT,${unknown},${place},1`;
  await send(page, ["Kind,Item ID,Location,Quantity", row, row]);
  await expect.poll(() => errors(page).count()).toBe(2);
  await errors(page).getByRole("button", { name: "Choose item" }).first().click();
  const drawer = page.getByRole("complementary", { name: "Row 2" });
  const offered = drawer.getByRole("group", { name: "Which item is it?" });
  // Nothing is guessed: what is used is what somebody has chosen.
  expect(await offered.getByRole("radio", { name: "Another" }).isChecked()).toBe(true);
  expect(await offered.getByRole("radio").count()).toBeLessThanOrEqual(4);
  await offered.getByRole("radio", { name: new RegExp(`^${sku} `, "u") }).check();
  await drawer.getByRole("button", { name: "Use in 2 rows" }).click();
  await shown(page, "Fixed 2").waitFor();
  await check(page);
  await page.getByText("1 value is read as another").waitFor();
});

test("a page that is open on another device follows a check that begins, and what was put right", async () => {
  const page = await checkedItems("SKU");
  const other = await enter(desk, "Administrator", new URL(page.url()).pathname);
  const third = await enter(desk, "Administrator", new URL(page.url()).pathname);
  for (const each of [other, third]) await expect.poll(() => errors(each).count()).toBe(4);
  await tick(third, 5);
  await third.getByRole("button", { name: "Leave out 1" }).click();

  await readBraceAs(page, "EA");
  await check(page);
  await expect.poll(() => errors(other).count()).toBe(2);
  await other.getByText("1 value is read as another").waitFor();
  await other.getByRole("button", { name: "Commit 2, leave out 2" }).waitFor();
  // Whoever has chosen something meanwhile keeps it, and is told.
  await third.getByText("Somebody else has checked this file in another way").waitFor();
  await shown(third, "Left out 1").waitFor();
  await third.getByRole("button", { name: "Take theirs" }).click();
  await third.getByRole("button", { name: "Commit 2, leave out 2" }).waitFor();

  await page.getByRole("button", { name: "Commit 2, leave out 2" }).click();
  for (const each of [page, other, third])
    await each.getByRole("status").getByText("2 rows of rows.csv").waitFor();
});
