import { expect, test } from "vitest";
import { Decimal, decimalText, fitsDecimals, parseDecimal } from "./exact-decimal.ts";

test.each([
  ["0", "0"],
  ["-0", "0"],
  ["12.500000", "12.5"],
  ["99999999999999.999999", "99999999999999.999999"],
  ["-0.000001", "-0.000001"],
  ["000.10", "0.1"],
])("%s is kept as %s", (text, kept) => {
  expect(decimalText(parseDecimal(text) ?? "")).toBe(kept);
});

test.each([
  "",
  " 1",
  "1,5",
  "1e3",
  "0x10",
  "NaN",
  "Infinity",
  ".5",
  "5.",
  "+5",
  "0.0000001",
  "100000000000000",
  "1".repeat(65),
])("%o cannot be kept", (text) => {
  expect(parseDecimal(text)).toBeNull();
});

test("what a binary number loses stays", () => {
  expect(new Decimal("0.1").plus("0.2").toFixed()).toBe("0.3");
  expect(0.1 + 0.2).not.toBe(0.3);
});

test("decimals of a unit are those that carry something", () => {
  expect(fitsDecimals(new Decimal("2.50"), 1)).toBe(true);
  expect(fitsDecimals(new Decimal("2.55"), 1)).toBe(false);
});
