import { expect, test } from "vitest";
import { blocksOfWeeks, coverageWeeks } from "./coverage-weeks.ts";

const day = (text: string) => ({ day: text, coverage: 50, counted: 0 });

test("a week begins on Monday; days that were not asked for are left open", () => {
  // The 21st of November 2026 is a Saturday.
  const weeks = coverageWeeks(["2026-11-21", "2026-11-22", "2026-11-23"].map(day));
  expect(weeks.map(({ monday }) => monday)).toEqual(["2026-11-16", "2026-11-23"]);
  expect(weeks[0]?.days.map((each) => each?.day)).toEqual([
    ...[undefined, undefined, undefined, undefined, undefined, "2026-11-21", "2026-11-22"],
  ]);
  expect(weeks[1]?.days).toHaveLength(7);
});

test("a year that ends goes on in the same week", () => {
  const weeks = coverageWeeks(["2026-12-31", "2027-01-01"].map(day));
  expect(weeks).toHaveLength(1);
});

test("weeks stand twenty side by side, and what is over comes first", () => {
  const mondays = Array.from({ length: 45 }, (_, at) =>
    new Date(Date.UTC(2026, 0, 5 + at * 7)).toISOString().slice(0, 10),
  );
  const blocks = blocksOfWeeks(coverageWeeks(mondays.map(day)));
  expect(blocks.map(({ length }) => length)).toEqual([5, 20, 20]);
  expect(blocks.flat().map(({ monday }) => monday)).toEqual(mondays);
  expect(blocksOfWeeks([])).toEqual([]);
});
