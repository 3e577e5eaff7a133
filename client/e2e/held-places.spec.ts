import { ClaimLocation } from "@tallyroom/schema/operations/claim-location.ts";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "../../tools/testing/browser.ts";
import { ask, useDesk } from "./desk.ts";
import { beginOnFloor, simpleLine, storedEntries, type Floor, type FloorLine } from "./floor.ts";
import { openPlace, phone, quantity, scan, signInOnPhone, takePhone } from "./phone.ts";

const desk = useDesk();

/** Another counter stands there, with a phone of his own. */
async function jonasHolds({ countId: sessionId }: Floor, line: FloorLine): Promise<Page> {
  const { page: jonas } = await openPage(desk.browser, { baseURL: desk.server.url, ...phone });
  await signInOnPhone(jonas, { email: "jonas@tallyroom.example", password: "count-the-shelf" });
  const place = { sessionId, locationId: line.location.id, deviceId: "jonas-phone" };
  const { claimLocation } = await ask(jonas, ClaimLocation, { input: place });
  expect(claimLocation.__typename).toBe("LocationClaimed");
  return jonas;
}

test("a place that another holds says whose it is, and is taken over with a reason", async () => {
  const floor = await beginOnFloor(desk, "Held");
  const line = simpleLine(floor);
  await jonasHolds(floor, line);
  const maria = await takePhone(desk);
  await openPlace(maria, floor.countId, line.location.id);
  const sheet = maria.getByRole("dialog", { name: "This place is taken" });
  await sheet.getByText("Jonas Weber is counting this place.").waitFor();
  // No keyboard comes up over the sentence.
  const another = sheet.getByRole("button", { name: "Choose another place" });
  await expect
    .poll(() => another.evaluate((button) => document.activeElement === button))
    .toBe(true);
  const takeOver = sheet.getByRole("button", { name: "Take over" });
  expect(await takeOver.isDisabled()).toBe(true);
  await sheet.getByRole("textbox", { name: "Why do you take it over?" }).fill("He has gone home");
  await takeOver.click();
  await sheet.waitFor({ state: "detached" });
  await scan(maria, line.gtin);
  await expect.poll(() => quantity(maria).innerText()).toBe("1");
  await maria.getByRole("link", { name: /^All sent/ }).waitFor();
  expect(await maria.getByText("Second count: another was here").count()).toBe(0);
});

test("counted without a network where another stood: a second count of its own, never added", async () => {
  const floor = await beginOnFloor(desk, "Second count");
  const [line, elsewhere] = [simpleLine(floor, 0), simpleLine(floor, 1)];
  const before = (await storedEntries(desk)).length;
  const maria = await takePhone(desk);
  // Her phone has the count; she has not stood at this place yet.
  await openPlace(maria, floor.countId, elsewhere.location.id);
  await maria.getByRole("link", { name: /^All sent/ }).waitFor();
  await maria.goto("/count");
  await maria.evaluate(async () => void (await navigator.serviceWorker.ready));
  await maria.getByText("Open to claim").first().waitFor();
  await maria.context().setOffline(true);
  await scan(maria, line.location.code);
  await maria.locator(".place", { hasText: line.location.code }).waitFor();
  await jonasHolds(floor, line);
  for (const total of ["1", "2"]) {
    await scan(maria, line.gtin);
    await expect.poll(() => quantity(maria).innerText()).toBe(total);
  }
  await maria.context().setOffline(false);
  await maria.getByText("Second count: another was here").waitFor({ timeout: 20_000 });
  await maria.getByRole("link", { name: /^All sent/ }).waitFor({ timeout: 20_000 });
  await expect.poll(() => quantity(maria).innerText()).toBe("2");
  const entered = (await storedEntries(desk)).slice(before);
  expect(entered.map(({ mode, quantity: typed }) => [mode, typed])).toEqual([["VERIFY", "2"]]);
});
