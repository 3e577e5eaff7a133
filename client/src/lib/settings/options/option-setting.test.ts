import { expect, test } from "vitest";
import { asInput, isFound, plainValue, type OptionSetting } from "./option-setting.ts";

const option = {
  code: "325",
  name: "Zero counts",
  effect: "Counters may say that a place is empty.",
} as OptionSetting;

test.each(["325", "32", "zero", "EMPTY place", "zero 325", ""])("“%s” finds zero counts", (words) =>
  expect(isFound(option, words)).toBe(true),
);

test.each(["25", "serial", "zero 170"])("“%s” does not", (words) =>
  expect(isFound(option, words)).toBe(false),
);

test("off and nothing are values of their own", () => {
  expect(plainValue({ isOn: false, number: null, text: null })).toBe(false);
  expect(plainValue({ isOn: null, number: 0, text: null })).toBe(0);
  expect(asInput(false)).toEqual({ isOn: false });
  expect(asInput(0)).toEqual({ number: 0 });
  expect(asInput(null)).toEqual({});
});
