import { expect, test } from "vitest";
import { instantWritten, wallClockOf } from "./written-time.ts";

const here = { timeZone: "Europe/Berlin", now: new Date("2026-11-21T12:00:00Z") };

test("a written time is of the site's own clock", () => {
  const written = instantWritten({ day: "2026-11-21", time: "10:02" }, here);
  expect(written).toEqual({ at: new Date("2026-11-21T09:02:00Z") });
  expect(wallClockOf(new Date("2026-11-21T09:02:00Z"), here.timeZone)).toEqual({
    ...{ day: "2026-11-21", time: "10:02" },
  });
});

test.each([
  ["no day", { day: "", time: "10:02" }, "Say on which day it was counted."],
  ["no time", { day: "2026-11-21", time: "" }, "Say at what time it was counted."],
  ["a time to come", { day: "2026-11-21", time: "13:01" }, "That lies in the future."],
])("%s is no time", (_, written, wrong) => {
  expect(instantWritten(written, here)).toEqual({ wrong });
});
