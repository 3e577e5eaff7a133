import { describe, expect, test } from "vitest";
import {
  addDecimals,
  compareDecimals,
  formatDecimal,
  formatMoney,
  formatSigned,
  formatUnitCost,
  multiplyDecimals,
  signOf,
} from "./decimal.ts";

describe("a stored decimal", () => {
  test("keeps every digit, also where a float would lose some", () => {
    const value = "9007199254740993.123456789012";
    expect(formatDecimal(value, { locale: "en" })).toBe("9,007,199,254,740,993.123456789012");
  });

  test("is grouped as the reader's locale does it", () => {
    expect(formatDecimal("1234567.5", { locale: "en" })).toBe("1,234,567.5");
    expect(formatDecimal("1234567.5", { locale: "de" })).toBe("1.234.567,5");
    expect(formatDecimal("1234567.5", { locale: "en-IN" })).toBe("12,34,567.5");
  });

  test("loses only zeros that say nothing", () => {
    expect(formatDecimal("408.000000", { locale: "en" })).toBe("408");
    expect(formatDecimal("0.10", { locale: "en" })).toBe("0.1");
  });

  test("shows the decimals of its unit, so that a column lines up", () => {
    expect(formatDecimal("155", { locale: "en", decimalsAtLeast: 3 })).toBe("155.000");
  });

  test("below zero has a real minus sign", () => {
    expect(formatDecimal("-9", { locale: "en" })).toBe("−9");
  });

  test("that is no decimal is shown as it came", () => {
    expect(formatDecimal("n/a")).toBe("n/a");
  });
});

describe("a signed quantity", () => {
  test.each([
    ["30", "+30"],
    ["-1", "−1"],
    ["0.000", "0"],
    ["-0.00", "0"],
  ])("%s is written %s", (value, written) => {
    expect(formatSigned(value, { locale: "en" })).toBe(written);
  });

  test("has the sign of its digits", () => {
    expect([signOf("-0.000"), signOf("0.001"), signOf("-12")]).toEqual([0, 1, -1]);
  });
});

test("money has the decimals of its currency", () => {
  expect(formatMoney("1618.3", "USD", "en")).toBe("1,618.30");
  expect(formatMoney("1618", "JPY", "en")).toBe("1,618");
  expect(formatMoney("187911.3456", "USD", "en")).toBe("187,911.35");
  expect(formatMoney("9007199254740993.005", "USD", "en")).toBe("9,007,199,254,740,993.01");
});

test("a unit cost keeps every digit", () => {
  expect(formatUnitCost("0.9716", "EUR", "en")).toBe("€ 0.9716");
  expect(formatUnitCost("11.2", "USD", "en")).toBe("$ 11.20");
});

test.each([
  ["9", "10", -1],
  ["-9", "-10", 1],
  ["0.1", "0.10", 0],
  ["12.05", "12.5", -1],
  ["-0.5", "0.5", -1],
  ["9007199254740993", "9007199254740992", 1],
])("%s compared with %s gives %d", (a, b, sign) => {
  expect(compareDecimals(a, b)).toBe(sign);
});

test("a product is exact", () => {
  expect(multiplyDecimals("3", "50")).toBe("150");
  expect(multiplyDecimals("0.1", "0.2")).toBe("0.02");
  expect(multiplyDecimals("2.5", "0.4")).toBe("1");
  expect(multiplyDecimals("9007199254740993", "3")).toBe("27021597764222979");
});

test.each([
  ["0.1", "0.2", "0.3"],
  ["-5", "5", "0"],
  ["12345678901234.5", "0.000001", "12345678901234.500001"],
])("%s and %s are %s", (a, b, sum) => {
  expect(addDecimals(a, b)).toBe(sum);
});
