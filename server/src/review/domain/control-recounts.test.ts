import { expect, test } from "vitest";
import { controlsToDraw } from "./control-recounts.ts";

const lines = (count: number, drawn = 0) =>
  Array.from({ length: count }, (_, at) => ({ id: at + 1, wasDrawn: at < drawn }));

test("a share of what matches is drawn, and one at least", () => {
  expect(controlsToDraw(lines(40), 5)).toEqual([1, 2]);
  expect(controlsToDraw(lines(41), 5)).toEqual([1, 2, 3]);
  expect(controlsToDraw(lines(3), 5)).toEqual([1]);
  expect(controlsToDraw([], 5)).toEqual([]);
});

test("what was drawn before counts toward the share", () => {
  expect(controlsToDraw(lines(40, 2), 5)).toEqual([]);
  expect(controlsToDraw(lines(60, 2), 5)).toEqual([3]);
});

test("no share draws nothing, all of it everything", () => {
  expect(controlsToDraw(lines(3), 0)).toEqual([]);
  expect(controlsToDraw(lines(3), 100)).toEqual([1, 2, 3]);
});
