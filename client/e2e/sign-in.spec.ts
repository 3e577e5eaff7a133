import { describe, expect, test } from "vitest";
import { accountOf, enter, signIn, useDesk, visit } from "./desk.ts";

const desk = useDesk();

describe("signing in", () => {
  test("a demo account fills the form with one click, and the desk opens", async () => {
    const { name } = accountOf(desk, "Supervisor");
    const page = await visit(desk, "/");
    await page.waitForURL("**/sign-in");
    await page.getByRole("button", { name }).click();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Stock", level: 1 }).waitFor();
    await page.getByText(/^Live/).waitFor();
  });

  test("a wrong password is told, and the address is kept", async () => {
    const { email } = accountOf(desk, "Viewer");
    const page = await visit(desk, "/sign-in");
    await signIn(page, email, "not-the-password");
    const refusal = page.getByRole("alert");
    await refusal.waitFor();
    expect(await refusal.innerText()).toMatch(/password/i);
    expect(await page.getByLabel("E-mail").inputValue()).toBe(email);
    expect(new URL(page.url()).pathname).toBe("/sign-in");
  });

  test("too many tries are told with the time to wait", async () => {
    const page = await visit(desk, "/sign-in");
    const triesAllowed = 10;
    const timer = page.getByRole("timer");
    for (let tries = 0; tries <= triesAllowed; tries += 1) {
      const guess = `guess-number-${tries}`;
      const answered = page.waitForResponse((response) =>
        (response.request().postData() ?? "").includes(guess),
      );
      await signIn(page, "nobody@tallyroom.example", guess);
      await answered;
      // A busy button ignores the next press.
      await page.locator("button[aria-busy]").waitFor({ state: "detached" });
    }
    await timer.waitFor();
    expect(await timer.innerText()).toMatch(/You can try again in \d+ (min|s)/);
  });

  test("the password can be shown", async () => {
    const page = await visit(desk, "/sign-in");
    const field = page.getByLabel("Password", { exact: true });
    await field.fill("count-by-moonlight");
    await page.getByRole("button", { name: "Show password" }).click();
    expect(await field.getAttribute("type")).toBe("text");
    await page.getByRole("button", { name: "Hide password" }).click();
    expect(await field.getAttribute("type")).toBe("password");
  });

  test("a page that was asked for opens after signing in", async () => {
    const page = await visit(desk, "/items?search=wheel");
    await page.waitForURL("**/sign-in?return=*");
    const { email, password } = accountOf(desk, "Viewer");
    await signIn(page, email, password);
    await page.waitForURL("**/items?search=wheel");
    await page.getByRole("heading", { name: "Items", level: 1 }).waitFor();
  });

  test("signing out closes the desk", async () => {
    const page = await enter(desk, "Viewer", "/account");
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in");
    await page.goto("/stock");
    await page.waitForURL("**/sign-in?return=*");
  });

  test("a counter without sight of stock begins with the counts", async () => {
    const page = await enter(desk, "Counter");
    await page.getByRole("grid", { name: /^Counts of/ }).waitFor();
    const rail = page.getByRole("navigation", { name: "Main" });
    expect(await rail.getByRole("link", { name: "Stock" }).count()).toBe(0);
  });
});
