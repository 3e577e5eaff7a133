import { expect, test } from "vitest";
import { useDesk, visit } from "./desk.ts";

const desk = useDesk({ demo: "off" });

test("a fresh installation is set up by its first administrator", async () => {
  const page = await visit(desk, "/stock");
  await page.waitForURL("**/set-up");
  await page.getByLabel("Name").first().fill("Ines Albrecht");
  await page.getByLabel("E-mail").fill("ines@depot.example");
  await page.getByLabel("Password", { exact: true }).fill("seven boxes of bolts");
  await page.getByLabel("Code").fill("NORTH");
  await page.getByRole("group", { name: "First warehouse" }).getByLabel("Name").fill("North depot");
  await page.getByLabel("Time zone").selectOption("Europe/Oslo");
  await page.getByLabel("Currency").selectOption("NOK");
  await page.getByRole("button", { name: "Set up Tallyroom" }).click();

  await page.getByRole("button", { name: "Warehouse: North depot" }).waitFor();
  await page.getByRole("heading", { name: "No stock here yet" }).waitFor();

  await page.goto("/set-up");
  await page.waitForURL((address) => address.pathname !== "/set-up");
  expect(new URL(page.url()).pathname).toBe("/stock");
});
