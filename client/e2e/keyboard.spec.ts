import { expect, test } from "vitest";
import { accountOf, useDesk, visit } from "./desk.ts";

const desk = useDesk();

test("keys alone lead from the sign-in to an item and its ledger", async () => {
  const { email, password } = accountOf(desk, "Supervisor");
  const page = await visit(desk, "/sign-in");
  const { keyboard } = page;
  await page.getByLabel("E-mail").waitFor();

  await keyboard.press("Tab");
  await keyboard.type(email);
  await keyboard.press("Tab");
  await keyboard.type(password);
  await keyboard.press("Enter");

  const grid = page.getByRole("grid", { name: /^Stock of/ });
  await grid.getByRole("row").nth(2).waitFor();
  await keyboard.press("/");
  expect(await focusedName()).toBe("Search stock");
  await keyboard.type("a");
  await page.waitForURL("**search=a**");
  await page.getByText(/in filter$/).waitFor();

  // One stop for the whole grid; arrows move inside it.
  await tabTo(grid);
  const first = await focusedText();
  await keyboard.press("ArrowDown");
  const second = await focusedText();
  expect([first, second]).toEqual(await firstTwoItems());
  await keyboard.press("ArrowRight");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("gridcell");
  await keyboard.press("Home");
  expect(await focusedText()).toBe(second);

  await keyboard.press("Enter");
  await page.getByRole("heading", { name: second, level: 1 }).waitFor();
  await page.getByRole("grid", { name: "Ledger" }).getByRole("row").nth(1).waitFor();

  async function tabTo(target: typeof grid) {
    const stopsAtMost = 20;
    for (let stops = 0; stops < stopsAtMost; stops += 1) {
      await keyboard.press("Tab");
      if ((await target.locator("tbody :focus").count()) > 0) return;
    }
    throw new Error(`The grid was not reached in ${stopsAtMost} stops.`);
  }

  async function firstTwoItems() {
    const cells = grid.locator("tbody tr td:first-child");
    return [(await cells.nth(0).innerText()).trim(), (await cells.nth(1).innerText()).trim()];
  }

  async function focusedText() {
    return (await page.evaluate(() => document.activeElement?.textContent ?? "")).trim();
  }

  async function focusedName() {
    return page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  }
});

test("the first stop of the desk skips to the page", async () => {
  const { email, password } = accountOf(desk, "Viewer");
  const page = await visit(desk, "/sign-in?return=/items");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("grid", { name: "Items" }).waitFor();
  await page.reload();
  await page.getByRole("grid", { name: "Items" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
});
