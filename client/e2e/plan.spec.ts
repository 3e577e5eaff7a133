import { OpenSession } from "@tallyroom/schema/operations/open-session.ts";
import { Plan } from "@tallyroom/schema/operations/plan.ts";
import { PlanOverview } from "@tallyroom/schema/operations/plan-overview.ts";
import { SavePlanningPolicy } from "@tallyroom/schema/operations/save-planning-policy.ts";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ask, enter, useDesk } from "./desk.ts";

const desk = useDesk();

async function mainId(page: Page): Promise<string> {
  const { viewer } = await ask(page, OpenSession, {});
  const main = viewer?.warehouses.find(({ code }) => code === "MAIN");
  if (!main) throw new Error("The demonstration has no main warehouse.");
  return main.id;
}

const scheduleRow = (page: Page, name: string) =>
  page.getByRole("grid", { name: "Schedules" }).getByRole("row", { name: new RegExp(name) });

test("a supervisor schedules class A of a zone every two weeks, and sees it in the calendar", async () => {
  const page = await enter(desk, "Supervisor", "/plan/schedules?warehouse=MAIN");
  await page.getByRole("button", { name: "New schedule" }).click();
  const dialog = page.getByRole("dialog", { name: "New schedule" });
  await dialog.getByLabel("Name", { exact: true }).fill("Class A of the tools");
  await dialog.getByLabel("Counted").selectOption({ label: "every so many days" });
  await dialog.getByLabel("How many days").fill("14");
  await dialog.getByLabel("ABC class").selectOption("A");
  await dialog.getByLabel("Add a place with all below it").fill("TOOL-01");
  await dialog.getByRole("paragraph").filter({ hasText: "Tool Crib" }).waitFor();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.getByRole("button", { name: "Leave out TOOL-01" }).waitFor();
  await dialog.getByRole("button", { name: "Save schedule" }).click();
  await dialog.waitFor({ state: "detached" });
  await scheduleRow(page, "Class A of the tools").getByText("14 days").waitFor();

  await page.getByRole("link", { name: "Overview" }).click();
  await scheduleRow(page, "Class A of the tools").waitFor();
  const planned = page.getByRole("button", { name: /lines to come/ });
  await planned.first().waitFor();
  await planned.first().click();
  await page
    .getByRole("status")
    .getByText(/Class A of the tools \d+/)
    .waitFor();
});

test("a supervisor moves one count off a full day", async () => {
  const page = await enter(desk, "Supervisor", "/plan?warehouse=MAIN");
  const warehouseId = await mainId(page);
  const { policy, today } = (await ask(page, Plan, { warehouseId })).plan;
  const to = new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10);
  const calendar = async () =>
    (await ask(page, PlanOverview, { warehouseId, from: today, to })).plan.calendar;
  const limit = (linesADay: number | null) =>
    ask(page, SavePlanningPolicy, {
      input: { ...policy, warehouseId, windowDays: 0, linesADay, triggers: [], holidays: [] },
    });
  await limit(null);
  await limit(Math.max(...(await calendar()).map(({ linesPlanned }) => linesPlanned)) - 10);
  // The fullest day. Which others are full as well depends on the weekday on which this runs.
  const overfull = async () => (await calendar()).filter(({ overBy }) => overBy > 0);
  const before = await overfull();
  const full = before.find(({ overBy }) => overBy === 10);
  expect(full?.offer).toBeTruthy();

  await page.goto("/plan?warehouse=MAIN");
  await page.locator("[data-day]").first().waitFor();
  const day = page.locator(`[data-day="${full?.day ?? ""}"]`);
  if ((await day.count()) === 0)
    await page.getByRole("button", { name: "The month after" }).click();
  await day.click();
  const note = page.getByRole("status").filter({ hasText: "is 10 lines over the limit." });
  await note.getByRole("button", { name: /^Move \d+ to / }).click();
  await page.getByText(/lines? moved to /).waitFor();
  expect((await overfull()).map(({ day }) => day)).toEqual(
    before.map(({ day }) => day).filter((day) => day !== full?.day),
  );
  await note.waitFor({ state: "detached" });
});

test("a supervisor generates what is overdue now, once", async () => {
  const page = await enter(desk, "Supervisor", "/plan?warehouse=MAIN");
  const overdue = page.getByRole("region", { name: "Overdue" });
  await overdue.getByRole("row").nth(3).waitFor();
  const warehouseId = await mainId(page);
  const before = (await ask(page, Plan, { warehouseId })).plan.dueNow;
  expect(before.places).toBeGreaterThan(0);
  await page.getByRole("button", { name: /^Generate now: / }).click();
  await page.getByText(/\d+ counts made, \d+ lines\./).waitFor();
  await page.getByRole("button", { name: "Nothing is due" }).waitFor();
  await overdue
    .getByText(/now in CC-\d+/)
    .first()
    .waitFor();
  expect((await ask(page, Plan, { warehouseId })).plan.dueNow.places).toBe(0);

  await page.getByRole("link", { name: "Past runs" }).click();
  const run = page.getByRole("grid", { name: "Past runs" }).getByRole("row", { name: /Ines/ });
  await run.getByRole("gridcell", { name: String(before.places), exact: true }).waitFor();
});

test("a supervisor analyses the classes with other thresholds, and lets them hold", async () => {
  const page = await enter(desk, "Supervisor", "/plan/abc?warehouse=MAIN");
  const runs = page.getByRole("grid", { name: "Analyses" });
  await runs.getByRole("row").nth(1).waitFor();
  await page.getByLabel("A comes to, in %").fill("60");
  await page.getByRole("button", { name: "Analyse with these" }).click();
  const found = runs.getByRole("row", { name: /60 \/ 95 %/ });
  await found.waitFor();
  await found.getByRole("button", { name: /^Apply/ }).click();
  await page.getByText(/items have another class now\./).waitFor();
  await found.getByText("in force").waitFor();
});

test("a supervisor closes a day, and nothing is planned for it", async () => {
  const page = await enter(desk, "Supervisor", "/plan/days?warehouse=MAIN");
  await page.getByLabel("Closed on").fill("2030-01-02");
  await page.getByLabel("Called").fill("Stocktaking of the auditors");
  await page.getByRole("button", { name: "Close that day" }).click();
  await page.getByRole("button", { name: "Save work days" }).click();
  await page.getByText("The plan goes by these days").waitFor();
  await page.reload();
  await page.getByRole("list", { name: "Closed days" }).getByText("2 Jan 2030").waitFor();
});

test("a supervisor repeats a count weekly while planning it", async () => {
  const page = await enter(desk, "Supervisor", "/counts/new?warehouse=MAIN");
  await page.getByLabel("Title").fill("Cage, every week");
  await page.getByLabel("Repeat").selectOption("WEEKLY");
  await page.getByRole("button", { name: "Keep as a draft" }).click();
  await page.getByText("Cage, every week").first().waitFor();
  await page.goto("/plan/schedules?warehouse=MAIN");
  await scheduleRow(page, "Cage, every week").getByText("weekly").waitFor();
});

test("a counter has no plan, and cannot ask for one", async () => {
  const page = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  expect(await page.getByRole("link", { name: "Plan", exact: true }).count()).toBe(0);
  const warehouseId = await mainId(page);
  await expect(ask(page, Plan, { warehouseId })).rejects.toThrow("FORBIDDEN");
});
