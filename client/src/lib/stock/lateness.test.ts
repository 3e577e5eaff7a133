import { expect, test } from "vitest";
import { lateness } from "./lateness.ts";

const happened = "2026-11-20T10:02:00.000Z";

test("a move heard within a minute is not late", () => {
  expect(lateness(happened, "2026-11-20T10:02:03Z")).toBeUndefined();
  expect(lateness(happened, "2026-11-20T10:03:00Z")).toBeUndefined();
});

test("a move heard later says how late", () => {
  expect(lateness(happened, "2026-11-20T10:03:01Z")?.words).toBe("heard 1 min late");
  expect(lateness(happened, "2026-11-20T13:29:00Z")?.words).toBe("heard 3 h 27 min late");
  expect(lateness(happened, "2026-11-23T11:02:00Z")?.words).toBe("heard 3 d 1 h late");
});

test("only what is later than an hour is marked", () => {
  expect(lateness(happened, "2026-11-20T11:02:00Z")?.isUnusual).toBe(false);
  expect(lateness(happened, "2026-11-20T11:02:01Z")?.isUnusual).toBe(true);
});

test("a clock that runs ahead does not make a move late", () => {
  expect(lateness(happened, "2026-11-20T10:00:00Z")).toBeUndefined();
});
