import { ClaimLocation } from "@tallyroom/schema/operations/count-on-the-floor.ts";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginCount, linesOf, reportPresence } from "./begun-count.ts";
import { ask, enter, useDesk } from "./desk.ts";

const desk = useDesk();

/** A supervisor at the board; Maria stands at the first place of the count. */
async function withSomebodyAtAPlace(title: string) {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title, zones: 1, isAlone: true });
  const [line] = await linesOf(maria, count, 1);
  const place = line?.location;
  if (!place) throw new Error("This zone has no line.");
  await reportPresence(maria, count, { deviceName: "Zebra TC22", unsentCount: 0 });
  const input = { sessionId: count.id, locationId: place.id, deviceId: "Zebra TC22" };
  const { claimLocation } = await ask(maria, ClaimLocation, { input });
  expect(claimLocation.__typename).toBe("LocationClaimed");
  await ines.goto(count.path.replace("/lines?", "?"));
  await counter(ines, "Maria").getByText(place.code).waitFor();
  return { ines, maria, count, place };
}

const counter = (page: Page, name: string) =>
  page.getByRole("region", { name: "Counters" }).getByRole("row", { name: new RegExp(name, "u") });

async function answer(page: Page, title: string, why: string, button: string) {
  const dialog = page.getByRole("dialog", { name: title });
  await dialog.getByLabel("Why").fill(why);
  await dialog.getByRole("button", { name: button }).click();
  await dialog.waitFor({ state: "detached" });
}

test("frees a place that somebody left, and takes over one where somebody stands", async () => {
  const { ines, maria, count, place } = await withSomebodyAtAPlace("Left standing");
  await counter(ines, "Maria").getByRole("button", { name: place.code }).click();
  await ines.getByRole("menuitem", { name: "Free it for others" }).click();
  await answer(ines, "Free a place", "She is at lunch.", "Free it");
  await expect.poll(() => counter(ines, "Maria").getByText(place.code).count()).toBe(0);

  const input = { sessionId: count.id, locationId: place.id, deviceId: "Zebra TC22" };
  await ask(maria, ClaimLocation, { input });
  await counter(ines, "Maria").getByRole("button", { name: place.code }).click();
  await ines.getByRole("menuitem", { name: "Take it over" }).click();
  await answer(ines, "Take a place over", "Her shift is over.", "Take it over");
  await counter(ines, "Ines").getByText(place.code).waitFor();
  const { claimLocation: again } = await ask(maria, ClaimLocation, { input });
  expect(again).toMatchObject({
    __typename: "ClaimLocationRejected",
    heldBy: { name: "Ines Albrecht" },
  });
});

test("shares out anew what nobody has visited yet", async () => {
  const { ines } = await withSomebodyAtAPlace("To be shared out");
  const counters = ines.getByRole("region", { name: "Counters" });
  const reassign = ines.getByRole("dialog", { name: "Reassign" });
  await counters.getByRole("button", { name: "Reassign" }).click();
  await reassign.getByRole("checkbox", { name: /^Maria Costa/ }).check();
  await reassign.getByRole("checkbox", { name: /^Jonas Weber/ }).check();
  await reassign.getByRole("button", { name: "Share out among 2" }).click();
  await reassign.waitFor({ state: "detached" });

  await counters.getByRole("button", { name: "Reassign" }).click();
  for (const name of ["Maria Costa", "Jonas Weber"]) {
    await reassign
      .getByRole("checkbox", { name: new RegExp(`^${name} \\d+ lines left`) })
      .waitFor();
  }
  expect(await reassign.getByRole("checkbox", { name: /^Aiko Tanaka/ }).isChecked()).toBe(false);
});

test("closes a bin off, holds what lies there, and opens both again", async () => {
  const { ines, place } = await withSomebodyAtAPlace("Closed and held");
  await ines.locator(`[data-tile="${place.code}"]`).click();
  const bin = ines.getByRole("dialog", { name: place.code });
  await bin.getByText("Nothing is closed off or on hold here.").waitFor();

  await bin.getByRole("button", { name: "Close off…" }).click();
  const closing = ines.getByRole("dialog", { name: "Close off" });
  await closing.getByLabel("How strictly").selectOption({ label: "Closed off: with a warning" });
  await answer(ines, "Close off", "The ladder stands here.", "Close it off");
  await bin.getByText("The ladder stands here.").waitFor();
  await bin.getByText("Closed off: with a warning").waitFor();

  await bin.getByRole("button", { name: "Hold…" }).click();
  await answer(ines, "Hold", "Wet cartons.", "Hold its stock");
  const held = bin.getByRole("listitem").filter({ hasText: "Wet cartons." });
  await held.getByRole("button", { name: "Release" }).click();
  await answer(ines, "Release", "They are dry.", "Release it");
  await held.waitFor({ state: "detached" });

  await bin.getByRole("button", { name: "Open it again" }).click();
  await answer(ines, "Open again", "The ladder is gone.", "Open it again");
  await bin.getByText("Nothing is closed off or on hold here.").waitFor();
});
