import { expect, test } from "vitest";
import { verbsFor } from "./verb-choice.ts";

const supervisor = { mayCount: true, mayPlan: true };
const counter = { mayCount: true, mayPlan: false };
const viewer = { mayCount: false, mayPlan: false };
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
