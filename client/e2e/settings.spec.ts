import { expect, test } from "vitest";
import { enter, useDesk } from "./desk.ts";

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
  await editor.getByText(/The default is Zero may be counted\. Set by Ada/).waitFor();

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
