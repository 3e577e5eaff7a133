import type { Options } from "./options.ts";
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

/** All of a warehouse. */
export const unrestricted: CountScope = {
  locationIds: [],
  itemIds: [],
  supplierId: null,
  categoryId: null,
  abcClass: null,
  includesEmpty: false,
  lotsToCount: null,
  seed: null,
  valueThreshold: null,
  notVisitedIn: null,
};

/** The types that choose among what is in scope, instead of counting all of it. */
const choosing = new Set<CountType>([
  "FAST_MOVERS",
  "SLOW_MOVERS",
  "LOW_VALUE",
  "HIGH_VALUE",
  "RANDOM",
  "ABC",
]);

export function choosesLots(countType: CountType): boolean {
  return choosing.has(countType);
}

type Defaults = Pick<Options, "lotsToCount" | "lowValueBelow" | "highValueFrom">;

/** What a type that chooses was not told, from the options; planning and its preview choose alike. */
export function withDefaults(
  countType: CountType,
  scope: CountScope,
  options: Defaults,
  freshSeed: string | null,
): CountScope {
  if (!choosesLots(countType)) return scope;
  const threshold = countType === "LOW_VALUE" ? options.lowValueBelow : options.highValueFrom;
  const hasThreshold = countType === "LOW_VALUE" || countType === "HIGH_VALUE";
  return {
    ...scope,
    lotsToCount: scope.lotsToCount ?? options.lotsToCount,
    seed: countType === "RANDOM" ? (scope.seed ?? freshSeed) : null,
    valueThreshold: hasThreshold ? (scope.valueThreshold ?? threshold) : null,
  };
}
