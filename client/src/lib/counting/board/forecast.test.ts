import { describe, expect, test } from "vitest";
import { countedAt, forecast, plannedAt } from "./forecast.ts";

const hour = 3_600_000;
const startedAt = Date.parse("2026-11-20T08:00:00Z");
const at = (minutes: number) => new Date(startedAt + minutes * 60_000).toISOString();
const steps = [
  { at: at(15), lines: 30 },
  { at: at(30), lines: 60 },
  { at: at(60), lines: 60 },
];

describe("how many lines stood counted at an instant", () => {
  test.each([
    [0, 0],
    [15, 30],
    [20, 40],
    [45, 60],
    [600, 60],
  ])("after %i minutes", (minutes, lines) => {
    expect(countedAt(steps, startedAt + minutes * 60_000, startedAt)).toBeCloseTo(lines);
  });
});

describe("the forecast", () => {
  test("goes on as in the last quarter of an hour", () => {
    const now = startedAt + hour / 2;
    expect(forecast(steps, { now, startedAt, counted: 60, left: 60 })).toEqual({
      linesPerHour: 120,
      endsAt: now + hour / 2,
    });
  });

  test("is never where nothing moves", () => {
    const now = startedAt + 2 * hour;
    expect(forecast(steps, { now, startedAt, counted: 60, left: 60 })).toEqual({
      linesPerHour: 0,
      endsAt: undefined,
    });
  });

  test("takes the span that is under way as far as it is", () => {
    const now = startedAt + 10 * 60_000;
    const { linesPerHour } = forecast(steps.slice(0, 1), { now, startedAt, counted: 30, left: 10 });
    expect(linesPerHour).toBeCloseTo(180);
  });
});

test("the plan is even from the start to the deadline", () => {
  const plan = { startedAt, deadlineAt: startedAt + 8 * hour, lines: 800 };
  expect(plannedAt(startedAt + 2 * hour, plan)).toBe(200);
  expect(plannedAt(startedAt + 20 * hour, plan)).toBe(800);
});
