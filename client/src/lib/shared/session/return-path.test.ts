import { describe, expect, test } from "vitest";
import { returnPath, signInPath } from "./return-path.ts";

const signInAt = (wanted: string) =>
  new URL(`https://stock.example/sign-in?return=${encodeURIComponent(wanted)}`);

describe("the way back after signing in", () => {
  test("leads to the page that was asked for, with its filters", () => {
    const asked = new URL("https://stock.example/stock?warehouse=MAIN&search=hub");
    const signIn = new URL(signInPath(asked), asked.origin);
    expect(returnPath(signIn)).toBe("/stock?warehouse=MAIN&search=hub");
  });

  test("is the start page when nothing was asked for", () => {
    expect(signInPath(new URL("https://stock.example/"))).toBe("/sign-in");
    expect(returnPath(new URL("https://stock.example/sign-in"))).toBe("/");
  });

  test.each(["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])(
    "never leaves this site for %s",
    (wanted) => expect(returnPath(signInAt(wanted))).toBe("/"),
  );
});
