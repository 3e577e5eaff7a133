import { ClaimLocation } from "@tallyroom/schema/operations/claim-location.ts";
import { RequestRecount } from "@tallyroom/schema/operations/request-recount.ts";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { enterCounts } from "./begun-count.ts";
import { ask, type Desk } from "./desk.ts";
import { beginOnFloor, serialLine, simpleLine, type Floor } from "./floor.ts";
import type { inArabic } from "./hand-names.ts";
import { openPlace, quantity, scan } from "./phone.ts";

interface HandScreen {
  name: string;
  show: () => Promise<unknown>;
}

/** Every screen of the hand, one after the other. */
export async function screensOfHand(
  desk: Desk,
  page: Page,
  names: typeof inArabic,
): Promise<HandScreen[]> {
  const floor = await beginOnFloor(desk, "For every screen", { isWhole: true });
  const byPiece = serialLine(floor);
  const line = simpleLine(floor);
  await floor.ines.goto(`/labels?what=join&count=${encodeURIComponent(floor.countId)}`);
  const name = await floor.ines.locator(".label strong").innerText();
  const [held, disputed, again] = await withOthersThere(page, floor);
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name });
  const dialog = (name: string | RegExp) => page.getByRole("dialog", { name });
  const away = async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  };
  return [
    {
      name: "work",
      show: () =>
        page.goto("/count").then(() => page.getByText(names.openToClaim).first().waitFor()),
    },
    {
      name: "settings",
      show: () =>
        page
          .getByRole("link", { name: names.settings })
          .click()
          .then(() => heading(names.settingsTitle).waitFor()),
    },
    {
      name: "join",
      show: () => page.goto("/join").then(() => heading(names.join).waitFor()),
    },
    {
      name: "joining",
      show: () => page.goto(`/join/${name}`).then(() => button(names.start).waitFor()),
    },
    {
      name: "nothing to join",
      show: () => page.goto("/join/CC-9999").then(() => page.getByRole("alert").waitFor()),
    },
    {
      name: "sync centre",
      show: () => page.goto("/count/sync").then(() => heading(names.syncTitle).waitFor()),
    },
    {
      name: "count",
      show: async () => {
        await openPlace(page, floor.countId, line.location.id, names.count);
        await scan(page, line.gtin);
        await expect.poll(() => quantity(page).innerText()).not.toBe("–");
      },
    },
    {
      name: "camera",
      show: () =>
        button(names.camera)
          .click()
          .then(() => page.getByText(names.scanning).waitFor()),
    },
    {
      name: "number pad",
      show: () =>
        button(names.done)
          .click()
          .then(() => quantity(page).click())
          .then(() => dialog(names.pad).waitFor()),
    },
    { name: "skip", show: () => away().then(() => button(names.skip).click()) },
    { name: "lines here", show: () => away().then(() => button(names.find).click()) },
    {
      name: "unknown code",
      show: () =>
        away()
          .then(() => scan(page, "HELLO-77"))
          .then(() => dialog(names.unknown).waitFor()),
    },
    { name: "assign", show: () => button(names.assign).click() },
    {
      name: "unlisted",
      show: () =>
        page
          .getByRole("button", { name: names.back, exact: true })
          .click()
          .then(() => button(names.unlisted).click()),
    },
    {
      name: "review",
      show: () => away().then(() => page.getByRole("tab", { name: names.review }).click()),
    },
    { name: "edit", show: () => page.locator("button.hand-row").first().click() },
    { name: "reset", show: () => button(names.reset).click() },
    {
      name: "close",
      show: () =>
        away()
          .then(() => button(names.close).click())
          .then(() => dialog(names.close).waitFor()),
    },
    {
      name: "more options",
      show: async () => {
        await openPlace(page, floor.countId, byPiece.location.id, names.count);
        await scan(page, byPiece.item.sku);
        await dialog(names.serials).waitFor();
        await away();
        await button(names.more).click();
        await dialog(names.more).waitFor();
      },
    },
    {
      name: "serials",
      show: async () => {
        await away();
        await quantity(page).click();
        await dialog(names.serials).waitFor();
        await scan(page, "SERIAL-1");
        await scan(page, "SERIAL-1");
        await dialog(names.serials).locator("s").waitFor();
      },
    },
    {
      name: "submit",
      show: async () => {
        await page.goto("/count");
        await button(names.submit).click();
        await dialog(names.submitTitle).waitFor();
      },
    },
    {
      name: "held",
      show: () =>
        openPlace(page, floor.countId, held.location.id, names.count).then(() =>
          dialog(names.held).waitFor(),
        ),
    },
    {
      name: "disputed",
      show: () =>
        openPlace(page, floor.countId, disputed.location.id, names.count).then(() =>
          page.getByText(names.disputed).waitFor(),
        ),
    },
    {
      name: "recount",
      show: () =>
        openPlace(page, floor.countId, again.location.id, names.count).then(() =>
          page.getByText(names.recount).waitFor(),
        ),
    },
  ];
}

/** Places at which somebody else was: one is held, one is disputed, one is to be counted again. */
async function withOthersThere(page: Page, floor: Floor) {
  const { ines, countId } = floor;
  const [held, disputed, again] = [5, 6, 7].map((at) => simpleLine(floor, at));
  if (!held || !disputed || !again) throw new Error("Too few lines.");
  const count = { id: countId, title: "", path: "" };
  const claim = { sessionId: countId, locationId: held.location.id, deviceId: "another-phone" };
  await ask(ines, ClaimLocation, { input: claim });
  await enterCounts(ines, count, [
    { lineId: disputed.id, quantity: "4" },
    { lineId: again.id, quantity: "3" },
  ]);
  await enterCounts(page, count, [{ lineId: disputed.id, quantity: "7" }], "VERIFY");
  const asked = { sessionId: countId, lineIds: [again.id], reason: "Looks odd" };
  await ask(ines, RequestRecount, { input: { ...asked, key: crypto.randomUUID() } });
  return [held, disputed, again] as const;
}
