import { expect, test } from "vitest";
import { rejectOption } from "./reject-option.ts";

test.each([
  ["999", true, "OPTION_UNKNOWN"],
  ["toString", true, "OPTION_UNKNOWN"],
  ["325", "no", "VALUE_OF_ANOTHER_KIND"],
  ["lotsToCount", "50", "VALUE_OF_ANOTHER_KIND"],
  ["198", "EVERYTHING", "VALUE_OUT_OF_RANGE"],
  ["lotsToCount", 0, "VALUE_OUT_OF_RANGE"],
  ["lotsToCount", 1.5, "VALUE_OUT_OF_RANGE"],
  ["abcDaysA", 0, "VALUE_OUT_OF_RANGE"],
  ["abcDaysC", 4_000, "VALUE_OUT_OF_RANGE"],
  ["recountsAtMost", -1, "VALUE_OUT_OF_RANGE"],
  ["controlRecountPercent", 101, "VALUE_OUT_OF_RANGE"],
  ["highValueFrom", "-1", "VALUE_OUT_OF_RANGE"],
  ["highValueFrom", "a lot", "VALUE_OUT_OF_RANGE"],
])("option %s with %o: %s", (code, value, reason) => {
  expect(rejectOption(code, value)).toMatchObject({ reason });
});

test.each([
  ["325", false],
  ["198", "OVERAGES"],
  ["lotsToCount", 10],
  ["abcDaysB", 60],
  ["highValueFrom", "2500.50"],
  ["325", null],
])("option %s takes %o", (code, value) => {
  expect(rejectOption(code, value)).toBeNull();
});
