import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accountOf, signIn, useDesk, visit } from "./desk.ts";
import { filmBefore } from "./fake-camera.ts";
import { beginOnFloor } from "./floor.ts";
import { phone } from "./phone.ts";
import { readPng } from "./png-picture.ts";

const desk = useDesk();

/** A count's number as people call it, from the label that the supervisor prints. */
async function joinLabelOf(ines: Page, countId: string) {
  await ines.goto(`/labels?warehouse=MAIN&what=join&count=${encodeURIComponent(countId)}`);
  const label = ines.locator(".label");
  await label.waitFor();
  const address = (await label.getAttribute("data-code")) ?? "";
  const name = await label.locator("strong").innerText();
  return { address, name, picture: readPng(await label.locator(".symbol").screenshot()) };
}

async function takeOver(page: Page) {
  const { email, password } = accountOf(desk, "Counter");
  await signIn(page, email, password);
}

test("joins a count by its QR code: scanned at the door, signed in, and the count is there", async () => {
  const { ines, countId } = await beginOnFloor(desk, "Join by camera");
  const { name, picture } = await joinLabelOf(ines, countId);
  const filmed = await filmBefore(desk, [{ picture, ms: 1_000 }]);
  const page = await visit(filmed, "/sign-in", phone);
  await page.getByRole("button", { name: "Scan" }).click();
  await page.waitForURL(/\/sign-in\?return=/);
  await takeOver(page);
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.getByText("Join by camera").waitFor();
  await page.getByLabel("Name of this device").fill("Zebra 12");
  await page.getByRole("button", { name: /^Start counting/ }).click();
  await page.getByRole("heading", { level: 2, name: "Join by camera" }).waitFor();
  // It comes before the other counts that are open.
  const first = await page.locator("h2.hand-heading span").first().innerText();
  expect(first).toBe("Join by camera");
  await page.goto("/count/settings");
  expect(await page.getByLabel("Name of this device").inputValue()).toBe("Zebra 12");
});

test("a code that is typed is joined, and a wrong or closed one says so in a sentence", async () => {
  const { ines, countId } = await beginOnFloor(desk, "Join by typing");
  const { name } = await joinLabelOf(ines, countId);
  const page = await visit(desk, "/sign-in?return=/join", phone);
  await takeOver(page);
  await page.getByRole("heading", { level: 1, name: "Join a count" }).waitFor();
  const type = async (code: string) => {
    await page.goto("/join");
    await page.getByLabel("Code of the count").fill(code);
    await page.getByRole("button", { name: "Go on" }).click();
  };
  await type("A-01-01");
  await page.getByRole("alert").getByText("is no code of a count").waitFor();
  await type("CC-9999");
  await page.getByRole("alert").getByText("There is no count CC-9999").waitFor();
  await type(name.toLowerCase());
  await page.getByText("Join by typing").waitFor();

  await ines.request.post("/graphql", {
    data: {
      query: `mutation ($input: CountSessionReasonInput!) {
        cancelCountSession(input: $input) { __typename }
      }`,
      variables: { input: { sessionId: countId, reason: "Wrong aisle" } },
    },
    headers: { origin: new URL(ines.url()).origin },
  });
  await type(name);
  await page.getByRole("alert").getByText(`${name} was called off`).waitFor();
  expect(await page.getByRole("button", { name: /^Start counting/ }).count()).toBe(0);
});
