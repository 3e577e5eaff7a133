import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { printSheet } from "./begun-count.ts";
import { useDesk } from "./desk.ts";
import { beginOnFloor, simpleLine, type Floor } from "./floor.ts";
import { band, openPlace, quantity, scan, takePhone } from "./phone.ts";

const desk = useDesk();

/** An item of which two lots lie in one place. */
function lotsTogether({ lines }: Floor) {
  for (const line of lines) {
    const both = lines.filter(
      ({ item, location, lot }) =>
        item.tracking === "LOT" &&
        lot &&
        item.id === line.item.id &&
        location.id === line.location.id,
    );
    const [first, second] = both;
    if (first?.lot && second?.lot && first.lot.code !== second.lot.code)
      return { first, lots: [first.lot.code, second.lot.code] as const };
  }
  throw new Error("No place has two lots of an item.");
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", pasted);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, text);
}

test("lots: an item of several is asked for, and each counts for itself", async () => {
  const floor = await beginOnFloor(desk, "Lots", { isWhole: true });
  const { first, lots } = lotsTogether(floor);
  const maria = await takePhone(desk);
  await openPlace(maria, floor.countId, first.location.id);
  const sheet = maria.getByRole("dialog", { name: "Which lot?" });
  for (const lot of [lots[0], lots[1], lots[1]]) {
    await scan(maria, first.item.sku);
    await sheet.getByRole("button", { name: new RegExp(lot) }).click();
    await sheet.waitFor({ state: "detached" });
  }
  await expect.poll(() => quantity(maria).innerText()).toBe("2");
  await maria.getByText(lots[1], { exact: true }).first().waitFor();
  // The lot of the item in hand is a code of its own.
  await scan(maria, lots[0]);
  await expect.poll(() => band(maria).innerText()).toContain("+1 → 2");
  await maria.getByText(lots[0], { exact: true }).first().waitFor();
});

test("the code of a sheet brings a counter to its count, and whoever plans to the page to type it in", async () => {
  const floor = await beginOnFloor(desk, "On paper, scanned");
  await printSheet(floor.ines, { id: floor.countId });
  const address = `https://printed.example/counts/${encodeURIComponent(floor.countId)}/sheets/1?warehouse=MAIN`;
  const maria = await takePhone(desk);
  // Its work is on the device.
  await maria.locator(".next h1 .place-code").waitFor();
  await scan(maria, address);
  await expect.poll(() => new URL(maria.url()).searchParams.get("count")).toBe(floor.countId);
  await openPlace(maria, floor.countId, simpleLine(floor).location.id);
  await scan(maria, address);
  await expect.poll(() => band(maria).innerText()).toContain("A sheet of this count");

  const ines = await takePhone(desk, "Supervisor");
  await scan(ines, address);
  await ines.waitForURL(/\/counts\/.+\/sheets\/1/u);
  await ines.getByText(/0 of \d+ typed in/u).waitFor();
});

test("a list of codes that is pasted is as many scans", async () => {
  const floor = await beginOnFloor(desk, "Pasted");
  const line = simpleLine(floor);
  const maria = await takePhone(desk);
  await openPlace(maria, floor.countId, line.location.id);
  await paste(maria, `${line.gtin}\r\n${line.gtin}\n\n${line.gtin}`);
  await expect.poll(() => quantity(maria).innerText()).toBe("3");
  // What is pasted into a field belongs to the field.
  await maria.getByRole("button", { name: /^Find a line/ }).click();
  await maria.getByRole("searchbox").focus();
  await paste(maria, line.gtin);
  await maria.getByRole("button", { name: "Back to the count" }).click();
  expect(await quantity(maria).innerText()).toBe("3");
});
