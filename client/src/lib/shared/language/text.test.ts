import { expect, test } from "vitest";
import { sayText } from "./text.ts";

const english = { locale: "en", isRightToLeft: false };
const arabic = { locale: "ar-u-nu-latn", isRightToLeft: true };

test("a text is said with its values", () => {
  expect(sayText("{done} of {all}", { done: "3", all: 1_200 }, english)).toBe("3 of 1,200");
  expect(sayText("{done} of {all}", { done: "3", all: 1_200 }, { ...english, locale: "de" })).toBe(
    "3 of 1.200",
  );
});

test.each([
  [1, "one line"],
  [0, "0 lines"],
  [2, "2 lines"],
])("English has two numbers: %i is %s", (count, said) => {
  expect(sayText({ one: "one line", other: "{count} lines" }, { count }, english)).toBe(said);
});

test.each([
  [0, "zero"],
  [1, "one"],
  [2, "two"],
  [3, "few"],
  [11, "many"],
  [100, "other"],
  [103, "few"],
])("Arabic has six: %i is %s", (count, said) => {
  const lines = { zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other" };
  expect(sayText(lines, { count }, arabic)).toBe(said);
});

test("from right to left, a code keeps its own direction between two marks", () => {
  expect(sayText("إغلاق {place}", { place: "A-01-02" }, arabic)).toBe("إغلاق \u2068A-01-02\u2069");
  expect(sayText("Close {place}", { place: "A-01-02" }, english)).toBe("Close A-01-02");
});

test("digits are those of the labels", () => {
  expect(sayText("{count}", { count: 1_234 }, arabic)).toContain("1,234");
});
