import { CountLines } from "@tallyroom/schema/operations/count-lines.ts";
import { HandLines } from "@tallyroom/schema/operations/hand.ts";
import { RequestRecount } from "@tallyroom/schema/operations/request-recount.ts";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "../../tools/testing/browser.ts";
import { ask, useDesk } from "./desk.ts";
import { beginOnFloor, simpleLine, type Floor } from "./floor.ts";
import {
  band,
  cutNetwork,
  openPlace,
  phone,
  quantity,
  scan,
  signInOnPhone,
  takePhone,
} from "./phone.ts";

const desk = useDesk();

async function lineAtDesk({ ines, countId }: Floor, lineId: string) {
  const variables = { sessionId: countId, offset: 0, limit: 250, query: {}, seesValue: false };
  const { countSession } = await ask(ines, CountLines, variables);
  return countSession?.lineWindow.find(({ id }) => id === lineId);
}

/** Another counter, with a phone of his own. */
async function takeJonasPhone(): Promise<Page> {
  const { page } = await openPage(desk.browser, {
    ...{ baseURL: desk.server.url, ...phone, expectedProblems: cutNetwork },
  });
  await signInOnPhone(page, { email: "jonas@tallyroom.example", password: "count-the-shelf" });
  return page;
}

test("a count is handed in: skipped lines are decided, what is unsent goes first", async () => {
  const floor = await beginOnFloor(desk, "To hand in");
  const line = simpleLine(floor);
  const maria = await takePhone(desk);
  await openPlace(maria, floor.countId, line.location.id);
  await maria.getByRole("button", { name: "Skip" }).click();
  await maria.getByRole("button", { name: "Count it later" }).click();
  await expect.poll(() => band(maria).innerText()).toContain("Skipped");
  await maria.getByRole("link", { name: /^All sent/ }).waitFor();

  await maria.goto("/count");
  await maria.getByRole("heading", { name: /^Skip list/ }).waitFor();
  await maria.getByRole("button", { name: "Submit this count" }).click();
  const sheet = maria.getByRole("dialog", { name: "Submit count" });
  const submit = sheet.getByRole("button", { name: "Submit count" });
  await sheet.getByText("1 skipped line to decide").waitFor();
  expect(await submit.isDisabled()).toBe(true);
  await sheet.getByRole("button", { name: "Count it" }).click();
  await maria.getByRole("tab", { name: "Count" }).waitFor();

  // Counted after all, but the network is gone: it says so, and waits.
  await maria.context().setOffline(true);
  await scan(maria, line.gtin);
  await expect.poll(() => quantity(maria).innerText()).toBe("1");
  await maria.goBack();
  await maria.getByRole("button", { name: "Submit this count" }).click();
  await expect
    .poll(() => sheet.innerText())
    .toMatch(/\d+ (entry waits|entries wait) for the server/);
  expect(await submit.isDisabled()).toBe(true);
  await maria.context().setOffline(false);
  await expect.poll(() => submit.isEnabled()).toBe(true);
  await submit.click();
  await sheet.waitFor({ state: "detached" });
  await expect
    .poll(() => lineAtDesk(floor, line.id))
    .toMatchObject({ state: "COUNTED", quantityCounted: "1" });
  await maria.getByText("Nothing to count").waitFor();
});

test("a recount waits in another's work, blind to the round before, also after the handing in", async () => {
  const floor = await beginOnFloor(desk, "Again");
  const line = simpleLine(floor);
  const maria = await takePhone(desk);
  await openPlace(maria, floor.countId, line.location.id);
  await scan(maria, line.gtin);
  await expect.poll(async () => (await lineAtDesk(floor, line.id))?.state).toBe("COUNTED");
  await maria.goto("/count");
  await maria.getByRole("button", { name: "Submit this count" }).click();
  const sheet = maria.getByRole("dialog", { name: "Submit count" });
  await expect
    .poll(() => sheet.getByRole("button", { name: "Submit count" }).isEnabled())
    .toBe(true);
  await sheet.getByRole("button", { name: "Submit count" }).click();
  await sheet.waitFor({ state: "detached" });
  await ask(floor.ines, RequestRecount, {
    input: {
      sessionId: floor.countId,
      lineIds: [line.id],
      key: crypto.randomUUID(),
      reason: "Looks odd",
    },
  });

  const jonas = await takeJonasPhone();
  await jonas.getByRole("heading", { name: /^Recount for me/ }).waitFor();
  await jonas
    .getByRole("link", { name: new RegExp(line.location.code) })
    .first()
    .click();
  await jonas.getByText("Count again: earlier counts stay hidden").waitFor();
  expect(await quantity(jonas).innerText()).toBe("–");
  await scan(jonas, line.gtin);
  await scan(jonas, line.gtin);
  await expect.poll(() => quantity(jonas).innerText()).toBe("2");
  await jonas.getByRole("link", { name: /^All sent/ }).waitFor();
  const variables = { sessionId: floor.countId, offset: 0, limit: 250, filter: {} };
  const { countSession } = await ask(jonas, HandLines, variables);
  const counted = countSession?.lineWindow.find(({ id }) => id === line.id);
  expect(counted).toMatchObject({ round: 2, state: "COUNTED" });
  expect(counted?.countedBefore).toHaveLength(1);

  // Whoever counted it before is not asked.
  await maria.goto("/count");
  await maria.getByText("Nothing to count").waitFor();
  expect(await maria.getByRole("heading", { name: /^Recount for me/ }).count()).toBe(0);
});
