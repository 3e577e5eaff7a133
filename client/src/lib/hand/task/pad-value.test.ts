import { expect, test } from "vitest";
import { press, valueOf, type PadKey } from "./pad-value.ts";

const keyOf = (key: string): PadKey => {
  if (/\d/.test(key)) return { kind: "DIGIT", digit: key };
  if (key === ".") return { kind: "POINT" };
  if (key === "<") return { kind: "BACK" };
  if (key === "C") return { kind: "CLEAR" };
  return { kind: "OPERATOR", operator: key as "×" };
};
const typed = (keys: string, decimals = 0) =>
  [...keys].reduce((text, key) => press(text, keyOf(key), decimals), "");

test.each([
  ["007", "7"],
  ["12×6+3", "12×6+3"],
  ["×5", "5"],
  ["5+×2", "5×2"],
  ["1.5", "15"],
  ["12<<", ""],
  ["12C3", "3"],
])("the keys %s leave %s", (keys, text) => {
  expect(typed(keys)).toBe(text);
});

test("a point only where the item is counted in parts, and once", () => {
  expect(typed(".5", 3)).toBe("0.5");
  expect(typed("1.2.5", 3)).toBe("1.25");
});

test.each([
  ["", 0, { kind: "EMPTY" }],
  ["0", 0, { kind: "VALUE", value: "0" }],
  ["12×6+3", 0, { kind: "VALUE", value: "75" }],
  ["10−2×3", 0, { kind: "VALUE", value: "4" }],
  ["0.1+0.2", 3, { kind: "VALUE", value: "0.3" }],
  ["12×", 0, { kind: "OPEN" }],
  ["3−5", 0, { kind: "BELOW_ZERO" }],
  ["0.5×3", 0, { kind: "TOO_FINE" }],
  ["5901234123457", 0, { kind: "LOOKS_LIKE_A_CODE" }],
  ["99999×999", 0, { kind: "LOOKS_LIKE_A_CODE" }],
])("%s with %i decimals is %o", (text, decimals, value) => {
  expect(valueOf(text, decimals)).toEqual(value);
});
