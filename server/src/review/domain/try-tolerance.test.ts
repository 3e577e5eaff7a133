import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { limitKinds, type Limits, type ToleranceRule } from "./tolerance-limits.ts";
import { tryTolerance, type TriedLine } from "./try-tolerance.ts";

const none = { upper: null, lower: null };
const upTo = (kind: keyof Limits, limit: number): Limits => ({
  ...(Object.fromEntries(limitKinds.map((each) => [each, none])) as unknown as Limits),
  [kind]: { upper: new Decimal(limit), lower: new Decimal(limit) },
});
const rules: ToleranceRule[] = [
  { itemId: null, abcClass: null, locationId: null, limits: upTo("PERCENT", 5) },
  { itemId: null, abcClass: "A", locationId: null, limits: upTo("VALUE", 5) },
];
const line = (changes: Partial<TriedLine> = {}): TriedLine => ({
  ...{ itemId: 0, abcClass: null, placeIds: [] },
  ...{ expected: new Decimal(100), counted: new Decimal(96), unitCost: new Decimal("2.5") },
  ...changes,
});

test("expected 100, counted 96: within five percent by the default", () => {
  const trial = tryTolerance(rules, line());
  expect(trial).toMatchObject({ source: "DEFAULT", rulePosition: 1, breaches: [] });
  expect(trial.variance.toString()).toBe("-4");
});

test("of class A at 2.50 apiece it is out by its value, 10, and names the rule", () => {
  const trial = tryTolerance(rules, line({ abcClass: "A" }));
  expect(trial).toMatchObject({ source: "CLASS_AND_PLACE", rulePosition: 2 });
  expect(trial.breaches).toMatchObject([{ limit: "VALUE", side: "LOWER" }]);
  expect(trial.breaches[0]?.found?.toString()).toBe("10");
});

test("where no rule speaks, whatever differs is out", () => {
  const trial = tryTolerance([], line());
  expect(trial).toMatchObject({ source: "BUILT_IN", rule: null, rulePosition: null });
  expect(trial.breaches).toHaveLength(1);
});
