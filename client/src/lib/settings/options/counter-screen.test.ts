import { expect, test } from "vitest";
import { counterScreen, partOf, sceneOf, seenInWords } from "./counter-screen.ts";

test("the screen is as the options say, and off where nobody said", () => {
  expect(counterScreen({ "325": true, blindByDefault: true, "198": "OVERAGES" })).toMatchObject({
    ...{ hasZero: true, isBlind: true, isLocked: false, view: "Counted Overages" },
  });
});

test("each option is shown where it is seen", () => {
  expect(sceneOf("290")).toBe("SERIALS");
  expect(sceneOf("529")).toBe("REVIEW");
  expect(sceneOf("325")).toBe("COUNT");
  expect(partOf("325")).toBe("zero");
  expect(partOf("recountsAtMost")).toBeUndefined();
});

test("what counters see is said for the value that is looked at", () => {
  expect(seenInWords("325", true)).toContain("= 0 absent");
  expect(seenInWords("325", false)).toContain("no zero button");
  expect(seenInWords("198", "SHORTAGES")).toBe("Lists open with “Counted Shortages”.");
  expect(seenInWords("abcDaysA", 30)).toContain("no difference");
});
