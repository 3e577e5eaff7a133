import { expect, test } from "vitest";
import { isDecision, sessionEventKinds } from "../../counting/domain/session-event.ts";
import { kindsOf, sortedKinds, subjectOf } from "./audit-subject.ts";

test("every decision of a count is about something, and no kind about two things", () => {
  const decisions = sessionEventKinds.filter((kind) => isDecision({ kind }));
  expect(decisions.filter((kind) => subjectOf(kind) === "OTHER")).toEqual([]);
  expect(new Set(sortedKinds).size).toBe(sortedKinds.length);
});

test("a kind that nobody has sorted is about something else", () => {
  expect(subjectOf("HOLD_PLACED")).toBe("OTHER");
  expect(kindsOf(["OTHER", "POSTING"])).toEqual(["POSTING_MADE", "POSTING_REVERSED"]);
});
