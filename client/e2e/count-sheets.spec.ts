import * as xlsx from "@e965/xlsx";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginCount, linesOf, printSheet, type BegunCount } from "./begun-count.ts";
import { enter, useDesk } from "./desk.ts";

const desk = useDesk();

const pathOf = ({ path }: BegunCount, page: string) => path.replace("/lines", page);

async function printWhole(page: Page, count: BegunCount) {
  await page.goto(pathOf(count, "/sheets"));
  await page.getByText("No sheet is printed yet").waitFor();
  await page.getByRole("button", { name: "Print a sheet" }).click();
  await page.getByRole("button", { name: "Make the sheet" }).click();
  await page.getByRole("row", { name: /^Sheet 1 Whole count/ }).waitFor();
}

test("a supervisor prints a sheet, keys in what Maria wrote on it, and the board shows it", async () => {
  const page = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const count = await beginCount(page, { title: "On paper", zones: 1, isAlone: true });
  await printWhole(page, count);
  const file = await page.getByRole("link", { name: "Sheet 1 as PDF" }).getAttribute("href");
  const pdf = await page.request.get(file ?? "");
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

  await page.getByRole("link", { name: "Sheet 1", exact: true }).click();
  const boxes = page.getByRole("textbox", { name: /^Counted, line/ });
  await boxes.first().fill("7");
  await page.keyboard.press("Enter");
  // Nothing is sent before it is known who has counted, and when.
  await page.getByText("Say who has counted.").waitFor();
  await page.getByLabel("Counted by").selectOption({ label: "Maria Costa" });
  await page.getByLabel("At", { exact: true }).fill("00:00");
  await page.keyboard.press("Tab");
  await page.getByRole("status").getByText("1 of").waitFor();
  await boxes.nth(1).fill("0");
  await page.keyboard.press("Enter");
  expect(await boxes.nth(2).evaluate((box) => box === document.activeElement)).toBe(true);
  await page.getByRole("status").getByText("2 of").waitFor();
  await page.getByText("Maria Costa, written 00:00").nth(1).waitFor();

  const [first, second, third] = await linesOf(page, count, 3);
  expect([first, second, third].map((line) => line?.quantityCounted)).toEqual(["7", "0", null]);
  await page.getByRole("link", { name: /^Lines/ }).click();
  const row = page.getByRole("row").filter({ hasText: first?.item.sku ?? "" });
  await row.filter({ hasText: "Maria" }).first().waitFor();
});

test("what was keyed in stands there again, and is corrected without adding up", async () => {
  const page = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const count = await beginCount(page, { title: "Corrected", zones: 1, isAlone: true });
  await printWhole(page, count);
  await page.goto(pathOf(count, "/sheets/1"));
  const box = page.getByRole("textbox", { name: /^Counted, line 1,/ });
  await page.getByLabel("Counted by").selectOption({ label: "Maria Costa" });
  await page.getByLabel("At", { exact: true }).fill("00:00");
  await box.fill("12");
  await page.keyboard.press("Enter");
  await page.getByText("Maria Costa, written 00:00").waitFor();
  await page.reload();
  await page.getByText("Maria Costa, written 00:00").waitFor();
  expect(await box.inputValue()).toBe("12");
  await box.fill("21");
  await page.keyboard.press("Enter");
  const counted = async () => (await linesOf(page, count, 1))[0]?.quantityCounted;
  await expect.poll(counted).toBe("21");
  // Emptied, it was not counted.
  await box.fill("");
  await page.keyboard.press("Enter");
  await expect.poll(counted).toBe(null);
});

test("what lay there and is not listed is typed in below the lines, known or not, and taken back", async () => {
  const page = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const count = await beginCount(page, { title: "More than listed", zones: 1, isAlone: true });
  await printWhole(page, count);
  const [line] = await linesOf(page, count, 1);
  await page.goto(pathOf(count, "/sheets/1"));
  await page.getByLabel("Counted by").selectOption({ label: "Maria Costa" });
  await page.getByLabel("At", { exact: true }).fill("00:00");
  const finds = page.getByRole("region", { name: "Found, and not listed" });
  const find = async (item: string, many: string) => {
    await finds.getByLabel("Item, or the code on it").fill(item);
    await finds.getByLabel("How many").fill(many);
    await finds.getByRole("button", { name: "Add it" }).click();
    await finds
      .getByRole("listitem")
      .filter({ hasText: item })
      .getByText("written 00:00")
      .waitFor();
  };
  await finds.getByLabel("Place").fill(line?.location.code ?? "");
  // Nobody waits for the search: what is typed is found when it is added.
  await find("odd box", "3");
  // A known item is not taken for an unknown one, and what is listed after all is part of its line.
  await finds.getByLabel("Item, or the code on it").fill(line?.item.sku ?? "");
  await finds.getByLabel("How many").fill("1");
  await finds.getByRole("button", { name: "Add it" }).click();
  await finds.getByText("listed above as line 1: added to it").waitFor();
  await page.reload();
  const odd = finds.getByRole("listitem").filter({ hasText: "odd box" });
  await odd.getByText("nobody knows it yet").waitFor();
  await odd.getByRole("button", { name: "Take back" }).click();
  await odd.waitFor({ state: "detached" });
  await page.reload();
  await finds.waitFor();
  await page
    .getByRole("textbox", { name: /^Counted, line/ })
    .first()
    .waitFor();
  expect(await odd.count()).toBe(0);
});

test("the code of a sheet, scanned into the palette, opens it", async () => {
  const page = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const count = await beginCount(page, { title: "Scanned", zones: 1, isAlone: true });
  await printWhole(page, count);
  await page.goto("/stock?warehouse=MAIN");
  await page.locator("tbody tr").first().waitFor();
  await page.keyboard.press("Control+k");
  const printed = new URL(pathOf(count, "/sheets/1"), "https://counts.example");
  await page.getByRole("combobox", { name: "Search or run a command" }).fill(printed.href);
  await page.keyboard.press("Enter");
  await page.getByText(/0 of \d+ typed in/u).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/\/sheets\/1$/u);
});

test("a workbook that was filled in is keyed in at once, and one of another sheet is not", async () => {
  const page = await enter(desk, "Supervisor", "/counts?warehouse=MAIN", {
    expectedProblems: [/400 \(Bad Request\)/],
  });
  const count = await beginCount(page, { title: "In a workbook", zones: 1, isAlone: true });
  await printWhole(page, count);
  const file = await page.getByRole("link", { name: "Sheet 1 for Excel" }).getAttribute("href");
  const book = xlsx.read(await (await page.request.get(file ?? "")).body());
  const [lines, about] = [book.Sheets["Lines"] ?? {}, book.Sheets["Sheet"] ?? {}];
  const head = xlsx.utils.sheet_to_json<string[]>(lines, { header: 1 })[0] ?? [];
  const column = head.indexOf("Counted");
  xlsx.utils.sheet_add_aoa(lines, [[31], [0]], { origin: { r: 1, c: column } });
  const rows = xlsx.utils.sheet_to_json<string[]>(about, { header: 1 });
  const rowOf = (name: string) => rows.findIndex(([first]) => first === name);
  xlsx.utils.sheet_add_aoa(about, [["Maria Costa"]], { origin: { r: rowOf("Counted by"), c: 1 } });
  const buffer = xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;

  await page.goto(pathOf(count, "/sheets/1"));
  await page.getByRole("option", { name: "Maria Costa" }).waitFor({ state: "attached" });
  const filled = { name: "filled.xlsx", mimeType: "", buffer };
  await page.locator("input[type=file]").setInputFiles(filled);
  await page.getByText("Say at what time it was counted.").waitFor();
  await page.getByLabel("At", { exact: true }).fill("00:00");
  await page.keyboard.press("Tab");
  await page.getByText(/2 of \d+ typed in/u).waitFor();
  const [first, second] = await linesOf(page, count, 2);
  expect([first?.quantityCounted, second?.quantityCounted]).toEqual(["31", "0"]);

  await printSheet(page, count);
  await page.goto(pathOf(count, "/sheets/2"));
  await page.locator("input[type=file]").setInputFiles(filled);
  await page.getByText(/sheet 1: open that one/u).waitFor();
});
