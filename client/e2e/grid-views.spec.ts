import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginCount, enterCounts, linesOf } from "./begun-count.ts";
import { enter, useDesk } from "./desk.ts";

const desk = useDesk();

async function openDiscrepancies(title: string) {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title, isAlone: true });
  const lines = await linesOf(maria, count, 500);
  return { ines, maria, count, lines, path: count.path.replace("/lines", "/discrepancies") };
}

const rowsOf = (page: Page, grid: string | RegExp) =>
  page.getByRole("grid", { name: grid }).locator("tbody tr[aria-rowindex]");

test("groups what differs, goes into a group, and comes back by a view with a name", async () => {
  const { ines, maria, count, lines, path } = await openDiscrepancies("Groups and views");
  const entered = lines
    .slice(0, 3)
    .map(({ id }, at) => ({ lineId: id, quantity: at ? "0" : "99999" }));
  await enterCounts(maria, count, entered);
  await ines.goto(path);
  await ines.getByLabel("Group by").selectOption({ label: "Item" });
  const groups = rowsOf(ines, "Counted Discrepancies by item");
  await groups.first().waitFor();
  expect(new URL(ines.url()).searchParams.get("group")).toBe("ITEM");
  await groups.first().getByRole("button").click();
  const rows = rowsOf(ines, /^Discrepancies of/);
  await rows.first().waitFor();
  const chip = ines.getByRole("button", { name: /^Item .*: take this filter away/ });
  await chip.waitFor();
  await expect.poll(() => rows.count()).toBeLessThan(3);

  await ines.getByRole("button", { name: "Saved views" }).click();
  await ines.getByLabel("Name what is shown now").fill("The worst item");
  await ines.getByRole("button", { name: "Save view" }).click();
  await ines.keyboard.press("Escape");
  await chip.click();
  await expect.poll(() => rows.count()).toBe(3);
  await ines.reload();
  await ines.getByRole("button", { name: "Saved views" }).click();
  await ines.getByRole("button", { name: "The worst item", exact: true }).click();
  await chip.waitFor();
});

test("filters by the reason that was given", async () => {
  const { ines, maria, count, lines, path } = await openDiscrepancies("By reason");
  await enterCounts(
    maria,
    count,
    lines.slice(0, 2).map(({ id }) => ({ lineId: id, quantity: "0" })),
  );
  await ines.goto(path);
  const rows = rowsOf(ines, /^Discrepancies of/);
  await expect.poll(() => rows.count()).toBe(2);
  await rows.first().getByRole("checkbox").check();
  await ines.getByRole("button", { name: "Set reason" }).click();
  const dialog = ines.getByRole("dialog", { name: "Set reason" });
  await dialog.getByLabel("Reason").selectOption({ label: "Theft" });
  await dialog.getByRole("button", { name: "Set for 1 line" }).click();
  await dialog.waitFor({ state: "detached" });
  await ines.getByRole("button", { name: "Add filter" }).click();
  await ines.getByLabel("Reason", { exact: true }).selectOption({ label: "Theft" });
  await expect.poll(() => rows.count()).toBe(1);
  await rows.first().getByText("Theft").waitFor();
  await ines.getByRole("button", { name: "Reason Theft: take this filter away" }).click();
  await expect.poll(() => rows.count()).toBe(2);
});

test("finds what is short here and over there, and takes it as a move", async () => {
  const { ines, maria, count, lines, path } = await openDiscrepancies("Only moved");
  const byItem = [...Map.groupBy(lines, ({ item, lot }) => item.id + (lot?.id ?? "")).values()];
  const [here, there] = byItem.find((alike) => alike.length > 1) ?? [];
  if (!here || !there) throw new Error("The demonstration has no item in two places.");
  await enterCounts(maria, count, [
    { lineId: here.id, quantity: "0" },
    { lineId: there.id, quantity: "99999" },
  ]);
  await ines.goto(`${path}&view=LOCATION_MOVES`);
  const pairs = rowsOf(ines, "Location moves");
  await pairs.first().waitFor();
  await pairs.first().getByText(here.location.code).waitFor();
  await pairs.first().getByText(there.location.code).waitFor();
  await pairs.first().getByRole("button", { name: "Take as a move" }).click();
  await ines.getByText("2 selected").waitFor();
  await ines.getByRole("link", { name: /^Counted Discrepancies/ }).click();
  const rows = rowsOf(ines, /^Discrepancies of/);
  await expect.poll(() => rows.count()).toBe(2);
  for (const row of await rows.all()) {
    await row.getByText("moved").waitFor();
    await row.getByText("Scanned to the wrong place").waitFor();
  }
});
