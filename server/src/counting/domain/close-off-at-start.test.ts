import { expect, test } from "vitest";
import { closeOffAtStart } from "./close-off-at-start.ts";

const now = new Date("2026-11-21T10:00:00Z");
const inHours = (hours: number) => new Date(now.valueOf() + hours * 3_600_000);
const count = (deadlineAt: Date | null) => ({ number: 7, deadlineAt });
const locked = { "345": true };

test("nothing is closed off unless somebody wants it", () => {
  expect(closeOffAtStart(count(null), { "345": false }, null, now)).toBeNull();
});

test.each([
  ["until the deadline", inHours(3), inHours(3)],
  ["for a day without one", null, inHours(24)],
  ["for a day where it has passed", inHours(-1), inHours(24)],
  ["for 30 days at most", inHours(2_000), inHours(720)],
])("option 345 denies moves %s", (_, deadlineAt, expiresAt) => {
  const expected = { mode: "DENY", reason: "Count 7", expiresAt };
  expect(closeOffAtStart(count(deadlineAt), locked, null, now)).toEqual(expected);
});

test("what was asked for comes before the option", () => {
  const asked = { mode: "FLAG" as const, reason: " a look ", expiresAt: inHours(1) };
  const taken = { ...asked, reason: "a look" };
  expect(closeOffAtStart(count(null), locked, asked, now)).toEqual(taken);
});
