import { expect, test } from "vitest";
import { sentenceOf } from "./decision-sentence.ts";

const said = (kind: string, details: object, changes: object = {}) =>
  sentenceOf({ kind, body: JSON.stringify({ details }), actor: { name: "Ada" }, ...changes });

test.each([
  [
    "OPTION_SAVED",
    { code: "325", value: false, before: true },
    "Ada set option 325 to off, which was on.",
  ],
  ["OPTION_SAVED", { code: "325", value: false, before: null }, "Ada set option 325 to off."],
  [
    "OPTION_SAVED",
    { code: "198", value: null, before: "ALL" },
    "Ada took the value of option 198 away, which was all.",
  ],
  [
    "TOLERANCE_SET_SAVED",
    { version: 3, rules: 1 },
    "Ada saved version 3 of the tolerances, 1 rule.",
  ],
  [
    "VARIANCE_REASON_SAVED",
    { name: "Mice", isActive: true, before: null },
    "Ada added the reason “Mice”.",
  ],
  [
    "VARIANCE_REASON_SAVED",
    { name: "Rats", isActive: true, before: { name: "Mice", isActive: true } },
    "Ada renamed the reason “Mice” to “Rats”.",
  ],
  [
    "VARIANCE_REASON_SAVED",
    { name: "Mice", isActive: false, before: { name: "Mice", isActive: true } },
    "Ada retired the reason “Mice”.",
  ],
  [
    "INVITATION_MADE",
    { name: "Kim", email: "k@t.example", roleCodes: ["viewer"] },
    "Ada invited Kim (k@t.example) as viewer.",
  ],
  [
    "APPROVER_LIMIT_SAVED",
    { userName: "Petra Novak", valueAtMost: "2500" },
    "Ada set the limit of Petra Novak as an approver to 2,500.",
  ],
  ["USER_UPDATED", { userName: "Maria", isDisabled: true }, "Ada disabled Maria."],
])("%s %o: %s", (kind, details, sentence) => expect(said(kind, details)).toBe(sentence));

test("a decision of a count says in which, and why", () => {
  const session = { number: 4 };
  expect(said("POSTING_MADE", { lineCount: 1200 }, { session })).toBe(
    "Ada posted 1,200 lines to stock in CC-0004.",
  );
  expect(said("SESSION_CANCELLED", { reason: "wrong zone" }, { session })).toBe(
    "Ada called the count off in CC-0004, because: wrong zone.",
  );
  expect(said("APPROVAL_LOST", { lines: [{}, {}] }, { session, actor: null })).toBe(
    "An approval of 2 lines was lost in CC-0004.",
  );
});

test("a kind of a newer server, and a text that is none, are still said", () => {
  expect(said("HOLD_PLACED", {})).toBe("Ada decided: hold placed.");
  expect(sentenceOf({ kind: "LINES_APPROVED", body: "not json", actor: null })).toBe(
    "Nobody known approved lines.",
  );
});
