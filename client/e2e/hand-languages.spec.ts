import { expect, test } from "vitest";
import { arabic } from "../src/lib/hand/languages/arabic.ts";
import { accountOf, signIn, useDesk, visit } from "./desk.ts";
import { beginOnFloor, simpleLine, storedEntries } from "./floor.ts";
import { band, openPlace, quantity, scan, takePhone } from "./phone.ts";

const desk = useDesk();

test("a counter switches to Arabic, offline, and counts on", async () => {
  const floor = await beginOnFloor(desk, "In Arabic");
  const line = simpleLine(floor);
  const maria = await takePhone(desk);
  await maria.goto("/count");
  await maria.evaluate(() => navigator.serviceWorker.ready);
  await openPlace(maria, floor.countId, line.location.id);
  await scan(maria, line.gtin);
  await expect.poll(() => quantity(maria).innerText()).toBe("1");
  await maria.getByRole("link", { name: /^All sent/ }).waitFor();

  await maria.context().setOffline(true);
  await maria.goto("/count/settings");
  await maria.getByRole("radio", { name: "العربية" }).click();
  await maria.getByRole("heading", { level: 1, name: "الإعدادات" }).waitFor();
  expect(await maria.getAttribute("html", "dir")).toBe("rtl");
  expect(await maria.getAttribute("html", "lang")).toBe("ar");

  await maria.goto(
    `/count/place?${new URLSearchParams({ count: floor.countId, place: line.location.id })}`,
  );
  await maria.getByRole("tab", { name: "العدّ" }).waitFor();
  expect(await quantity(maria).innerText()).toBe("1");
  await scan(maria, line.gtin);
  await expect.poll(() => quantity(maria).innerText()).toBe("2");
  // The sum is read from left to right, whatever the words around it are.
  await expect
    .poll(() => band(maria).innerText())
    .toContain("\u2066+\u20681\u2069 → \u20682\u2069\u2069");
  await maria.getByRole("button", { name: "تخطٍّ" }).click();
  await maria.getByRole("button", { name: "منصة تسدّ الطريق" }).click();
  await expect.poll(() => quantity(maria).innerText()).toBe("–");
  const turn = await band(maria).getAttribute("data-turn");
  await maria.getByRole("button", { name: "تراجع" }).click();
  await expect.poll(() => band(maria).getAttribute("data-turn")).not.toBe(turn);

  await maria.context().setOffline(false);
  await maria.getByRole("link", { name: /أُرسل الكل/ }).waitFor();
  const stored = (await storedEntries(desk)).filter(({ mode }) => mode !== "VOID");
  expect(stored.map(({ mode }) => mode)).toEqual(["ADD", "ADD", "NOT_ACCESSIBLE"]);
});

test("without a reload: the page speaks German as soon as it is chosen, and writes numbers so", async () => {
  const floor = await beginOnFloor(desk, "In German");
  const line = simpleLine(floor);
  const maria = await takePhone(desk);
  await maria.getByRole("link", { name: "Settings" }).click();
  await maria.evaluate(() => Object.assign(window, { isStillHere: true }));
  await maria.getByRole("radio", { name: "Deutsch" }).click();
  await maria.getByRole("heading", { level: 1, name: "Einstellungen" }).waitFor();
  expect(await maria.evaluate(() => "isStillHere" in window)).toBe(true);

  await maria.goto(
    `/count/place?${new URLSearchParams({ count: floor.countId, place: line.location.id })}`,
  );
  await quantity(maria).click();
  for (const digit of "1234") await maria.getByRole("button", { name: digit, exact: true }).click();
  await maria.getByRole("button", { name: "1.234 setzen" }).click();
  await expect.poll(() => quantity(maria).innerText()).toBe("1.234");
});

test("at the desk: signs in and goes on in German, and the hand speaks it, too", async () => {
  const visitor = await visit(desk, "/sign-in", { locale: "en-GB" });
  await visitor.getByRole("radio", { name: "Deutsch" }).check({ force: true });
  await visitor.getByRole("button", { name: "Anmelden", exact: true }).waitFor();
  expect(await visitor.getAttribute("html", "lang")).toBe("de");
  const { email, password } = accountOf(desk, "Supervisor");
  await signIn(visitor, email, password);
  const rail = visitor.getByRole("navigation", { name: "Hauptnavigation" });
  await rail.getByRole("link", { name: "Bestand" }).waitFor();
  await visitor.goto("/counts?warehouse=MAIN");
  await rail.getByRole("link", { name: "Zählungen" }).waitFor();

  // From the display menu, without a reload, and from right to left where the language is.
  await visitor.getByRole("button", { name: "Anzeige" }).click();
  await visitor.getByRole("radio", { name: "العربية" }).check({ force: true });
  await visitor.getByRole("link", { name: "المخزون" }).waitFor();
  expect(await visitor.getAttribute("html", "dir")).toBe("rtl");
  // Its pages are English, and say so.
  expect(await visitor.locator("main").getAttribute("lang")).toBe("en");
  await visitor.goto("/count");
  await visitor.getByText(arabic.work.myWork, { exact: true }).first().waitFor();
});
