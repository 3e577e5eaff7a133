import { Decimal } from "../../shared/exact-decimal.ts";
import { limitKinds, type LimitKind, type Limits } from "./tolerance-limits.ts";

/** The figures of a counted line; each line for itself, nothing is netted. */
export interface JudgedFigures {
  variance: Decimal;
  expected: Decimal;
  unitCost: Decimal | null;
}

export type LimitSide = "UPPER" | "LOWER";

/** One limit that does not hold. */
export interface Breach {
  limit: LimitKind;
  side: LimitSide;
  allowed: Decimal;
  /** Null where percent of nothing is infinite, and where money cannot be told without a cost. */
  found: Decimal | null;
  isCostUnknown: boolean;
}

const hundred = new Decimal(100);
const money: ReadonlySet<LimitKind> = new Set(["VALUE", "VALUE_PERCENT"]);
const percentPlaces = 6;

/**
 * Every limit that does not hold; none where the line is within its tolerance. Limits of money are
 * asked only where a cost is known; a variance that has no other limit is out of them, because
 * nobody can say that it is within.
 */
export function judgeTolerance(limits: Limits, figures: JudgedFigures): Breach[] {
  const { variance, unitCost } = figures;
  if (variance.isZero()) return [];
  const side: LimitSide = variance.isNegative() ? "LOWER" : "UPPER";
  const set = limitKinds.flatMap((limit) => {
    const allowed = limits[limit][side === "UPPER" ? "upper" : "lower"];
    return allowed === null ? [] : [{ limit, side, allowed }];
  });
  const asked = set.filter(({ limit }) => unitCost !== null || !money.has(limit));
  if (asked.length === 0) return set.map((each) => ({ ...each, found: null, isCostUnknown: true }));
  return asked
    .filter(({ limit, allowed }) => !holds(limit, allowed, figures))
    .map((each) => ({ ...each, found: foundOf(each.limit, figures), isCostUnknown: false }));
}

/** By multiplication, so that no rounding decides; percent of nothing is more than any limit. */
function holds(limit: LimitKind, allowed: Decimal, figures: JudgedFigures): boolean {
  const [deviation, expected] = sizesOf(limit, figures);
  if (limit === "QUANTITY" || limit === "VALUE") return deviation.lte(allowed);
  return deviation.times(hundred).lte(allowed.times(expected));
}

function foundOf(limit: LimitKind, figures: JudgedFigures): Decimal | null {
  const [deviation, expected] = sizesOf(limit, figures);
  if (limit === "QUANTITY" || limit === "VALUE") return deviation;
  return expected.isZero()
    ? null
    : deviation.times(hundred).div(expected).toDecimalPlaces(percentPlaces);
}

function sizesOf(
  limit: LimitKind,
  figures: JudgedFigures,
): [deviation: Decimal, expected: Decimal] {
  const cost = money.has(limit) ? (figures.unitCost ?? new Decimal(0)) : new Decimal(1);
  return [figures.variance.times(cost).abs(), figures.expected.times(cost).abs()];
}
