import { expect, test } from "vitest";
import { estimateMinutes } from "./estimate-minutes.ts";

test("a walk takes longer with more places, lines and pieces, and none takes no time", () => {
  expect(estimateMinutes({ locations: 0, lines: 0, pieces: 0 })).toBe(0);
  expect(estimateMinutes({ locations: 30, lines: 60, pieces: 0 })).toBe(22);
  expect(estimateMinutes({ locations: 30, lines: 60, pieces: 90 })).toBe(28);
});
