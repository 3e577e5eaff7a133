import { expect, test } from "vitest";
import { breachInWords, verdictInWords, type Trial } from "./trial-words.ts";

const breach = {
  ...{ limit: "VALUE" as const, side: "LOWER" as const },
  ...{ allowed: "5", found: "10", isCostUnknown: false },
};
const trial = (changes: object = {}): Trial => ({
  ...{ variance: "-4", rulePosition: 2 },
  verdict: { isWithin: false, source: "CLASS_AND_PLACE", breaches: [breach] },
  ...changes,
});

test("the sentence names the rule that decides", () => {
  expect(verdictInWords(trial(), "rule 2, Class A")).toBe("Out: −4, by rule 2, Class A.");
  expect(verdictInWords(trial({ variance: "0" }), undefined)).toBe("In: nothing differs.");
  expect(verdictInWords(trial(), undefined)).toContain("no rule speaks of it");
});

test("each limit that does not hold says by how much", () => {
  expect(breachInWords(breach, "USD")).toBe("Value: 10 USD short, 5 USD allowed.");
  expect(breachInWords({ ...breach, limit: "PERCENT", found: null }, "USD")).toBe(
    "Percent: of nothing, anything found is out.",
  );
  expect(breachInWords({ ...breach, isCostUnknown: true, found: null }, "USD")).toContain(
    "no cost is known",
  );
});
