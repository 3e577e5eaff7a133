import { expect, test } from "vitest";
import { may, stateAfter, type SessionState, type SessionVerb } from "./session-status.ts";
import { sessionStatuses } from "./words.ts";

const nothingLeft = { isApprovalRequired: false, unpostedVariances: 0, postedLines: 0 };
const verbs: SessionVerb[] = [
  "EDIT",
  "START",
  "COUNT",
  "RECOUNT",
  "MATCH",
  "SUBMIT",
  "REOPEN",
  "RESET",
  "CLOSE",
  "CANCEL",
];

const table: [string, SessionState, SessionVerb[]][] = [
  ["draft", { status: "DRAFT", isSubmitted: false }, ["EDIT", "START", "CANCEL"]],
  [
    "open",
    { status: "OPEN", isSubmitted: false },
    ["EDIT", "COUNT", "RECOUNT", "MATCH", "SUBMIT", "RESET", "CLOSE", "CANCEL"],
  ],
  [
    "open, handed in",
    { status: "OPEN", isSubmitted: true },
    ["EDIT", "RECOUNT", "MATCH", "REOPEN", "CLOSE", "CANCEL"],
  ],
  [
    "pending approval",
    { status: "PENDING_APPROVAL", isSubmitted: true },
    ["RECOUNT", "MATCH", "REOPEN", "CLOSE", "CANCEL"],
  ],
  ["partly posted", { status: "PARTIAL", isSubmitted: false }, ["COUNT", "RECOUNT", "CLOSE"]],
  ["partly posted, handed in", { status: "PARTIAL", isSubmitted: true }, ["RECOUNT", "CLOSE"]],
  ["posted", { status: "POSTED", isSubmitted: true }, []],
  ["cancelled", { status: "CANCELLED", isSubmitted: false }, []],
];

test.each(table)("%s: may be used for %j: %j", (_, state, expected) => {
  expect(verbs.filter((verb) => may(verb, state))).toEqual(expected);
});

test("every status stands in the table", () => {
  expect(new Set(table.map(([, { status }]) => status))).toEqual(new Set(sessionStatuses));
});

test("with option 170 what is handed in waits for approval; without it, for posting", () => {
  const open: SessionState = { status: "OPEN", isSubmitted: false };
  expect(stateAfter("SUBMIT", open, { ...nothingLeft, isApprovalRequired: true })).toEqual({
    status: "PENDING_APPROVAL",
    isSubmitted: true,
  });
  expect(stateAfter("SUBMIT", open, nothingLeft)).toEqual({ status: "OPEN", isSubmitted: true });
});

test.each([
  [{ ...nothingLeft }, "POSTED"],
  [{ ...nothingLeft, unpostedVariances: 2 }, "OPEN"],
  [{ ...nothingLeft, unpostedVariances: 2, isApprovalRequired: true }, "PENDING_APPROVAL"],
  [{ ...nothingLeft, unpostedVariances: 2, postedLines: 1 }, "PARTIAL"],
])("closing with %o ends as %s", (left, status) => {
  const state: SessionState = { status: "OPEN", isSubmitted: false };
  expect(stateAfter("CLOSE", state, left)).toEqual({ status, isSubmitted: true });
});

test("starting, opening again and cancelling", () => {
  const draft: SessionState = { status: "DRAFT", isSubmitted: false };
  const pending: SessionState = { status: "PENDING_APPROVAL", isSubmitted: true };
  expect(stateAfter("START", draft, nothingLeft)).toEqual({ status: "OPEN", isSubmitted: false });
  expect(stateAfter("REOPEN", pending, nothingLeft)).toEqual({
    status: "OPEN",
    isSubmitted: false,
  });
  expect(stateAfter("CANCEL", pending, nothingLeft).status).toBe("CANCELLED");
  expect(stateAfter("COUNT", draft, nothingLeft)).toBe(draft);
});
