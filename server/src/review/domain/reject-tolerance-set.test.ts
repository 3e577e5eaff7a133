import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { rejectSessionTolerance } from "./reject-session-tolerance.ts";
import { rejectToleranceSet, type AskedRule } from "./reject-tolerance-set.ts";
import { builtInLimits } from "./resolve-tolerance.ts";
import type { Limits } from "./tolerance-limits.ts";

const facts = { latestVersion: 3, itemIds: new Set([7]), locationIds: new Set([19]) };
const none = { ...builtInLimits, QUANTITY: { upper: null, lower: null } };
const negative = { ...builtInLimits, PERCENT: { upper: new Decimal(-1), lower: null } };
const rule = (given: Partial<AskedRule>): AskedRule => ({
  ...{ itemId: null, abcClass: null, locationId: null, limits: builtInLimits },
  ...given,
});
const reasonOf = (rules: AskedRule[], basedOnVersion = 3) =>
  rejectToleranceSet({ basedOnVersion, rules }, facts)?.reason;

test("a set that is whole is taken, also one without rules", () => {
  const rules = [rule({ itemId: 7 }), rule({ abcClass: "B", locationId: 19 }), rule({})];
  expect(reasonOf(rules)).toBeUndefined();
  expect(reasonOf([])).toBeUndefined();
});

test.each([
  ["CLASS_UNKNOWN", [rule({ abcClass: "D" })]],
  ["ITEM_UNKNOWN", [rule({ itemId: 8 })]],
  ["LOCATION_UNKNOWN", [rule({ locationId: 20 })]],
  ["ITEM_NOT_ALONE", [rule({ itemId: 7, locationId: 19 })]],
  ["ITEM_NOT_ALONE", [rule({ itemId: 7, abcClass: "A" })]],
  ["LIMIT_MISSING", [rule({ limits: none })]],
  ["LIMIT_NEGATIVE", [rule({ limits: negative })]],
  ["RULE_TWICE", [rule({ locationId: 19 }), rule({ locationId: 19 })]],
  ["TOO_MANY_RULES", Array.from({ length: 5_001 }, () => rule({}))],
])("%s", (reason, rules) => {
  expect(reasonOf(rules)).toBe(reason);
});

test("whoever has looked at an older version looks again", () => {
  expect(reasonOf([rule({})], 2)).toBe("VERSION_OUTDATED");
});

test("a count that has started keeps what it is judged by", () => {
  const reason = (limits: Limits | null, isDraft: boolean) =>
    rejectSessionTolerance(limits, { isDraft })?.reason;
  expect(reason(builtInLimits, true)).toBeUndefined();
  expect(reason(null, true)).toBeUndefined();
  expect(reason(builtInLimits, false)).toBe("NOT_A_DRAFT");
  expect(reason(none, true)).toBe("LIMIT_MISSING");
  expect(reason(negative, true)).toBe("LIMIT_NEGATIVE");
});
