import { expect, test } from "vitest";
import { beginCount, enterCounts, linesOf } from "./begun-count.ts";
import { enter, useDesk } from "./desk.ts";

const desk = useDesk();
const list = "/counts?warehouse=MAIN";

test("a supervisor sees what a count would cover, and starts it", async () => {
  const page = await enter(desk, "Supervisor", list);
  await page.getByRole("button", { name: "New count" }).click();
  await page.getByLabel("What to count").selectOption({ label: "Locations" });
  await page.getByText("Choose what to count").waitFor();
  expect(await page.getByRole("button", { name: "Nothing to count" }).isDisabled()).toBe(true);
  await page.getByRole("checkbox", { name: "TOOL-01" }).check();
  await page.getByText("For one person").waitFor();
  await page.getByLabel("Title").fill("The tool crib");
  const start = page.getByRole("button", { name: /^Start counting [\d,]+ lines$/ });
  const covered = (await start.innerText()).replace(/\D/g, "");
  await start.click();

  await page.getByRole("heading", { name: /^CC-\d{4}$/, level: 1 }).waitFor();
  await page.getByText("The tool crib").waitFor();
  const bar = page.getByRole("progressbar", { name: "Progress" });
  expect(await bar.getAttribute("aria-valuemax")).toBe(covered);
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

test("who may not plan counts is not offered it", async () => {
  const page = await enter(desk, "Counter", list);
  await page.getByRole("grid", { name: /^Counts of/ }).waitFor();
  expect(await page.getByRole("button", { name: "New count" }).count()).toBe(0);
  await page.goto("/counts/new?warehouse=MAIN");
  await page.getByText("Your roles do not include this page.").waitFor();
});
