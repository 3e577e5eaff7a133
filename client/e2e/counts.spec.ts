import { expect, test } from "vitest";
import { beginCount, enterCounts, linesOf } from "./begun-count.ts";
import { enter, useDesk } from "./desk.ts";
import { tabTo } from "./tab-to.ts";

const desk = useDesk();
const list = "/counts?warehouse=MAIN";

test("a supervisor starts a count", async () => {
  const page = await enter(desk, "Supervisor", "/counts/new?warehouse=MAIN");
  const start = page.getByRole("button", { name: /^Start counting [\d,]+ lines with 1/ });
  await page.getByText("Before you start").waitFor();
  // By the keyboard alone, from the first field to the last.
  await tabTo(page, "Whole warehouse");
  for (let back = 0; back < 4; back += 1) await page.keyboard.press("ArrowLeft");
  await page.getByText("Choose a zone.").waitFor();
  expect(await page.getByRole("button", { name: "Nothing to count" }).isDisabled()).toBe(true);
  await tabTo(page, /^TOOL-01/);
  await page.keyboard.press("Space");
  await tabTo(page, /^Blind/);
  await page.keyboard.press("Space");
  await tabTo(page, "Assigned to");
  await page.keyboard.type("Maria");
  await page.getByRole("button", { name: /^Take Maria .* off$/ }).waitFor();
  // Her part of it, and when she is through.
  await page
    .getByRole("listitem")
    .filter({ hasText: "Maria" })
    .getByText(/ lines$/)
    .waitFor();
  await tabTo(page, "Title");
  await page.keyboard.type("The tool crib");
  await start.waitFor();
  const covered = /[\d,]+/.exec(await start.innerText())?.[0].replace(",", "");
  await page.keyboard.press("Control+Enter");

  await page.getByRole("heading", { name: /^CC-\d{4}$/, level: 1 }).waitFor();
  await page.getByText("The tool crib").waitFor();
  const bar = page.getByRole("progressbar", { name: "Progress" });
  expect(await bar.getAttribute("aria-valuemax")).toBe(covered);
});

test("plans two items by search, keeps the plan as a template, and takes it again", async () => {
  const page = await enter(desk, "Supervisor", "/counts/new?warehouse=MAIN");
  const items = page.getByRole("list", { name: "Items to count" }).getByRole("button");
  await page.getByRole("radio", { name: "Items" }).check();
  for (const words of ["Crankset", "Pedal"]) {
    await page.getByLabel("Add an item").fill(words);
    await page.getByRole("listbox", { name: "Items" }).getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
  }
  await expect.poll(() => items.count()).toBe(2);
  const chosen = await items.allInnerTexts();
  await page.getByRole("button", { name: /^Start counting/ }).waitFor();
  await page.getByText("the item was named").first().waitFor();
  await page.getByRole("button", { name: "Save as template" }).click();
  await page.getByLabel("Name of the template").fill("Cranks and pedals");
  await page.getByRole("button", { name: "Save template" }).click();
  await page.getByText("Cranks and pedals is kept as a template.").waitFor();
  await page.reload();
  await page.getByLabel("Template", { exact: true }).selectOption({ label: "Cranks and pedals" });
  await expect.poll(() => items.allInnerTexts()).toEqual(chosen);
});

test("the list of counts moves while others count", async () => {
  const ines = await enter(desk, "Supervisor", list);
  const maria = await enter(desk, "Counter", list);
  const count = await beginCount(ines, { title: "Counted under way", isAlone: true });
  await ines.goto(list);
  const row = ines.getByRole("row").filter({ hasText: count.title });
  await row.waitFor();
  await ines.getByText(/^Live/).waitFor();

  const [line] = await linesOf(maria, count);
  await enterCounts(maria, count, [{ lineId: line?.id ?? "", quantity: "1" }]);
  await row.getByText(/^1 \/ /).waitFor({ timeout: 5_000 });
});

test("a count that somebody else plans waits until the order is asked for", async () => {
  const ines = await enter(desk, "Supervisor", list);
  await ines.getByRole("grid", { name: /^Counts of/ }).waitFor();
  await ines.getByText(/^Live/).waitFor();
  await beginCount(ines, { title: "Planned elsewhere", isStarted: false });
  await ines.getByRole("button", { name: /1 count changed: update order/ }).waitFor();
  await ines.keyboard.press("r");
  await ines.getByRole("row").filter({ hasText: "Planned elsewhere" }).waitFor();
});

test("all warehouses stand in one list, each count with its own", async () => {
  const ines = await enter(desk, "Supervisor", list);
  const { title } = await beginCount(ines, { title: "Among all", isStarted: false });
  await ines.goto(list);
  await ines.getByLabel("Warehouse", { exact: true }).selectOption("all");
  await ines.getByRole("grid", { name: "Counts of all warehouses" }).waitFor();
  const row = ines.getByRole("row").filter({ hasText: title });
  await row.getByText("MAIN", { exact: true }).waitFor();
  expect(new URL(ines.url()).searchParams.get("from")).toBe("all");
  await row.getByRole("link").click();
  await ines.getByRole("heading", { name: /^CC-\d{4}$/, level: 1 }).waitFor();
  expect(new URL(ines.url()).searchParams.get("warehouse")).toBe("MAIN");
});

test("who may not plan counts is not offered it", async () => {
  const page = await enter(desk, "Counter", list);
  await page.getByRole("grid", { name: /^Counts of/ }).waitFor();
  expect(await page.getByRole("button", { name: /^Run New Cycle Count/ }).count()).toBe(0);
  await page.goto("/counts/new?warehouse=MAIN");
  await page.getByText("which your roles do not include").waitFor();
});
