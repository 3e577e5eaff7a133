import { describe, expect, it } from "vitest";
import { secondsToWait } from "./sign-in-limit.ts";

const limit = { tries: 3, windowMs: 60_000 };
const now = new Date("2026-11-20T12:00:00.000Z");
const secondsAgo = (...seconds: number[]) =>
  seconds.map((each) => new Date(now.valueOf() - each * 1000));

describe("a try of a password", () => {
  it.each([
    ["passes when it is the first", secondsAgo(0), null],
    ["passes when it is the last one allowed", secondsAgo(0, 10, 20), null],
    ["waits for the oldest when it is one too many", secondsAgo(0, 10, 20, 30), 30],
    ["does not count what left the window", secondsAgo(0, 10, 20, 60), null],
    ["counts what is just inside the window", secondsAgo(0, 10, 20, 59), 1],
    ["waits for the second oldest when it is two too many", secondsAgo(0, 10, 20, 30, 40), 30],
    ["gives the same answer in any order", secondsAgo(30, 0, 20, 10), 30],
  ])("%s", (_sentence, triesAt, expected) => {
    expect(secondsToWait(limit, triesAt, now)).toBe(expected);
  });
});
