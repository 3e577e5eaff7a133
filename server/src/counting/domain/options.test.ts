import { expect, test } from "vitest";
import { optionDefaults, resolveOptions } from "./options.ts";

test("the warehouse's own value goes before the company's, and that before the default", () => {
  expect(resolveOptions({}, {})).toEqual(optionDefaults);
  expect(resolveOptions({ "325": false }, {})["325"]).toBe(false);
  expect(resolveOptions({ "325": false }, { "325": true })["325"]).toBe(true);
});

test("a value of another type is not taken", () => {
  expect(resolveOptions({}, { "325": "no", lotsToCount: "many" })).toEqual(optionDefaults);
});
