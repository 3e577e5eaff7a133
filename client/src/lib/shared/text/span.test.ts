import { expect, test } from "vitest";
import { formatAgo, formatSpan } from "./span.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [42 * second, "42 s"],
  [59 * minute + 59 * second, "59 min"],
  [3 * hour + 27 * minute, "3 h 27 min"],
  [2 * hour, "2 h"],
  [2 * day + 4 * hour + 30 * minute, "2 d 4 h"],
])("%d ms is %s", (span, words) => {
  expect(formatSpan(span)).toBe(words);
});

test("how long ago is told in its largest part", () => {
  const now = Date.parse("2026-11-20T12:00:00Z");
  expect(formatAgo("2026-11-20T11:59:40Z", now)).toBe("just now");
  expect(formatAgo("2026-11-20T09:45:00Z", now)).toBe("2 h ago");
  expect(formatAgo("2026-11-13T11:00:00Z", now)).toBe("7 d ago");
});
