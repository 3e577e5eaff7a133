import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { enter, useDesk } from "./desk.ts";
import { tabTo } from "./tab-to.ts";

const desk = useDesk();
const rowsOfFile = [
  "ROW-1,One,BRACE,BULK",
  "ROW-2,Two,BRACE,BULK",
  "ROW-3,Three,BOXFUL,BULK",
  "ROW-4,Four,EA,HEAPED",
];

/** Under headings of its own: what another test put right would be remembered. */
async function checkedFile(idHeading: string): Promise<Page> {
  const page = await enter(desk, "Administrator", "/import?warehouse=MAIN");
  const file = [`${idHeading},Description,UOM,Tracking`, ...rowsOfFile].join("\n");
  const payload = { name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from(file) };
  await page.getByLabel("Choose a file").first().setInputFiles(payload);
  await page.getByRole("heading", { name: "rows.csv", level: 2 }).waitFor();
  await page.getByRole("button", { name: "Dry run" }).click();
  await expect.poll(() => rows(page).count()).toBe(4);
  return page;
}

const rows = (page: Page) => page.getByRole("grid", { name: "Errors" }).locator("tbody tr");
const chosen = (page: Page) => page.getByRole("group", { name: "What is chosen" });

test("somebody looks at a wrong row as it was read, and reads its value as another in all rows that have it", async () => {
  const page = await checkedFile("Item ID");
  await page.getByRole("button", { name: "Row 2, UOM" }).click();
  const row = page.getByRole("complementary", { name: "Row 2" });
  await row.getByText("ROW-1").waitFor();
  expect(await row.locator("dd").allInnerTexts()).toEqual(["ROW-1", "One", "BRACE", "BULK"]);
  // A value that is as wrong: it is put right where it stood first, and can be taken back.
  await row.getByLabel("Read it as").fill("BRACES");
  await row.getByRole("button", { name: "Use in 2 rows" }).click();
  await expect.poll(() => rows(page).getByText("BRACES", { exact: true }).count()).toBe(2);
  await page.getByRole("button", { name: "Check the changes" }).click();
  await expect.poll(() => rows(page).locator("code", { hasText: "BRACES" }).count()).toBe(2);
  await page.getByRole("button", { name: "Row 2, UOM" }).click();
  await row.getByLabel("Read it as").fill("EA");
  await row.getByLabel("Read it as").press("Enter");
  await page.keyboard.press("Escape");
  await expect.poll(() => row.count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "Row 2, UOM",
  );
  await page.getByRole("button", { name: "Check the changes" }).click();
  await page.getByRole("button", { name: "Commit 2, leave out 2" }).waitFor();
});

test("several errors are chosen by mouse and by keyboard, and replaced at once", async () => {
  const page = await checkedFile("SKU");
  const box = (number: number, label: string) =>
    page.getByRole("checkbox", { name: `Choose row ${number}, ${label}` });
  await box(2, "UOM").click();
  await box(4, "UOM").click({ modifiers: ["Shift"] });
  await chosen(page).getByText("2 values in 3 rows").waitFor();
  await page.keyboard.press("Escape");
  await chosen(page).getByText("0 chosen").waitFor();

  // The grid is left and come back to where the hand was last.
  await tabTo(page, "Choose row 4, UOM");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+Space");
  await chosen(page).getByText("3 chosen").waitFor();
  await page.keyboard.press("Control+a");
  await chosen(page).getByText("4 chosen").waitFor();
  expect(await chosen(page).getByRole("textbox").isDisabled()).toBe(true);
  await box(5, "Tracking").click();
  await chosen(page).getByRole("textbox").fill("EA");
  await chosen(page).getByRole("button", { name: "Replace" }).click();
  await page.getByRole("button", { name: "Check the changes" }).click();
  await page.getByRole("button", { name: "Commit 3, leave out 1" }).waitFor();
});
