import { expect, test } from "vitest";
import { firstRepeat, repeatedChoice } from "./repeat.ts";

test("the first repeat is one round after today, by the clock of the site", () => {
  const lateInTheEvening = Date.parse("2026-11-20T23:30:00Z");
  expect(firstRepeat("WEEKLY", "UTC", lateInTheEvening)).toBe("2026-11-27");
  expect(firstRepeat("WEEKLY", "Asia/Tokyo", lateInTheEvening)).toBe("2026-11-28");
});

test("a sample stays a sample, and places are counted place by place", () => {
  expect(repeatedChoice("RANDOM")).toBe("RANDOM");
  expect(repeatedChoice("ABC")).toBe("PLACES");
});
