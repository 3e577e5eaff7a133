import { CreateApiKey } from "@tallyroom/schema/operations/create-api-key.ts";
import { OpenSession } from "@tallyroom/schema/operations/open-session.ts";
import { SaveOption } from "@tallyroom/schema/operations/save-option.ts";
import { expect, test } from "vitest";
import { beginCount, reportPresence } from "./begun-count.ts";
import { ask, enter, useDesk } from "./desk.ts";

const desk = useDesk();

test("an administrator takes zero counts away in one warehouse, sees what counters will see, and gives the company's value back", async () => {
  const page = await enter(desk, "Administrator", "/settings/options?warehouse=MAIN");
  const row = page.getByRole("row", { name: /Zero counts/ });
  await page.getByRole("searchbox", { name: "Search options" }).fill("325");
  await page.getByRole("row", { name: /Split units/ }).waitFor({ state: "detached" });
  await row.getByRole("button", { name: "Zero counts" }).click();

  const editor = page.getByRole("region", { name: /Zero counts/ });
  await editor.getByRole("status").getByText("A large button “= 0 absent”").waitFor();
  await editor.getByRole("radio", { name: "No zero counts" }).check();
  await editor.getByRole("status").getByText("There is no zero button").waitFor();
  await editor.getByRole("button", { name: "Save for Main warehouse" }).click();
  await row.getByText("own value").waitFor();
  await row.getByText("No zero counts").waitFor();
  await editor.getByText(/Zero may be counted\. Set by Ada/).waitFor();

  await page.getByRole("radio", { name: "Company" }).check();
  await editor.getByText("Not reached: Main warehouse.").waitFor();
  await row.getByText("Zero may be counted").waitFor();

  await page.getByRole("radio", { name: "Main warehouse" }).check();
  await editor.getByRole("button", { name: "Back to the default" }).click();
  await row.getByText("default").waitFor();
  await row.getByText("Zero may be counted").waitFor();
});

test("a supervisor reads the options, and is told what it takes to change them", async () => {
  const page = await enter(desk, "Supervisor", "/settings/options?warehouse=MAIN&option=345");
  await page.getByText(/To change them one needs “Change options, tolerances/).waitFor();
  const editor = page.getByRole("region", { name: /Location locked/ });
  await editor.getByText("Free to switch", { exact: true }).waitFor();
  expect(await editor.getByRole("button", { name: /^Save/ }).count()).toBe(0);
});

test("an administrator tries a tolerance out before it is the next version, and takes the old one back", async () => {
  const page = await enter(desk, "Administrator", "/settings/tolerances?warehouse=MAIN");
  const verdict = page.getByRole("region", { name: "Try it out" }).getByRole("status");
  await verdict.getByText("Out: −4, no rule speaks of it").waitFor();

  await page.getByRole("button", { name: "Add a rule" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a rule" });
  await dialog.getByRole("radio", { name: "All others" }).check();
  await dialog.getByRole("button", { name: "Add the rule" }).click();
  await page.getByText("needs a limit").waitFor();
  expect(await page.getByRole("button", { name: /^Save as version/ }).isDisabled()).toBe(true);
  await page.getByLabel("All others: % short at most").fill("3");
  await verdict.getByText("Out: −4, by rule 1, All others.").waitFor();
  await verdict.getByText("Percent: 4 % short, 3 % allowed.").waitFor();
  await page.getByLabel("All others: % short at most").fill("5");
  await verdict.getByText("In: −4, by rule 1, All others.").waitFor();
  await page.getByRole("button", { name: "Save as version 1" }).click();
  await page.getByRole("button", { name: /^Version 1 in force/ }).waitFor();

  await page.getByLabel("All others: % short at most").fill("1");
  await verdict.getByText("Out: −4").waitFor();
  await page.getByRole("button", { name: "Save as version 2" }).click();
  await page.getByRole("button", { name: /^Version 2 in force/ }).waitFor();
  await page.getByRole("button", { name: /^Version 1/ }).click();
  await verdict.getByText("In: −4").waitFor();
  await page.getByRole("button", { name: "Use these rules again" }).click();
  await page.getByRole("button", { name: "Save as version 3" }).click();
  await page.getByRole("button", { name: /^Version 3 in force/ }).waitFor();
  expect(await page.getByLabel("All others: % short at most").inputValue()).toBe("5");
});

test("an administrator begins a second warehouse with the rules of the first", async () => {
  const page = await enter(desk, "Administrator", "/settings/tolerances?warehouse=MAIN");
  await page.getByRole("button", { name: /^Version \d+ in force/ }).waitFor();
  await page.getByRole("button", { name: /^Warehouse: / }).click();
  await page.getByRole("menuitemradio").filter({ hasNotText: "Main warehouse" }).first().click();
  await page.getByRole("button", { name: "Begin with the rules of Main warehouse" }).click();
  await page.getByText("1 rule of Main warehouse is the draft: save it.").waitFor();
  expect(await page.getByLabel("All others: % short at most").inputValue()).toBe("5");
  await page.getByRole("button", { name: "Save as version 1" }).click();
  await page.getByRole("button", { name: /^Version 1 in force/ }).waitFor();
});

test("an administrator says how much somebody may approve, and takes the limit away", async () => {
  const page = await enter(desk, "Administrator", "/settings/approvers?warehouse=MAIN");
  const row = page.getByRole("row", { name: /Petra Novak/ });
  await row.getByText("no limit").waitFor();
  await row.getByRole("button", { name: "Limit of Petra Novak" }).click();
  const dialog = page.getByRole("dialog", { name: "How much Petra Novak may approve" });
  await dialog.getByLabel(/^In one count at most/).fill("much");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("An amount in digits").waitFor();
  await dialog.getByLabel(/^In one count at most/).fill("2500");
  await dialog.getByRole("button", { name: "Save" }).click();
  await row.getByText("2,500.00").waitFor();
  await row.getByRole("button").click();
  await dialog.getByRole("button", { name: "No limit" }).click();
  await row.getByText("no limit").waitFor();
});

test("an administrator adds a reason, offers it first, and retires another", async () => {
  const page = await enter(desk, "Administrator", "/settings/reasons");
  await page.getByRole("button", { name: "New reason" }).click();
  const dialog = page.getByRole("dialog", { name: "New reason" });
  await dialog.getByLabel("Name").fill("Damaged by water");
  expect(await dialog.getByLabel("Code").inputValue()).toBe("DAMAGED_BY_WATER");
  await dialog.getByRole("button", { name: "Add the reason" }).click();
  const rows = page.getByRole("grid", { name: "Reasons" }).locator("tbody tr");
  await rows.last().getByText("Damaged by water").waitFor();
  const before = await rows.nth(-2).getByRole("button").first().innerText();
  await page.getByRole("button", { name: "Offer Damaged by water earlier" }).click();
  await rows.last().getByText(before).waitFor();

  await page.getByRole("button", { name: "Retire: Theft" }).click();
  await page.getByRole("button", { name: "Use again: Theft" }).waitFor();
  await rows.last().getByText("not offered").waitFor();
  await rows.getByRole("button", { name: "Damaged by water", exact: true }).click();
  const renaming = page.getByRole("dialog", { name: "Rename the reason" });
  await renaming.getByLabel("Name").fill("Damage");
  await renaming.getByRole("button", { name: "Rename" }).click();
  await renaming.getByText("Another reason has this name: Damage.").waitFor();
});

test("an administrator finds by the palette who has a role, and ends a key of somebody else", async () => {
  const ines = await enter(desk, "Supervisor", "/items");
  const input = { name: "Old scales", permissions: ["view:stock"], seesAllWarehouses: true };
  await ask(ines, CreateApiKey, { input: { ...input, warehouseIds: [] } });

  const page = await enter(desk, "Administrator", "/items");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or run a command" }).fill("roles");
  await page.getByRole("option", { name: /^Roles/ }).click();
  const supervisor = page.getByRole("region", { name: "Supervisor" });
  await supervisor.getByText("Ines Albrecht").waitFor();
  await supervisor.getByText("Cannot approve").waitFor();

  await page.getByRole("navigation", { name: "Settings" }).getByText("API keys").click();
  const row = page.getByRole("row", { name: /Old scales/ });
  await row.getByText("Ines Albrecht").waitFor();
  await row.getByRole("button", { name: "Revoke Old scales" }).click();
  await page.getByRole("button", { name: "Revoke it" }).click();
  await row.getByText(/^revoked/).waitFor();

  await page.goto("/account");
  await page.getByText("No keys yet.").waitFor();
});

test("a supervisor sees what a lost device still holds, and goes on without it", async () => {
  const page = await enter(desk, "Supervisor", "/counts");
  const count = await beginCount(page, { title: "With a lost phone", zones: 1, isAlone: true });
  await reportPresence(page, count, { deviceName: "Zebra TC22", unsentCount: 3 });
  await page.goto("/settings/devices?warehouse=MAIN");
  const row = page.getByRole("row", { name: /Zebra TC22/ });
  await row.getByText("3 unsent").waitFor();
  await row.getByRole("button", { name: /^Exclude from CC-\d+: Zebra TC22/ }).click();
  const dialog = page.getByRole("dialog", { name: "Go on without this device" });
  await dialog.getByLabel("Why").fill("It fell into the water.");
  await dialog.getByRole("button", { name: "Go on without it" }).click();
  await row.getByText("nothing unsent").waitFor();
  await row.getByText("left out of 1").waitFor();
});

test("an auditor finds decisions, sees new ones wait above the list, checks the chain and takes the pack", async () => {
  const page = await enter(desk, "Approver", "/settings/audit?warehouse=MAIN");
  const rows = page.getByRole("grid", { name: "Decisions" }).locator("tbody tr");
  await rows.getByText("Ines Albrecht went on without a device that held 3 entries").waitFor();

  await page.getByLabel("About").selectOption({ label: "Settings" });
  await rows.first().getByText("Ada Lindqvist").waitFor();
  const shown = await rows.count();
  const ada = await enter(desk, "Administrator", "/items");
  const { viewer } = await ask(ada, OpenSession, {});
  const warehouseId = viewer?.warehouses.find(({ code }) => code === "MAIN")?.id ?? "";
  await ask(ada, SaveOption, { input: { code: "345", warehouseId, isOn: true } });
  const news = page.getByRole("button", { name: "1 new: show" });
  await news.waitFor();
  expect(await rows.count()).toBe(shown);
  await news.click();
  await rows.first().getByText("Ada Lindqvist set option 345 to on.").waitFor();

  await page.getByRole("searchbox", { name: "Search decisions" }).fill("345");
  await expect.poll(() => rows.count()).toBe(1);
  await rows.getByRole("button").click();
  const decision = page.getByRole("dialog", { name: /^Decision \d+/ });
  await decision.getByText('"kind" : "OPTION_SAVED"').waitFor();
  await decision.getByRole("button", { name: "Close" }).last().click();

  await page.getByRole("button", { name: "Check the chain" }).click();
  await page.getByText(/^Intact: all \d+ decisions/).waitFor();
  const link = page.getByRole("link", { name: "Auditor's pack" });
  const pack = await page.request.get((await link.getAttribute("href")) ?? "");
  expect([pack.status(), pack.headers()["content-type"]]).toEqual([200, "application/zip"]);
});
