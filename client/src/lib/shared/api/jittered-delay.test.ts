import { expect, test } from "vitest";
import { jitteredDelayMs } from "./jittered-delay.ts";

test("the longest wait doubles with every try, up to eight seconds", () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 40].map((tries) => jitteredDelayMs(tries, () => 1));
  expect(longest).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
});

test("the wait is anything from nothing to the longest", () => {
  expect(jitteredDelayMs(5, () => 0)).toBe(0);
  expect(jitteredDelayMs(5, () => 0.5)).toBe(4_000);
});
