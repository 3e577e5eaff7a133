import { expect, test } from "vitest";
import { countName } from "./count-words.ts";

test("a count is called by its number, which may outgrow its zeros", () => {
  expect(countName(147)).toBe("CC-0147");
  expect(countName(12_345)).toBe("CC-12345");
});
