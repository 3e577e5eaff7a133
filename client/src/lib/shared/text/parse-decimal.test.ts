import { expect, test } from "vitest";
import { parseDecimal } from "./parse-decimal.ts";

test.each([
  ["12", "en", "12"],
  ["12.5", "en", "12.5"],
  ["1,234.5", "en", "1234.5"],
  ["12,5", "de", "12.5"],
  ["1.234,5", "de", "1234.5"],
  ["1 234,5", "fr", "1234.5"],
  ["12,34,567", "en-IN", "1234567"],
  [" 007 ", "en", "7"],
  ["0", "en", "0"],
])("%s in %s is %s", (typed, locale, expected) => {
  expect(parseDecimal(typed, locale)).toBe(expected);
});

test.each([
  ["1,5", "en"],
  ["1.5", "de"],
  [",123", "en"],
  ["1.2.3", "en"],
  ["-3", "en"],
  ["3 cases", "en"],
  ["1e3", "en"],
  ["5.", "en"],
  ["", "en"],
])("%s in %s is not taken for a number", (typed, locale) => {
  expect(parseDecimal(typed, locale)).toBeUndefined();
});
