import { expect, test } from "vitest";
import { checkInWords, decisionInWords, detailsInWords } from "./decision-words.ts";

test("a decision that is not known by name is still put into words", () => {
  expect(decisionInWords("POSTING_MADE")).toBe("Posted to stock");
  expect(decisionInWords("HOLD_PLACED")).toBe("Hold placed");
});

test("details leave out what nobody can read", () => {
  const details = { lines: 12, numbersDigest: "7f3a", reason: "Wrong zone", isOwnCount: false };
  expect(detailsInWords(JSON.stringify({ details }))).toBe(
    "lines: 12 · reason: Wrong zone · is own count: no",
  );
  expect(detailsInWords("not json")).toBe("");
});

test("a broken chain says where, and is never called intact", () => {
  const whole = { decisions: 12, movesSealed: 3400, broken: [] };
  expect(checkInWords({ ...whole, isIntact: true })).toContain("3,400 moves");
  const broken = [{ kind: "DECISION", position: 7 }];
  expect(checkInWords({ ...whole, isIntact: false, broken })).toBe(
    "Not as it was sealed: decision 7.",
  );
});
