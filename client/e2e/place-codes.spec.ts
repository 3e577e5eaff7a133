import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { openPage } from "../../tools/testing/browser.ts";
import { accountOf, useDesk } from "./desk.ts";
import { beginOnFloor, simpleLine } from "./floor.ts";
import { openPlace, phone, signInOnPhone } from "./phone.ts";

const desk = useDesk();

/** Where the codes of places stand on the screen: how many lines each takes, and whether it is cut off. */
function codesOn(page: Page) {
  return page.evaluate(() => {
    const open = document.querySelector("dialog[open]") ?? document;
    return [...open.querySelectorAll<HTMLElement>(".place-code")].map((code) => {
      const { left, right } = code.getBoundingClientRect();
      const lines = new Set([...code.getClientRects()].map(({ top }) => Math.round(top))).size;
      return { lines, isWhole: left >= 0 && right <= document.documentElement.clientWidth };
    });
  });
}

/** A phone that is told another code for a place than the one it has. */
async function takePhoneTold(told: string, known: string): Promise<Page> {
  const { page } = await openPage(desk.browser, {
    ...{ baseURL: desk.server.url, ...phone, serviceWorkers: "block" },
  });
  await page.route("**/graphql", async (route) => {
    if (!/query Hand(Work|Lines)/.test(route.request().postData() ?? "")) return route.continue();
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(`"code":"${known}"`, `"code":"${told}"`);
    await route.fulfill({ response: answer, body });
  });
  onTestFinished(() => page.unrouteAll({ behavior: "ignoreErrors" }));
  await signInOnPhone(page, accountOf(desk, "Counter"));
  return page;
}

test.each([
  ["as usual", "SUBA-50-A-05-C-7", 1],
  ["long", "WEST-MEZZANINE-02-AISLE-14-BAY-B", 1],
  ["too long for one line", `HALL-${"9-A-".repeat(16)}END`, 3],
])("the code of a place is one word, %s", async (_how, told, mostLines) => {
  const floor = await beginOnFloor(desk, "Codes");
  const line = simpleLine(floor);
  const maria = await takePhoneTold(told, line.location.code);
  const look = async (name: string) => {
    await expect
      .poll(async () => (await codesOn(maria)).length, { message: name })
      .toBeGreaterThan(0);
    for (const { lines, isWhole } of await codesOn(maria)) {
      expect(lines, name).toBeLessThanOrEqual(mostLines);
      expect(isWhole, name).toBe(true);
    }
  };
  await openPlace(maria, floor.countId, line.location.id);
  await maria.locator(".place", { hasText: told }).waitFor();
  await look("count");
  await maria.getByRole("button", { name: "One more" }).click();
  await maria.getByRole("tab", { name: "Review" }).click();
  await maria.getByRole("button", { name: `Close ${told}` }).waitFor();
  await look("review");
  await maria.getByRole("button", { name: "Reset my count of this place" }).click();
  await maria.getByRole("dialog", { name: "Reset my count" }).waitFor();
  await look("reset");
  await maria.keyboard.press("Escape");
  await maria.getByRole("button", { name: `Close ${told}` }).click();
  await maria.getByRole("dialog", { name: /^Close/ }).waitFor();
  await look("close");
  await maria.goto("/count");
  await maria.getByRole("link", { name: /^Start/ }).waitFor();
  await look("work");
});

test("control: a code that may break at its hyphens does", async () => {
  const floor = await beginOnFloor(desk, "Codes that break");
  const line = simpleLine(floor);
  const maria = await takePhoneTold("WEST-MEZZANINE-02-AISLE-14-BAY-B", line.location.code);
  await openPlace(maria, floor.countId, line.location.id);
  await maria.locator(".place").waitFor();
  await maria.evaluate(() => {
    const loose = new CSSStyleSheet();
    loose.replaceSync(".place-code { font-size: 1em !important; white-space: normal !important; }");
    document.adoptedStyleSheets.push(loose);
  });
  expect((await codesOn(maria)).some(({ lines }) => lines > 1)).toBe(true);
});
