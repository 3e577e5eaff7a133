import { expect, test } from "vitest";
import { instantAt } from "./instant-at.ts";

test.each([
  ["in winter", "2026-11-20T10:02", "Europe/Berlin", "2026-11-20T09:02:00.000Z"],
  ["in summer", "2026-07-20T10:02", "Europe/Berlin", "2026-07-20T08:02:00.000Z"],
  ["west of Greenwich", "2026-11-20T22:30", "America/New_York", "2026-11-21T03:30:00.000Z"],
  [
    "just before the clock is put back",
    "2026-10-25T01:59",
    "Europe/Berlin",
    "2026-10-24T23:59:00.000Z",
  ],
  ["in the hour that comes twice", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ["after the clock was put back", "2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00:00.000Z"],
  ["in the hour that is left out", "2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  [
    "after the clock was put forward",
    "2026-03-29T03:00",
    "Europe/Berlin",
    "2026-03-29T01:00:00.000Z",
  ],
])("a wall clock %s", (_when, wallClock, timeZone, instant) => {
  expect(instantAt(wallClock, timeZone).toISOString()).toBe(instant);
});
