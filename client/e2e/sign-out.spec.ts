import type { Route } from "playwright-core";
import { expect, test } from "vitest";
import { accountOf, signIn, useDesk } from "./desk.ts";
import { beginOnFloor, simpleLine } from "./floor.ts";
import { keptIds, openPlace, takePhone } from "./phone.ts";

const desk = useDesk();

const isRecording = (route: Route) =>
  (route.request().postData() ?? "").includes("mutation RecordObservations");

test("the desk of a device that holds unsent entries says so before it signs their counter out", async () => {
  const floor = await beginOnFloor(desk, "Signed out at the desk");
  const maria = await takePhone(desk, "Counter");
  await maria.route("**/graphql", async (route) =>
    isRecording(route) ? route.fulfill({ status: 502, body: "" }) : route.continue(),
  );
  const { location } = simpleLine(floor);
  await openPlace(maria, floor.countId, location.id);
  for (const _press of [1, 2]) await maria.getByRole("button", { name: "One more" }).click();
  await maria.getByRole("link", { name: /2 waiting/ }).waitFor();
  const kept = await keptIds(maria);

  const signOut = async (name: RegExp) => {
    await maria.getByRole("button", { name }).click();
    await maria.getByRole("menuitem", { name: "Sign out" }).click();
  };
  const warning = maria.getByRole("dialog", { name: "Sign out" });
  await maria.goto("/counts?warehouse=MAIN");
  await signOut(/^Account of Maria/);
  await warning.getByText("2 entries are not sent").waitFor();
  await warning.getByText(/^They stay on this device/).waitFor();
  await maria.keyboard.press("Enter");
  await warning.waitFor({ state: "detached" });
  await signOut(/^Account of Maria/);
  await warning.getByRole("button", { name: "Sign out, keep them here" }).click();
  await maria.waitForURL("**/sign-in");

  // They are hers: nobody else is asked, and nobody takes them away.
  await maria.goto("/sign-in?return=/counts");
  const { email, password } = accountOf(desk, "Supervisor");
  await signIn(maria, email, password);
  await signOut(/^Account of Ines/);
  await maria.waitForURL("**/sign-in");
  expect(await keptIds(maria)).toEqual(kept);
});
