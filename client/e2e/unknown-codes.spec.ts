import path from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useDesk } from "./desk.ts";
import { beginOnFloor, simpleLine } from "./floor.ts";
import { band, openPlace, quantity, scan, takePhone } from "./phone.ts";

const desk = useDesk();
const picture = path.join(import.meta.dirname, "barcodes", "code128-1", "2.png");

async function atTheShelf(title: string) {
  const floor = await beginOnFloor(desk, title);
  const line = simpleLine(floor);
  const maria = await takePhone(desk);
  await openPlace(maria, floor.countId, line.location.id);
  return { ...floor, maria, line };
}

/** What was scanned is one of these. */
async function assignTo(maria: Page, sku: string) {
  await maria.getByRole("button", { name: /^Assign to an item/ }).click();
  await maria.getByRole("searchbox").fill(sku);
  await maria
    .getByRole("button", { name: new RegExp(sku) })
    .first()
    .click();
}

test("assigned without a network, confirmed by the supervisor, and then a code like others", async () => {
  const { ines, maria, line } = await atTheShelf("Codes to confirm");
  // What comes after the first screen is on the device.
  await scan(maria, "WARM-UP-1");
  await maria.getByRole("button", { name: "Ignore this scan" }).click();
  await maria.context().setOffline(true);
  await scan(maria, "NEW-LABEL-1");
  await assignTo(maria, line.item.sku);
  await expect.poll(() => quantity(maria).innerText()).toBe("1");
  await maria.getByRole("link", { name: /^Offline · 2/ }).waitFor();
  await maria.context().setOffline(false);
  await maria.getByRole("link", { name: /^All sent/ }).waitFor({ timeout: 20_000 });

  await ines.goto("/settings/codes?warehouse=MAIN");
  const row = ines.getByRole("row").filter({ hasText: "NEW-LABEL-1" });
  await row.getByText(line.item.sku).waitFor();
  await row.getByRole("button", { name: /^Accept/ }).click();
  await ines.getByText(`NEW-LABEL-1 is a code of ${line.item.sku} now.`).waitFor();
  await ines.getByText("Nothing to confirm").waitFor();
});

test("a code that is refused stays unknown", async () => {
  const { ines, maria, line } = await atTheShelf("Codes to refuse");
  await scan(maria, "NOT-OURS-1");
  await assignTo(maria, line.item.sku);
  await expect.poll(() => quantity(maria).innerText()).toBe("1");
  await maria.getByRole("link", { name: /^All sent/ }).waitFor({ timeout: 20_000 });
  await ines.goto("/settings/codes?warehouse=MAIN");
  await ines.getByRole("button", { name: /^Refuse NOT-OURS-1/ }).click();
  await ines.getByText("NOT-OURS-1 stays unknown.").waitFor();
});

test("counted as unlisted with a photo: it waits on the device, and then stands on the board", async () => {
  const { ines, countId, maria } = await atTheShelf("With a photo");
  await scan(maria, "WARM-UP-1");
  await maria.getByRole("button", { name: "Ignore this scan" }).click();
  await maria.context().setOffline(true);
  await scan(maria, "WHAT-IS-IT");
  await maria.getByRole("button", { name: /^Count as unlisted/ }).click();
  await maria.getByLabel("Add a photo").setInputFiles(picture);
  await maria.getByText("Photo added").waitFor();
  await maria.getByRole("button", { name: "Count as unlisted" }).click();
  await expect.poll(() => band(maria).innerText()).toContain("Kept as unlisted");
  await maria.getByRole("link", { name: /^Offline · 2/ }).waitFor();
  // Whoever closes the browser meanwhile loses nothing: it is in the store.
  await maria.context().setOffline(false);
  await maria.getByRole("link", { name: /^All sent/ }).waitFor({ timeout: 20_000 });

  await ines.goto(`/counts/${encodeURIComponent(countId)}?warehouse=MAIN`);
  await ines.getByText("WHAT-IS-IT").first().click();
  const photo = ines.getByRole("img", { name: "Photo 1 by the counter" });
  await photo.waitFor();
  await expect
    .poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
});
