import { describe, expect, it } from "vitest";
import { isEmail, normaliseEmail, rejectPassword } from "./password.ts";

describe("a password", () => {
  it.each([
    ["", "PASSWORD_TOO_SHORT"],
    ["a".repeat(9), "PASSWORD_TOO_SHORT"],
    ["🔑".repeat(9), "PASSWORD_TOO_SHORT"],
    ["a".repeat(10), null],
    ["a".repeat(128), null],
    ["a".repeat(129), "PASSWORD_TOO_LONG"],
  ])("of the form %j is answered %s", (password, expected) => {
    expect(rejectPassword(password)).toBe(expected);
  });
});

describe("an e-mail address", () => {
  it.each([
    ["ada@tallyroom.example", true],
    ["ada@localhost", false],
    ["ada tallyroom.example", false],
    ["a\0da@tallyroom.example", false],
    [`ada@${"a".repeat(250)}.example`, false],
  ])("%j is one: %s", (text, expected) => {
    expect(isEmail(text)).toBe(expected);
  });

  it("is the same in any case and with blanks around it", () => {
    expect(normaliseEmail("  Ada@Tallyroom.Example ")).toBe("ada@tallyroom.example");
  });
});
