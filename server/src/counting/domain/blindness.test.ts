import { expect, test } from "vitest";
import { isBlindFor, statusShown } from "./blindness.ts";
import { stateAfter } from "./session-status.ts";

test("a count is blind for those alone who may not see expected quantities", () => {
  expect(isBlindFor({ isBlind: true }, { seesExpected: false })).toBe(true);
  expect(isBlindFor({ isBlind: true }, { seesExpected: true })).toBe(false);
  expect(isBlindFor({ isBlind: false }, { seesExpected: false })).toBe(false);
});

test.each([true, false])(
  "with approval %s, a closed count looks alike whether anything differed or not",
  (isApprovalRequired) => {
    const closed = (unpostedVariances: number) =>
      stateAfter(
        "CLOSE",
        { status: "OPEN", isSubmitted: false },
        { isApprovalRequired, unpostedVariances, postedLines: 0 },
      );
    expect(closed(0).status).not.toBe(closed(1).status);
    expect(statusShown(closed(0), true)).toBe(statusShown(closed(1), true));
  },
);
