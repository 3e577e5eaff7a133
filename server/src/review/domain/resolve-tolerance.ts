import { Decimal } from "../../shared/exact-decimal.ts";
import type { Limits, ToleranceRule } from "./tolerance-limits.ts";

export type ToleranceSource = "ITEM" | "CLASS_AND_PLACE" | "SESSION" | "DEFAULT" | "BUILT_IN";

/** What of a line decides which rule is its own. */
export interface JudgedPlace {
  itemId: number;
  abcClass: string | null;
  /** Its place and the places above it, the nearest last. */
  placeIds: readonly number[];
}

export interface ResolvedTolerance {
  source: ToleranceSource;
  /** Null for what no set says. */
  rule: ToleranceRule | null;
  limits: Limits;
}

const none = { upper: null, lower: null };
const zero = { upper: new Decimal(0), lower: new Decimal(0) };

/** Where nobody has set a tolerance, whatever differs is out of it. */
export const builtInLimits: Limits = {
  QUANTITY: zero,
  PERCENT: none,
  VALUE: none,
  VALUE_PERCENT: none,
};

/** Item, then class and place, then what the count says of itself, then the default. */
export function resolveTolerance(
  rules: readonly ToleranceRule[],
  line: JudgedPlace,
  sessionLimits: Limits | null,
): ResolvedTolerance {
  const ofItem = rules.find(({ itemId }) => itemId === line.itemId);
  if (ofItem) return { source: "ITEM", rule: ofItem, limits: ofItem.limits };
  const ofPlace = nearest(rules, line);
  if (ofPlace) return { source: "CLASS_AND_PLACE", rule: ofPlace, limits: ofPlace.limits };
  if (sessionLimits) return { source: "SESSION", rule: null, limits: sessionLimits };
  const rest = rules.find(
    ({ itemId, abcClass, locationId }) =>
      itemId === null && abcClass === null && locationId === null,
  );
  if (rest) return { source: "DEFAULT", rule: rest, limits: rest.limits };
  return { source: "BUILT_IN", rule: null, limits: builtInLimits };
}

/** The nearest place first; at one place a rule for the class before one for all classes. */
function nearest(rules: readonly ToleranceRule[], line: JudgedPlace): ToleranceRule | null {
  const distance = ({ locationId }: ToleranceRule) =>
    locationId === null ? line.placeIds.length : line.placeIds.toReversed().indexOf(locationId);
  const fitting = rules.filter((rule) => {
    const { itemId, abcClass, locationId } = rule;
    const isRest = abcClass === null && locationId === null;
    const isOfClass = abcClass === null || abcClass === line.abcClass;
    return itemId === null && !isRest && isOfClass && distance(rule) >= 0;
  });
  const byNearness = fitting.sort(
    (a, b) =>
      distance(a) - distance(b) || Number(a.abcClass === null) - Number(b.abcClass === null),
  );
  return byNearness[0] ?? null;
}
