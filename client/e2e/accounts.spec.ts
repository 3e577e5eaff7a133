import { expect, test } from "vitest";
import { accountOf, enter, useDesk, visit } from "./desk.ts";

const desk = useDesk();

test("revoking a session signs the other browser out", async () => {
  const other = await enter(desk, "Supervisor", "/items", {
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0",
    expectedProblems: [/WebSocket|403|401/],
  });
  await other.waitForURL("**/items*");
  await other.getByText(/^Live/).waitFor();
  const page = await enter(desk, "Supervisor", "/account");
  await page.getByRole("button", { name: /^Sign out Firefox on Linux/ }).click();
  await page.getByText("Firefox on Linux is signed out.").waitFor();

  await other.waitForURL("**/sign-in?return=*", { timeout: 5_000 });
  await other.getByText("Your session has ended.").waitFor();
});

test("somebody invited by a link chooses a password and is at the desk", async () => {
  const page = await enter(desk, "Administrator", "/settings/users");
  await page.getByRole("button", { name: "Invite someone" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite someone" });
  await dialog.getByLabel("Name").fill("Samir Haddad");
  await dialog.getByLabel("E-mail").fill("samir@tallyroom.example");
  await dialog.getByRole("checkbox", { name: /^Viewer/ }).check();
  await dialog.getByRole("checkbox", { name: "All, also those added later" }).check();
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByRole("status", { name: "Link for Samir Haddad" }).innerText();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByText("waiting").waitFor();

  const guest = await visit(desk, new URL(link).pathname);
  await guest.getByRole("heading", { name: "Welcome, Samir Haddad" }).waitFor();
  await guest.getByLabel("Password", { exact: true }).fill("a quiet aisle at dawn");
  await guest.getByRole("button", { name: "Accept and sign in" }).click();
  await guest.getByRole("button", { name: "Account of Samir Haddad" }).waitFor();

  const late = await visit(desk, new URL(link).pathname);
  await late.getByRole("heading", { name: "This invitation can no longer be used" }).waitFor();
});

test("an API key shows its secret once and can be revoked", async () => {
  const page = await enter(desk, "Administrator", "/account");
  await page.getByRole("button", { name: "New key" }).click();
  const dialog = page.getByRole("dialog", { name: "New API key" });
  await dialog.getByLabel("Name").fill("Shop sync");
  await dialog.getByRole("checkbox", { name: /^See the catalogue/ }).check();
  await dialog.getByRole("button", { name: "Create key" }).click();
  const secret = await page.getByRole("status", { name: "Shop sync" }).innerText();
  expect(secret.length).toBeGreaterThan(20);
  await page.getByRole("button", { name: "Done" }).click();
  await page.reload();
  await page.getByText("Shop sync").waitFor();
  expect(await page.locator("body").innerText()).not.toContain(secret);
  await page.getByRole("button", { name: "Revoke Shop sync" }).click();
  await page.getByText(/^revoked /).waitFor();
});

test("a new password must be earned with the old one", async () => {
  const page = await enter(desk, "Viewer", "/account");
  await page.getByLabel("Current password").fill("not-the-password");
  await page.getByLabel("New password").fill("another long password");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByRole("alert").waitFor();
  expect(accountOf(desk, "Viewer").password).not.toBe("another long password");
});

test("the last administrator cannot be disabled", async () => {
  const page = await enter(desk, "Administrator", "/settings/users");
  const { name } = accountOf(desk, "Administrator");
  await page.getByRole("gridcell").getByRole("button", { name }).click();
  const dialog = page.getByRole("dialog", { name });
  await dialog.getByRole("checkbox", { name: /^Disabled/ }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("alert").waitFor();
});
