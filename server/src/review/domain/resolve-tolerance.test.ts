import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { builtInLimits, resolveTolerance } from "./resolve-tolerance.ts";
import type { RuleName, ToleranceRule } from "./tolerance-limits.ts";

const rule = (name: Partial<RuleName>): ToleranceRule => ({
  ...{ itemId: null, abcClass: null, locationId: null },
  ...name,
  limits: builtInLimits,
});
const line = { itemId: 7, abcClass: "A", placeIds: [1, 4, 19] };

const ofItem = rule({ itemId: 7 });
const ofClassInBin = rule({ abcClass: "A", locationId: 19 });
const ofBin = rule({ locationId: 19 });
const ofClassInZone = rule({ abcClass: "A", locationId: 1 });
const ofClass = rule({ abcClass: "A" });
const rest = rule({});
const own = {
  ...builtInLimits,
  QUANTITY: { upper: new Decimal(3), lower: new Decimal(3) },
};

test("item, then class and place with the nearest first, then count, then default", () => {
  // As somebody may have given them: the order does not decide.
  const rules = [rest, ofClass, ofBin, ofClassInZone, ofItem, ofClassInBin];
  const order = [ofItem, ofClassInBin, ofBin, ofClassInZone, ofClass];
  for (const [at, expected] of order.entries()) {
    const left = rules.filter((each) => !order.slice(0, at).includes(each));
    expect(resolveTolerance(left, line, own).rule).toBe(expected);
  }
  expect(resolveTolerance([rest], line, own)).toEqual({
    source: "SESSION",
    rule: null,
    limits: own,
  });
  expect(resolveTolerance([rest], line, null)).toMatchObject({ source: "DEFAULT", rule: rest });
  expect(resolveTolerance([], line, null)).toMatchObject({ source: "BUILT_IN", rule: null });
});

test("a rule for another item, class or place is not the line's", () => {
  const others = [
    rule({ itemId: 8 }),
    rule({ abcClass: "B" }),
    rule({ locationId: 20 }),
    rule({ abcClass: "B", locationId: 19 }),
  ];
  expect(resolveTolerance(others, line, null).source).toBe("BUILT_IN");
  expect(resolveTolerance([ofClass], { ...line, abcClass: null }, null).source).toBe("BUILT_IN");
});
