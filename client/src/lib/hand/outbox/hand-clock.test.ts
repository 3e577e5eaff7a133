import { expect, test } from "vitest";
import { HandClock } from "./hand-clock.ts";

const noon = Date.parse("2026-11-21T12:00:00.000Z");

test("two entries of one millisecond have an order", () => {
  const clock = new HandClock(() => noon);
  expect([clock.next(), clock.next()]).toEqual([
    "2026-11-21T12:00:00.000Z",
    "2026-11-21T12:00:00.001Z",
  ]);
});

test("it goes on behind what was entered in another life of the page", () => {
  const clock = new HandClock(() => noon);
  clock.startAfter("2026-11-21T12:00:00.300Z");
  expect(clock.next()).toBe("2026-11-21T12:00:00.301Z");
});

test("a clock that was set back is believed", () => {
  const clock = new HandClock(() => noon);
  clock.startAfter("2026-11-22T12:00:00.000Z");
  expect(clock.next()).toBe("2026-11-21T12:00:00.000Z");
});
