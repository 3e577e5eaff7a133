import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import {
  hasLimit,
  limitKinds,
  type Limits,
  type RuleName,
  type ToleranceRule,
} from "./tolerance-limits.ts";

const rulesAtMost = 5_000;

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const toleranceSetRejections = {
  VERSION_OUTDATED: "Somebody has saved another version meanwhile: look at it first.",
  TOO_MANY_RULES: "A set has at most 5,000 rules.",
  CLASS_UNKNOWN: "An ABC class is A, B or C.",
  ITEM_UNKNOWN: "An item of a rule does not exist.",
  LOCATION_UNKNOWN: "A place of a rule does not exist in this warehouse.",
  ITEM_NOT_ALONE: "A rule for an item holds wherever it lies: it names no class and no place.",
  LIMIT_MISSING: "Each rule needs a limit.",
  LIMIT_NEGATIVE: "A limit is zero or more, on both sides.",
  RULE_TWICE: "Two rules are about the same.",
} as const;
export type ToleranceSetRejectionReason = keyof typeof toleranceSetRejections;
export const rejectTolerance = rejectionsOf<ToleranceSetRejectionReason>(toleranceSetRejections);

/** As it was asked for: a class may be any text, and an id that names nothing here is 0. */
export type AskedRule = Omit<ToleranceRule, "abcClass"> & { abcClass: string | null };

export interface ToleranceSetFacts {
  latestVersion: number;
  itemIds: ReadonlySet<number>;
  locationIds: ReadonlySet<number>;
}

export function rejectToleranceSet(
  asked: { basedOnVersion: number; rules: readonly AskedRule[] },
  facts: ToleranceSetFacts,
): Rejection<ToleranceSetRejectionReason> | null {
  const { rules } = asked;
  const is = (broken: (rule: AskedRule) => boolean) => rules.some(broken);
  if (asked.basedOnVersion !== facts.latestVersion) return rejectTolerance("VERSION_OUTDATED");
  if (rules.length > rulesAtMost) return rejectTolerance("TOO_MANY_RULES");
  if (is(({ abcClass }) => abcClass !== null && !isClass(abcClass)))
    return rejectTolerance("CLASS_UNKNOWN");
  if (is(({ itemId }) => itemId !== null && !facts.itemIds.has(itemId)))
    return rejectTolerance("ITEM_UNKNOWN");
  if (is(({ locationId }) => locationId !== null && !facts.locationIds.has(locationId)))
    return rejectTolerance("LOCATION_UNKNOWN");
  if (
    is(({ itemId, abcClass, locationId }) => itemId !== null && (abcClass ?? locationId) !== null)
  )
    return rejectTolerance("ITEM_NOT_ALONE");
  if (is(({ limits }) => !hasLimit(limits))) return rejectTolerance("LIMIT_MISSING");
  if (is(({ limits }) => isNegative(limits))) return rejectTolerance("LIMIT_NEGATIVE");
  const names = new Set(
    rules.map(({ itemId, abcClass, locationId }) => `${itemId}/${abcClass}/${locationId}`),
  );
  return names.size < rules.length ? rejectTolerance("RULE_TWICE") : null;
}

export function isClass(text: string): text is NonNullable<RuleName["abcClass"]> {
  return text === "A" || text === "B" || text === "C";
}

export function isNegative(limits: Limits): boolean {
  return limitKinds.some((kind) =>
    [limits[kind].upper, limits[kind].lower].some(
      (limit) => limit?.isNegative() && !limit.isZero(),
    ),
  );
}
