import { expect, test } from "vitest";
import { refusalsOf, type LineFacts } from "./judge-line.ts";
import { postingRefusals, type PostingRefusalReason } from "./posting-refusals.ts";
import type { PostingQuestion } from "./words.ts";

const fine: LineFacts = {
  isCounted: true,
  isPosted: false,
  isDisputed: false,
  isRecountOpen: false,
  doRoundsDisagree: false,
  isMovedDuringCount: false,
  isTimeUncertain: false,
  approval: "APPROVED",
  isCountedAgainSince: false,
  isPlaceClosedOff: false,
  isOnHold: false,
  isCostMissing: false,
  wouldGoNegative: false,
};

/** In the order of the reasons. */
const cases: [PostingRefusalReason, Partial<LineFacts>, PostingQuestion?][] = [
  ["NOT_COUNTED", { isCounted: false }],
  ["ALREADY_POSTED", { isPosted: true }],
  ["DISPUTED", { isDisputed: true }],
  ["RECOUNT_OPEN", { isRecountOpen: true }],
  ["ROUNDS_DISAGREE", { doRoundsDisagree: true }],
  ["MOVED_DURING_COUNT", { isMovedDuringCount: true }, "MOVED_DURING_COUNT"],
  ["TIME_UNCERTAIN", { isTimeUncertain: true }, "TIME_UNCERTAIN"],
  ["NOT_APPROVED", { approval: "MISSING" }],
  ["APPROVAL_INVALID", { approval: "INVALID" }],
  ["COUNTED_AGAIN_SINCE", { isCountedAgainSince: true }],
  ["PLACE_CLOSED_OFF", { isPlaceClosedOff: true }],
  ["ON_HOLD", { isOnHold: true }],
  ["COST_MISSING", { isCostMissing: true }, "COST_MISSING"],
  ["WOULD_GO_NEGATIVE", { wouldGoNegative: true }],
];

test("nothing speaks against a line that is counted, approved and agreed on", () => {
  expect(refusalsOf(fine, [])).toEqual([]);
});

test.each(cases)("%s", (reason, given) => {
  expect(refusalsOf({ ...fine, ...given }, [])).toEqual([reason]);
});

test.each(cases.flatMap(([, given, question]) => (question ? [[question, given] as const] : [])))(
  "a person may accept %s",
  (question, given) => {
    expect(refusalsOf({ ...fine, ...given }, [question])).toEqual([]);
  },
);

test("all reasons are told at once, in their order; of what is not counted or posted only that", () => {
  const everything = cases.slice(2).reduce((all, [, given]) => ({ ...all, ...given }), fine);
  const expected = cases.slice(2).map(([reason]) => reason);
  expect(refusalsOf(everything, [])).toEqual(
    expected.filter((reason) => reason !== "NOT_APPROVED"),
  );
  expect(refusalsOf({ ...everything, isPosted: true }, [])).toEqual(["ALREADY_POSTED"]);
});

test("the table has the reasons in their order; the pieces have the rest", () => {
  const reasons = Object.keys(postingRefusals);
  expect([...cases.map(([reason]) => reason), "SERIAL_CONFLICT", "COUNTERPART_NOT_CHOSEN"]).toEqual(
    reasons,
  );
});
