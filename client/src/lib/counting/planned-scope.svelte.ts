import type { NamedItem } from "#lib/shared/ui/named-item.ts";
import type { VariablesOf } from "@tallyroom/schema/graphql.ts";
import type { CreateCountSession } from "@tallyroom/schema/operations/create-count-session.ts";
import { parseDecimal } from "#lib/shared/text/parse-decimal.ts";
import type { CountType } from "./count-session.ts";
import { typeWords } from "./count-words.ts";

export type Scope = NonNullable<VariablesOf<typeof CreateCountSession>["input"]["scope"]>;

/** Where lines come from. */
export const scopeKinds = ["LOCATIONS", "ITEMS", "SUPPLIER", "CATEGORY", "FULL"] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** Which of those are counted: all, or lots that are chosen. */
export const lotChoices = [
  "ALL",
  "FAST_MOVERS",
  "SLOW_MOVERS",
  "HIGH_VALUE",
  "LOW_VALUE",
  "RANDOM",
  "ABC",
] as const;
export type LotChoice = (typeof lotChoices)[number];

/** What a count that is being planned covers. */
export class PlannedScope {
  kind = $state<ScopeKind>("FULL");
  choice = $state<LotChoice>("ALL");
  zoneIds = $state.raw<readonly string[]>([]);
  items = $state.raw<readonly NamedItem[]>([]);
  categoryId = $state("");
  supplierId = $state("");
  abcClass = $state("");
  lots = $state("");
  threshold = $state("");
  seed = $state("");
  includesEmpty = $state(false);

  readonly choosesLots = $derived(this.choice !== "ALL");
  readonly choosesByValue = $derived(this.choice === "LOW_VALUE" || this.choice === "HIGH_VALUE");
  readonly countType: CountType = $derived(this.choice === "ALL" ? this.kind : this.choice);
  readonly lotsError = $derived(
    this.lots && !this.#lotsToCount ? "A whole number, 1 or more." : undefined,
  );
  readonly thresholdError = $derived(
    this.threshold && !this.#valueThreshold ? "An amount, 0 or more." : undefined,
  );
  /** What of it is missing, as a sentence. */
  readonly missing = $derived.by(() => {
    if (this.kind === "LOCATIONS" && this.zoneIds.length === 0) return "Choose a zone.";
    if (this.kind === "ITEMS" && this.items.length === 0) return "Choose an item.";
    if (this.kind === "CATEGORY" && !this.categoryId) return "Choose a category.";
    if (this.kind === "SUPPLIER" && !this.supplierId) return "Choose a supplier.";
    return this.lotsError ?? this.thresholdError;
  });
  readonly suggestedTitle = $derived.by(() => {
    const items = this.items.map(({ sku }) => sku).join(", ");
    if (this.choice === "ALL" && this.kind === "ITEMS" && items) return `Items ${items}`;
    return typeWords[this.countType];
  });
  readonly value: Scope = $derived({
    ...(this.kind === "LOCATIONS" && { locationIds: [...this.zoneIds] }),
    ...(this.kind === "ITEMS" && { itemIds: this.items.map(({ id }) => id) }),
    ...(this.kind === "CATEGORY" && { categoryId: this.categoryId }),
    ...(this.kind === "SUPPLIER" && { supplierId: this.supplierId }),
    ...(this.abcClass && { abcClass: this.abcClass }),
    ...(this.includesEmpty && { includesEmpty: true }),
    ...(this.choosesLots && this.#lotsToCount && { lotsToCount: this.#lotsToCount }),
    ...(this.choosesByValue && this.#valueThreshold && { valueThreshold: this.#valueThreshold }),
    ...(this.choice === "RANDOM" && this.seed.trim() && { seed: this.seed.trim() }),
  });

  toggleZone(id: string) {
    this.zoneIds = this.zoneIds.includes(id)
      ? this.zoneIds.filter((each) => each !== id)
      : [...this.zoneIds, id];
  }

  /** From what a template or a count says. */
  take(countType: CountType, scope: Partial<PlannedScope>) {
    const isKind = (scopeKinds as readonly string[]).includes(countType);
    const named = scope.zoneIds?.length
      ? "LOCATIONS"
      : scope.items?.length
        ? "ITEMS"
        : scope.categoryId
          ? "CATEGORY"
          : scope.supplierId
            ? "SUPPLIER"
            : "FULL";
    Object.assign(this, scope);
    this.kind = isKind ? (countType as ScopeKind) : named;
    this.choice = isKind ? "ALL" : (countType as LotChoice);
  }

  get #lotsToCount(): number | undefined {
    const lots = Number(parseDecimal(this.lots) ?? "");
    return Number.isInteger(lots) && lots > 0 ? lots : undefined;
  }

  get #valueThreshold(): string | undefined {
    const amount = parseDecimal(this.threshold);
    return amount !== undefined && !amount.startsWith("-") ? amount : undefined;
  }
}
