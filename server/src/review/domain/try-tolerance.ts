import { judgeTolerance, type Breach } from "./judge-tolerance.ts";
import { resolveTolerance, type JudgedPlace, type ToleranceSource } from "./resolve-tolerance.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import type { ToleranceRule } from "./tolerance-limits.ts";

/** A line that nobody has counted, to see what rules would say of it. */
export interface TriedLine extends JudgedPlace {
  expected: Decimal;
  counted: Decimal;
  unitCost: Decimal | null;
}

export interface ToleranceTrial {
  variance: Decimal;
  source: ToleranceSource;
  rule: ToleranceRule | null;
  /** Which of the rules that is, from 1 on. */
  rulePosition: number | null;
  breaches: Breach[];
}

/** By the very decision that judges counted lines. */
export function tryTolerance(rules: readonly ToleranceRule[], line: TriedLine): ToleranceTrial {
  const { source, rule, limits } = resolveTolerance(rules, line, null);
  const variance = line.counted.minus(line.expected);
  return {
    variance,
    source,
    rule,
    rulePosition: rule && rules.indexOf(rule) + 1,
    breaches: judgeTolerance(limits, { ...line, variance }),
  };
}
