import { expect, test } from "vitest";
import { verbsFor } from "./verb-choice.ts";

const viewer = { mayCount: false, mayPlan: false, mayApprove: false, mayPost: false };
const supervisor = { ...viewer, mayCount: true, mayPlan: true };
const counter = { ...viewer, mayCount: true };
const approver = { ...viewer, mayApprove: true, mayPost: true };
const open = { status: "OPEN", isSubmitted: false } as const;

test("an open count can be handed in by who counts, and closed by who plans", () => {
  expect(verbsFor(open, supervisor)).toEqual(["close", "submit", "reset", "cancel"]);
  expect(verbsFor(open, counter)).toEqual(["submit"]);
  expect(verbsFor(open, viewer)).toEqual([]);
});

test("what was handed in can be opened again, by who plans", () => {
  expect(verbsFor({ ...open, isSubmitted: true }, supervisor)).toContain("reopen");
  expect(verbsFor({ ...open, isSubmitted: true }, counter)).toEqual([]);
});

test("nothing is left to do with a count that is over", () => {
  expect(verbsFor({ status: "POSTED", isSubmitted: true }, supervisor)).toEqual([]);
  expect(verbsFor({ status: "CANCELLED", isSubmitted: false }, supervisor)).toEqual([]);
});

test("what was counted is approved and posted by who may, whatever else he may", () => {
  const pending = { status: "PENDING_APPROVAL", isSubmitted: true } as const;
  expect(verbsFor(pending, approver)).toEqual(["approve", "post"]);
  expect(verbsFor({ ...pending, status: "PARTIAL" }, approver)).toEqual(["post", "approve"]);
  expect(verbsFor(open, approver)).toEqual(["approve", "post"]);
  expect(verbsFor(pending, counter)).toEqual([]);
  expect(verbsFor({ status: "DRAFT", isSubmitted: false }, approver)).toEqual([]);
});
