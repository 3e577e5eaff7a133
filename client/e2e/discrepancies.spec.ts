import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginCount, type BegunCount, enterCounts, linesOf } from "./begun-count.ts";
import { enter, useDesk } from "./desk.ts";

const desk = useDesk();
const offline = { expectedProblems: [/WebSocket|ERR_INTERNET_DISCONNECTED/] };

const gridOf = (page: Page) => page.getByRole("grid", { name: /^Discrepancies of/ });
const rowsOf = (page: Page) => gridOf(page).locator("tbody tr[aria-rowindex]");
const pathOf = ({ path }: BegunCount, view = "") =>
  path.replace("/lines", "/discrepancies") + (view && `&view=${view}`);

async function openGrid(page: Page, count: BegunCount, view = "") {
  await page.goto(pathOf(count, view));
  await gridOf(page).locator("tbody .opener").first().waitFor();
  await page.getByText(/^Live/).waitFor();
}

/** A running count, its supervisor, and a counter. */
async function twoAtOneCount(title: string, options = {}) {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN", options);
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title, zones: 1, isAlone: true });
  const lines = await linesOf(maria, count);
  const id = (at: number) => lines[at]?.id ?? "";
  return { ines, maria, count, lines, id };
}

test("finds the shortages and asks somebody else to recount", async () => {
  const { ines, maria, count, lines, id } = await twoAtOneCount("Short and over");
  await enterCounts(maria, count, [
    { lineId: id(0), quantity: "0" },
    { lineId: id(1), quantity: "99999" },
  ]);
  await openGrid(ines, count);
  expect(await rowsOf(ines).count()).toBe(2);
  await ines.getByRole("link", { name: /^Counted Shortages/ }).click();
  await expect.poll(() => rowsOf(ines).count()).toBe(1);
  await rowsOf(ines).first().filter({ hasText: "short" }).waitFor();
  await ines.getByRole("checkbox", { name: `Choose ${lines[0]?.item.sku}` }).check();
  await ines.getByText("1 selected").waitFor();

  await ines.keyboard.press("e");
  const dialog = ines.getByRole("dialog", { name: "Ask for a recount" });
  await dialog.getByLabel("Why").fill("Nothing at all is not likely");
  await dialog.getByRole("button", { name: "Ask", exact: true }).click();
  await ines.getByText("1 line will be counted again.").waitFor();
  await dialog.waitFor({ state: "detached" });
  await rowsOf(ines).first().getByText("Recount due").waitFor();
  await ines.getByRole("link", { name: /^Recount/ }).click();
  await expect.poll(() => rowsOf(ines).count()).toBe(1);
  await ines.getByRole("link", { name: /^Not Posted Items/ }).click();
  await expect.poll(() => rowsOf(ines).count()).toBe(2);
  const again = enterCounts(maria, count, [{ lineId: id(0), quantity: "1" }]);
  await expect(again).rejects.toThrow("RECOUNT_BY_SAME_PERSON");
  // The control: of a line that nobody asked for again, she may go on.
  await enterCounts(maria, count, [{ lineId: id(1), quantity: "1" }]);
});

test("keeps typing while the network is gone", async () => {
  const { ines, maria, count, id } = await twoAtOneCount("No network", offline);
  await openGrid(ines, count, "ALL");
  await ines.context().setOffline(true);
  await ines.getByText("Offline").waitFor();
  await rowsOf(ines).first().locator(".found button").click();
  await ines.keyboard.type("99999");
  await rowsOf(ines).first().getByText("over").waitFor();
  await ines.keyboard.press("Enter");
  await ines.keyboard.type("0");
  await ines.keyboard.press("Enter");
  await ines.keyboard.press("Escape");
  await ines.getByText("2 entries wait for the server.").waitFor();
  expect((await linesOf(maria, count, 2)).map(({ state }) => state)).not.toContain("COUNTED");

  await ines.context().setOffline(false);
  await ines.getByText("wait for the server").waitFor({ state: "detached", timeout: 20_000 });
  const sent = await linesOf(maria, count, 2);
  expect(sent.map((line) => line.id)).toEqual([id(0), id(1)]);
  expect(sent.map(({ quantityCounted }) => Number(quantityCounted))).toEqual([99_999, 0]);
});

test("what was typed is there after the page is loaded anew", async () => {
  const { ines, count } = await twoAtOneCount("Loaded anew");
  await openGrid(ines, count, "ALL");
  await rowsOf(ines).nth(2).locator(".found button").click();
  await ines.keyboard.type("+12");
  await openGrid(ines, count, "ALL");
  await rowsOf(ines).nth(2).locator(".found button", { hasText: "+12" }).waitFor();
});

test("a number typed over somebody's count is decided on, and compared with it", async () => {
  const { ines, maria, count, id } = await twoAtOneCount("Two at one line");
  await openGrid(ines, count, "ALL");
  const row = rowsOf(ines).first();
  await row.locator(".found button").click();
  await ines.keyboard.type("7");
  await enterCounts(maria, count, [{ lineId: id(0), quantity: "5" }]);
  await row.getByText("Maria").waitFor();
  expect(await row.getByRole("textbox").inputValue()).toBe("7");
  await ines.keyboard.press("Enter");
  await ines.getByText(/Meanwhile it became 5 by Maria/).waitFor();
  await ines.getByRole("button", { name: "Keep mine" }).click();
  await row.getByText("Disputed").waitFor();
  const [line] = await linesOf(maria, count, 1);
  expect(Number(line?.quantityCounted)).not.toBe(12);
});

test("1,000 rows selected by filter", async () => {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title: "All of it", isAlone: true });
  await openGrid(ines, count, "ALL");
  const total = Number(await gridOf(ines).getAttribute("aria-rowcount")) - 3;
  expect(total).toBeGreaterThanOrEqual(1_000);
  const written = (count: number) => `${count.toLocaleString("en")} selected`;
  await ines.getByRole("checkbox", { name: /^Check all/ }).click();
  await ines.getByText(written(total)).waitFor();
  await rowsOf(ines).nth(3).getByRole("checkbox").click();
  await ines.getByText(written(total - 1)).waitFor();
  expect(await rowsOf(ines).nth(3).getByRole("checkbox").isChecked()).toBe(false);
  await gridOf(ines).locator("tbody .opener").first().focus();
  await ines.keyboard.press("Control+End");
  const last = gridOf(ines).locator(`tr[aria-rowindex="${total + 1}"]`);
  expect(await last.getByRole("checkbox").isChecked()).toBe(true);
  await ines.getByRole("checkbox", { name: /^Check all/ }).click();
  await ines.getByText("0 selected", { exact: true }).waitFor();
});

test("two who explain one line see each other's words", async () => {
  const { ines, maria, count, lines, id } = await twoAtOneCount("Explained twice");
  await enterCounts(maria, count, [{ lineId: id(0), quantity: "0" }]);
  const other = await enter(desk, "Supervisor", pathOf(count));
  await openGrid(ines, count);
  for (const page of [ines, other]) {
    await gridOf(page).locator("tbody .opener").first().click();
    await page.getByRole("complementary", { name: `Line ${lines[0]?.item.sku}` }).waitFor();
    await page.getByLabel("Notes").waitFor();
  }
  await other.getByLabel("Reason").selectOption({ label: "Theft" });
  await other.getByRole("button", { name: "Save what was found out" }).click();
  await rowsOf(other).first().getByText("Theft").waitFor();
  await ines.getByLabel("Reason").selectOption({ label: "Damage" });
  await ines.getByRole("button", { name: "Save what was found out" }).click();
  await ines.getByRole("alert").filter({ hasText: "saved meanwhile: Theft" }).waitFor();
  await ines.getByRole("button", { name: "Keep mine" }).click();
  await rowsOf(ines).first().getByText("Damage").waitFor();
});
