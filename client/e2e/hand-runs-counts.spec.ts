import { expect, test } from "vitest";
import { useDesk } from "./desk.ts";
import { takePhone } from "./phone.ts";

const desk = useDesk();

test("a supervisor on the floor runs a count of three random lots, and begins with it", async () => {
  const ines = await takePhone(desk, "Supervisor");
  await ines.getByRole("button", { name: "Run Cycle Count" }).click();
  const sheet = ines.getByRole("dialog", { name: "Run Cycle Count" });
  await sheet.getByRole("combobox").first().selectOption({ label: "Main warehouse" });
  await sheet.getByLabel("Count type").selectOption("Random");
  const run = sheet.getByRole("button", { name: "Run Cycle Count" });
  await sheet.getByLabel("Lots to count").fill("2.5");
  await sheet.getByText("A whole number, 1 or more.").waitFor();
  expect(await run.isDisabled()).toBe(true);
  await sheet.getByLabel("Lots to count").fill("3");
  await run.click();
  await sheet.waitFor({ state: "detached" });
  await ines.waitForURL("**/count?count=*");
  // What was just begun comes first.
  await expect.poll(() => ines.locator("main h2").first().innerText()).toContain("Random");
  await ines.getByRole("link", { name: /^Start / }).waitFor();
});

test("without a network no count is run, and the sheet says so", async () => {
  const ines = await takePhone(desk, "Supervisor");
  await ines.getByRole("button", { name: "Run Cycle Count" }).click();
  const sheet = ines.getByRole("dialog", { name: "Run Cycle Count" });
  await sheet.getByLabel("Count type").selectOption("Whole warehouse");
  expect(await sheet.getByLabel("Lots to count").count()).toBe(0);
  await ines.context().setOffline(true);
  await sheet.getByRole("button", { name: "Run Cycle Count" }).click();
  await sheet.getByRole("alert").filter({ hasText: "The server is not reached." }).waitFor();
  await sheet.getByRole("button", { name: "Not now" }).click();
  await sheet.waitFor({ state: "detached" });
});

test("who may only count is not offered to run one", async () => {
  const maria = await takePhone(desk);
  await maria
    .getByRole("heading", { name: /^Open to claim/ })
    .first()
    .waitFor();
  expect(await maria.getByRole("button", { name: "Run Cycle Count" }).count()).toBe(0);
});
