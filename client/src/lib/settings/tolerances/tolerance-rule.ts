import type { Named } from "#lib/shared/ui/named-search.svelte.ts";
import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { ToleranceSet } from "@tallyroom/schema/operations/tolerance-set.ts";
import { formatDecimal } from "#lib/shared/text/decimal.ts";
import { parseDecimal } from "#lib/shared/text/parse-decimal.ts";

export type GivenSet = NonNullable<ResultOf<typeof ToleranceSet>["toleranceSet"]>;
type GivenRule = GivenSet["rules"][number];

export const limitKinds = ["quantity", "percent", "value", "valuePercent"] as const;
export type LimitKind = (typeof limitKinds)[number];
export const sides = ["lower", "upper"] as const;
export type Side = (typeof sides)[number];

/** A rule as it is typed: limits are texts, empty for none. */
export interface DraftRule {
  item: Named | null;
  abcClass: string | null;
  location: Named | null;
  limits: Readonly<Record<LimitKind, Readonly<Record<Side, string>>>>;
}

export const noLimits: DraftRule["limits"] = {
  quantity: { lower: "", upper: "" },
  percent: { lower: "", upper: "" },
  value: { lower: "", upper: "" },
  valuePercent: { lower: "", upper: "" },
};

const typed = (limit: string | null) => (limit === null ? "" : plain(limit));
/** Without groups: they would have to be typed around. */
const plain = (value: string) => formatDecimal(value).replace(/[  .,](?=\d{3}(\D|$))/g, "");

export function asDraft({ item, abcClass, location, limits }: GivenRule): DraftRule {
  const both = ({ upper, lower }: GivenRule["limits"]["quantity"]) => ({
    lower: typed(lower),
    upper: typed(upper),
  });
  return {
    item: item && { id: item.id, code: item.sku, name: item.description },
    abcClass,
    location: location && { id: location.id, code: location.code, name: location.name },
    limits: {
      quantity: both(limits.quantity),
      percent: both(limits.percent),
      value: both(limits.value),
      valuePercent: both(limits.valuePercent),
    },
  };
}

/** As rules are looked for: items, then classes and places, then all others. */
export function inOrder(rules: readonly DraftRule[]): DraftRule[] {
  const rank = ({ item, abcClass, location }: DraftRule) =>
    item ? 0 : location ? 1 : abcClass ? 2 : 3;
  return rules.toSorted((a, b) => rank(a) - rank(b));
}

export const isSame = (a: DraftRule, b: DraftRule) =>
  a.item?.id === b.item?.id && a.abcClass === b.abcClass && a.location?.id === b.location?.id;

/** What a rule is about: "Item CL-9009", "Class A in MISC", "All others". */
export function ruleInWords({ item, abcClass, location }: DraftRule): string {
  if (item) return `Item ${item.code}`;
  if (location) return `${abcClass ? `Class ${abcClass}` : "All"} in ${location.code}`;
  return abcClass ? `Class ${abcClass}` : "All others";
}

export function detailOf({ item, abcClass, location }: DraftRule): string {
  if (item) return `${item.name}, wherever it lies`;
  if (location) return `${location.name}, and everything below it`;
  return abcClass ? "wherever it lies" : "the default: what no other rule is about";
}

/** What is wrong with a limit that was typed; nothing where it is a number or empty. */
export function limitError(text: string): string | undefined {
  if (text.trim() === "" || parseDecimal(text) !== undefined) return undefined;
  return "Type a number, without a sign, or leave it empty.";
}

export const hasLimit = ({ limits }: DraftRule) =>
  limitKinds.some((kind) => sides.some((side) => limits[kind][side].trim() !== ""));

export const isReady = (rule: DraftRule) =>
  hasLimit(rule) &&
  limitKinds.every((kind) => sides.every((side) => !limitError(rule.limits[kind][side])));

/** As the server takes it. */
export function asInput({ item, abcClass, location, limits }: DraftRule) {
  const both = (kind: LimitKind) => ({
    lower: parseDecimal(limits[kind].lower) ?? null,
    upper: parseDecimal(limits[kind].upper) ?? null,
  });
  return {
    itemId: item?.id ?? null,
    abcClass,
    locationId: location?.id ?? null,
    limits: {
      quantity: both("quantity"),
      percent: both("percent"),
      value: both("value"),
      valuePercent: both("valuePercent"),
    },
  };
}
