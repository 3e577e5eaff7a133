import type { CountType } from "./words.ts";

/** What a session counts, as it was asked for. Empty lists and nulls restrict nothing. */
export interface CountScope {
  /** Places with everything below them. */
  locationIds: readonly number[];
  itemIds: readonly number[];
  supplierId: number | null;
  categoryId: number | null;
  abcClass: "A" | "B" | "C" | null;
  /** Places that hold none by the books are counted as well. */
  includesEmpty: boolean;
  /** For the types that choose: how many. */
  lotsToCount: number | null;
  /** For RANDOM: equal seeds choose alike. */
  seed: string | null;
  /** For LOW_VALUE and HIGH_VALUE: value on hand below, or from. */
  valueThreshold: string | null;
  /** For a follow-up: only what nobody visited in that session. */
  notVisitedIn: number | null;
}

/** The types that choose among what is in scope, instead of counting all of it. */
const choosing = new Set<CountType>([
  "FAST_MOVERS",
  "SLOW_MOVERS",
  "LOW_VALUE",
  "HIGH_VALUE",
  "RANDOM",
]);

export function choosesLots(countType: CountType): boolean {
  return choosing.has(countType);
}
