import { expect, test } from "vitest";
import { lessDecimals, readTyped } from "./read-typed.ts";

test("a number is the quantity, a sign before it changes what is there", () => {
  expect(readTyped("12", "5", "en")).toBe("12");
  expect(readTyped(" 0 ", "5", "en")).toBe("0");
  expect(readTyped("+3", "5", "en")).toBe("8");
  expect(readTyped("-1", "5", "en")).toBe("4");
  expect(readTyped("+2.5", null, "en")).toBe("2.5");
  expect(readTyped("1,5", "5", "de")).toBe("1.5");
});

test("what is no quantity is none, and never less than nothing", () => {
  for (const text of ["", "+", "abc", "4006381333931x", "-6"]) {
    expect(readTyped(text, "5", "en"), text).toBeUndefined();
  }
});

test("differences are exact, also of what is negative", () => {
  expect(lessDecimals("0.3", "0.1")).toBe("0.2");
  expect(lessDecimals("2", "-0.5")).toBe("2.5");
  expect(lessDecimals("1", "4")).toBe("-3");
});
