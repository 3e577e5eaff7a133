import { expect, test } from "vitest";
import { monthAway, weekOf, weeksOfMonth } from "./calendar-month.ts";

test("a month is shown in whole weeks from Monday", () => {
  const weeks = weeksOfMonth("2026-11-20");
  expect(weeks.map(([monday]) => monday)).toEqual([
    ...["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30"],
  ]);
  expect(weeks.at(-1)?.at(-1)).toBe("2026-12-06");
});

test.each([
  ["2026-11-20", 47],
  ["2026-12-31", 53],
  ["2027-01-03", 53],
  ["2027-01-04", 1],
])("%s is in week %i", (day, week) => expect(weekOf(day)).toBe(week));

test("months are walked over the end of a year", () => {
  expect(monthAway("2026-12-31", 1)).toBe("2027-01-01");
  expect(monthAway("2026-01-31", -1)).toBe("2025-12-01");
});
