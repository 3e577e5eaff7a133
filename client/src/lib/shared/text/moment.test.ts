import { expect, test } from "vitest";
import { formatDate, formatDayOf, formatMoment, formatMomentInFull } from "./moment.ts";

const now = new Date("2026-11-20T12:00:00Z");

test("a date is written so that no one can swap day and month", () => {
  expect(formatDate("2027-03-04")).toBe("4 Mar 2027");
});

test("an instant is told in the zone of its site", () => {
  const instant = "2026-11-20T23:30:00Z";
  expect(formatMoment(instant, "Europe/Berlin", now)).toBe("21 Nov 00:30");
  expect(formatMoment(instant, "America/Chicago", now)).toBe("20 Nov 17:30");
});

test("the year is written where it is not the site's current one", () => {
  expect(formatMoment("2025-12-31T23:30:00Z", "UTC", now)).toBe("31 Dec 2025 23:30");
  expect(formatMoment("2025-12-31T23:30:00Z", "Europe/Berlin", now)).toBe("1 Jan 00:30");
});

test("midnight is 00:00, not 24:00", () => {
  expect(formatMomentInFull("2026-11-20T00:00:00Z", "UTC")).toBe("20 Nov 2026 00:00:00");
});

test("the day of an instant is the site's day", () => {
  expect(formatDayOf("2026-11-20T23:30:00Z", "Asia/Tokyo")).toBe("21 Nov 2026");
});
