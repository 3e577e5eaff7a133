import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginCount, enterCounts, linesOf } from "./begun-count.ts";
import { enter, useDesk } from "./desk.ts";

const desk = useDesk();
const rowsOf = (page: Page) =>
  page.getByRole("grid", { name: /^Discrepancies of/ }).locator("tbody tr[aria-rowindex]");

async function openGrid(title: string, view = "ALL") {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title, zones: 1, isAlone: true });
  const path = `${count.path.replace("/lines", "/discrepancies")}&view=${view}`;
  await ines.goto(path);
  await rowsOf(ines).first().locator(".opener").waitFor();
  await ines.getByText(/^Live/).waitFor();
  return { ines, count, path };
}

test("two at one grid see where the other one types", async () => {
  const { ines, path } = await openGrid("Who types where");
  const ada = await enter(desk, "Administrator", path);
  await rowsOf(ada).nth(2).locator(".found button").click();
  await rowsOf(ines).nth(2).getByText("Ada Lindqvist types here").waitFor();
  expect(await rowsOf(ada).nth(2).getByText("types here").count()).toBe(0);
  await ada.keyboard.press("Escape");
  await rowsOf(ines).nth(2).getByText("Ada Lindqvist types here").waitFor({ state: "detached" });
});

test("takes back by Ctrl Z what was typed last", async () => {
  const { ines } = await openGrid("Taken back");
  await rowsOf(ines).first().locator(".found button").click();
  await ines.keyboard.type("7");
  await ines.keyboard.press("Enter");
  await ines.keyboard.press("Escape");
  const found = rowsOf(ines).first().locator(".found button");
  await found.filter({ hasText: "7" }).waitFor();
  await rowsOf(ines).first().getByText("Ines").waitFor();
  await rowsOf(ines).first().locator(".opener").focus();
  await ines.keyboard.press("Control+z");
  await ines.getByText(/7 is taken back/).waitFor();
  await found.filter({ hasText: "–" }).waitFor();
});

test("holds news back while reading, and lets it in again", async () => {
  const { ines, count } = await openGrid("Held back");
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const [line] = await linesOf(maria, count, 1);
  await rowsOf(ines).first().locator(".opener").focus();
  await ines.keyboard.press("p");
  await ines.getByRole("button", { name: /^Paused/ }).waitFor();
  await enterCounts(maria, count, [{ lineId: line?.id ?? "", quantity: "3" }]);
  await ines.getByText(/Paused, [1-9]/).waitFor();
  expect(await rowsOf(ines).first().getByText("Maria").count()).toBe(0);
  await ines.keyboard.press("p");
  await rowsOf(ines).first().getByText("Maria").waitFor();
});

test("decides in the line's panel whose count of a disputed line stands", async () => {
  const { ines, count } = await openGrid("Whose count stands");
  const [maria, jonas] = [
    await enter(desk, "Counter", "/counts?warehouse=MAIN"),
    await enter(desk, "Administrator", "/counts?warehouse=MAIN"),
  ];
  const [line] = await linesOf(maria, count, 1);
  const lineId = line?.id ?? "";
  await enterCounts(maria, count, [{ lineId, quantity: "3" }]);
  await enterCounts(jonas, count, [{ lineId, quantity: "5" }], "VERIFY");
  await rowsOf(ines).first().getByText("Disputed").waitFor();
  await rowsOf(ines).first().locator(".opener").click();
  await ines.getByRole("button", { name: "Let 5 stand" }).click();
  const dialog = ines.getByRole("dialog", { name: "5 stands" });
  await dialog.getByLabel("Why").fill("Looked myself");
  await dialog.getByRole("button", { name: "Let it stand" }).click();
  await rowsOf(ines).first().getByText("Disputed").waitFor({ state: "detached" });
  await rowsOf(ines).first().locator(".found button", { hasText: "5" }).waitFor();
});
