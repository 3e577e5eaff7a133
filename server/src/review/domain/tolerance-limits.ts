import type { Decimal } from "../../shared/exact-decimal.ts";

export const limitKinds = ["QUANTITY", "PERCENT", "VALUE", "VALUE_PERCENT"] as const;
export type LimitKind = (typeof limitKinds)[number];

/** How much may be found too much, and too little; null sets no limit on that side. */
export interface Limit {
  upper: Decimal | null;
  lower: Decimal | null;
}

export type Limits = Readonly<Record<LimitKind, Limit>>;

/** What a rule is about; one that names nothing is the default of its set. */
export interface RuleName {
  itemId: number | null;
  abcClass: "A" | "B" | "C" | null;
  /** With everything below it. */
  locationId: number | null;
}

export interface ToleranceRule extends RuleName {
  limits: Limits;
}

/** A set is never edited: whoever changes a rule makes the next version of it. */
export interface ToleranceSet {
  warehouseId: number;
  version: number;
  savedById: string;
  savedAt: Date;
  rules: ToleranceRule[];
}

/** What a count is judged by: the version it started with, and limits of its own. */
export interface SessionTolerance {
  /** Null until the count starts, and where the warehouse had no set then. */
  version: number | null;
  limits: Limits | null;
}

export function hasLimit(limits: Limits): boolean {
  return limitKinds.some((kind) => limits[kind].upper !== null || limits[kind].lower !== null);
}
