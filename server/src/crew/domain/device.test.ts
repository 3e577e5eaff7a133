import { expect, test } from "vitest";
import { rejectForgetting } from "./device.ts";

const now = new Date("2026-11-20T10:00:00Z");
const heard = (secondsAgo: number, unsentCount = 0) => ({
  heartbeatAt: new Date(now.valueOf() - secondsAgo * 1000),
  unsentCount,
});

test("a device that fell silent and holds nothing can be forgotten", () => {
  expect(rejectForgetting(heard(3_600), now)).toBeNull();
});

test.each([
  ["one that was never there", null, "DEVICE_UNKNOWN"],
  ["one that was heard a moment ago", heard(5), "DEVICE_ONLINE"],
  ["one that still holds entries", heard(3_600, 2), "HOLDS_ENTRIES"],
])("%s cannot: %s", (_, device, reason) => {
  expect(rejectForgetting(device, now)).toMatchObject({ reason });
});
