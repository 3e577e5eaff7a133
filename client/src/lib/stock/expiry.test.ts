import { expect, test } from "vitest";
import { expiryOf } from "./expiry.ts";

const late = new Date("2026-11-20T23:30:00Z");

test("a lot is good on its last day and past on the next", () => {
  expect(expiryOf("2026-11-20", "UTC", late)).toEqual({ words: "20 Nov 2026", isPast: false });
  expect(expiryOf("2026-11-19", "UTC", late)).toEqual({
    words: "expired 19 Nov 2026",
    isPast: true,
  });
});

test("the day is the site's", () => {
  expect(expiryOf("2026-11-20", "Europe/Berlin", late).isPast).toBe(true);
  expect(expiryOf("2026-11-19", "America/Los_Angeles", late).isPast).toBe(true);
  expect(expiryOf("2026-11-20", "America/Los_Angeles", late).isPast).toBe(false);
});
