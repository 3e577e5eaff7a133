import { expect, test } from "vitest";
import { readNumber, typedNumber } from "./typed-number.ts";

const percent = { kind: "NUMBER", least: 0, most: 100 } as const;
const amount = { kind: "AMOUNT", least: 0, most: null } as const;

test("what is no value of the option says why", () => {
  expect(readNumber("5", percent)).toEqual({ value: 5 });
  expect(readNumber("0", percent)).toEqual({ value: 0 });
  expect(readNumber("101", percent)).toEqual({ error: "At most 100." });
  expect(readNumber("1.5", percent)).toEqual({ error: "Type a whole number." });
  expect(readNumber("", percent)).toHaveProperty("error");
  expect(readNumber("-3", percent)).toHaveProperty("error");
});

test("an amount keeps every digit", () => {
  expect(readNumber("2500.50", amount)).toEqual({ value: "2500.50" });
});

test("a number stands in its field without groups", () => {
  expect(typedNumber("12500.5")).toBe("12500.5");
  expect(typedNumber(50)).toBe("50");
});
