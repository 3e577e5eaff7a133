import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { enter, useDesk } from "./desk.ts";
import { firstLineOfStock } from "./first-line-of-stock.ts";

const desk = useDesk();

async function drop(page: Page, name: string, text: string) {
  const payload = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel("Choose a file").first().setInputFiles(payload);
  await page.getByRole("heading", { name, level: 2 }).waitFor();
}

test("a supervisor drops a file of counts, mends what is wrong in all rows at once, and commits it", async () => {
  const page = await enter(desk, "Supervisor", "/import?warehouse=MAIN");
  const { line } = await firstLineOfStock(page);
  const sku = line.item.sku;
  const mistyped = sku.toLowerCase();
  const place = line.location.code;
  const file = [
    "Lager;Artikel;Gezählt;Platz;Count Session",
    `MAIN;${mistyped};1;${place};From the WMS`,
    `MAIN;${mistyped};;${place};From the WMS`,
    `MAIN;${sku};n/a;${place};From the WMS`,
  ].join("\r\n");
  await drop(page, "count-sheets-week-47.csv", file);

  const encoding = page.getByLabel("Between cells");
  expect(await encoding.inputValue()).toBe(";");
  expect(await page.getByLabel("Units *").inputValue()).toBe("");
  expect(await page.getByRole("button", { name: "Dry run" }).isDisabled()).toBe(true);
  await page.getByLabel("Units *").selectOption({ label: "Gezählt" });
  await page.getByRole("button", { name: "Dry run" }).click();

  const errors = page.getByRole("grid", { name: "Errors" }).locator("tbody tr");
  await expect.poll(() => errors.count()).toBe(3);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download 3 rows" }).click();
  const saved = readFileSync(await (await download).path(), "utf8");
  expect(saved).toContain(`2,Item ID,${mistyped},Unknown item`);

  await page
    .getByRole("button", { name: `Use ${sku}` })
    .first()
    .click();
  await expect.poll(() => page.getByRole("button", { name: "Undo" }).count()).toBe(2);
  await page.getByRole("button", { name: "Check the changes" }).click();
  // The second row says the same place once more, and the third is no number.
  await expect
    .poll(() => errors.allInnerTexts())
    .toSatisfy(
      (rows: string[]) => rows.length === 2 && rows.some((row) => row.includes("Not a number")),
    );
  await page.getByRole("button", { name: "Commit 1, leave out 2" }).click();
  await page.getByRole("status").getByText("1 row of count-sheets-week-47.csv").waitFor();
  await page
    .getByRole("status")
    .getByRole("link", { name: /CC-\d{4}/u })
    .click();
  await page.getByText("From the WMS").first().waitFor();

  await page.goto("/import?warehouse=MAIN");
  await drop(page, "again.csv", file);
  await page.getByText("committing it again does nothing").waitFor();
});

test("a file that is no table is refused with what to do about it", async () => {
  const page = await enter(desk, "Supervisor", "/import?warehouse=MAIN", {
    expectedProblems: [/422/u],
  });
  const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const payload = { name: "shelf.csv", mimeType: "text/csv", buffer: picture };
  await page.getByLabel("Choose a file").first().setInputFiles(payload);
  await page.getByText("This is neither CSV, XLS nor XLSX.").waitFor();
});

test("who may not import is not offered it", async () => {
  const page = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const main = page.getByRole("navigation", { name: "Main" });
  await main.getByRole("link", { name: "Counts" }).waitFor();
  expect(await main.getByRole("link", { name: "Import" }).count()).toBe(0);
});
