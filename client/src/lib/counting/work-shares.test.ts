import { expect, test } from "vitest";
import { workShares } from "./work-shares.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startsAt = Date.UTC(2026, 10, 23, 7);
const person = (id: string, linesPerHour?: number) => ({ id, name: id, linesPerHour });

test("a count is divided equally, and each is ready at her own pace", () => {
  const work = { lines: 100, estimatedMinutes: 200, startsAt, dueAt: startsAt + 2 * hourMs };
  const shares = workShares(work, [person("maria", 34), person("jonas", 11), person("aiko")]);
  expect(shares.map(({ lines }) => lines)).toEqual([34, 33, 33]);
  expect(shares.map(({ readyAt }) => Math.round((readyAt - startsAt) / minuteMs))).toEqual([
    60, 180, 66,
  ]);
  expect(shares.map(({ isLate }) => isLate)).toEqual([false, true, false]);
  expect(shares.map(({ share }) => share.toFixed(2))).toEqual(["0.50", "1.00", "0.55"]);
});

test("without a time it is due, the bars end when the last is ready", () => {
  const work = { lines: 10, estimatedMinutes: 60, startsAt, dueAt: undefined };
  const shares = workShares(work, [person("maria", 10), person("jonas", 5)]);
  expect(shares.map(({ share }) => share)).toEqual([0.5, 1]);
  expect(shares.some(({ isLate }) => isLate)).toBe(false);
});

test("nothing to count and nobody to count it are no fault", () => {
  const work = { lines: 0, estimatedMinutes: 0, startsAt, dueAt: undefined };
  expect(workShares(work, [])).toEqual([]);
  expect(workShares(work, [person("maria")])).toMatchObject([{ lines: 0, share: 0 }]);
});
