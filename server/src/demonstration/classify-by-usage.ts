import type { PlannedMove } from "./assign-identities.ts";
import type { PlannedItem } from "./plan-items.ts";

/**
 * A: the few that make four fifths of the value used, B: the next to nineteen twentieths, C: the
 * rest. An item without a cost has no value, so it has no class.
 */
export function classifyByUsage(
  items: readonly PlannedItem[],
  moves: readonly PlannedMove[],
): PlannedItem[] {
  const used = new Map<string, number>();
  for (const { sku, kind, quantity } of moves) {
    if (kind === "ISSUE") used.set(sku, (used.get(sku) ?? 0) - Number(quantity));
  }
  const valueUsed = (item: PlannedItem) => Number(item.unitCost ?? 0) * (used.get(item.sku) ?? 0);
  const ranked = items.toSorted((left, right) => valueUsed(right) - valueUsed(left));
  const total = ranked.reduce((sum, item) => sum + valueUsed(item), 0);

  let valueBefore = 0;
  const classes = new Map<string, "A" | "B" | "C">();
  for (const item of ranked) {
    const share = valueBefore / total;
    classes.set(item.sku, share < 0.8 ? "A" : share < 0.95 ? "B" : "C");
    valueBefore += valueUsed(item);
  }
  return items.map((item) => ({
    ...item,
    abcClass: item.unitCost === null ? null : (classes.get(item.sku) ?? "C"),
  }));
}
