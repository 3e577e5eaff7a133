import { expect, test } from "vitest";
import {
  asInput,
  inOrder,
  isReady,
  noLimits,
  ruleInWords,
  type DraftRule,
} from "./tolerance-rule.ts";

const named = (code: string) => ({ id: code, code, name: `${code} by name` });
const rule = (changes: Partial<DraftRule> = {}): DraftRule => ({
  ...{ item: null, abcClass: null, location: null, limits: noLimits },
  ...changes,
});
const upTo = (upper: string) => ({ ...noLimits, quantity: { lower: "", upper } });

test("rules stand in the order in which they are looked for", () => {
  const rules = [
    rule(),
    rule({ abcClass: "A" }),
    rule({ abcClass: "A", location: named("MISC") }),
    rule({ item: named("CL-9009") }),
  ];
  expect(inOrder(rules).map(ruleInWords)).toEqual([
    ...["Item CL-9009", "Class A in MISC", "Class A", "All others"],
  ]);
});

test("a rule is ready with one limit that is a number, and zero is one", () => {
  expect(isReady(rule())).toBe(false);
  expect(isReady(rule({ limits: upTo("0") }))).toBe(true);
  expect(isReady(rule({ limits: upTo("five") }))).toBe(false);
});

test("an empty limit is none, and zero is a limit", () => {
  expect(asInput(rule({ limits: upTo("0") })).limits.quantity).toEqual({
    lower: null,
    upper: "0",
  });
});
