import type { PlannedItem } from "./plan-items.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** Quantities are whole thousandths while they are worked with, so that sums stay exact. */
export const thousandth = 1000;

export interface IssueSize {
  step: number;
  most: number;
}

const sizeByUnit: Record<string, IssueSize> = {
  L: { step: 250, most: 6_000 },
  KG: { step: 250, most: 5_000 },
  M: { step: 500, most: 24_000 },
  ML: { step: 10_000, most: 100_000 },
};

/** How much of it leaves at once. */
export function issueSizeOf(item: PlannedItem): IssueSize {
  const byUnit = sizeByUnit[item.unitCode];
  if (byUnit) return byUnit;
  const pieces = (step: number, most: number) => ({
    step: step * thousandth,
    most: most * thousandth,
  });
  if (item.categoryName.startsWith("Bikes")) return pieces(1, 2);
  if (/Frames|Electronics|Tools/u.test(item.categoryName)) return pieces(1, 2);
  if (/Purchased|Manufactured/u.test(item.categoryName)) return pieces(5, 40);
  if (item.tracking === "RFID") return pieces(1, 4);
  return pieces(1, 12);
}

const popularityByCategory: [RegExp, number][] = [
  [/Tires and Tubes|Nutrition|Bottles/u, 3.2],
  [/Supplies|Socks|Cleaners|Lights|Helmets/u, 2.2],
  [/Clothing|Accessories|Cut Goods|Chains|Pedals|Brakes/u, 1.4],
  [/Bikes/u, 0.9],
  [/Wheels|Saddles|Handlebars|Purchased/u, 0.6],
  [/Manufactured|Tools/u, 0.3],
  [/Frames/u, 0.2],
];

/**
 * How often each item is asked for, by Zipf's law over a ranking that is part taste, part chance:
 * a few are wanted all day, most now and then, and the last ones not at all.
 */
export function demandWeights(
  items: readonly PlannedItem[],
  random: SeededRandom,
): Map<string, number> {
  const ranked = items
    .map((item) => ({ sku: item.sku, appeal: appealOf(item, random) }))
    .sort((left, right) => right.appeal - left.appeal);
  const neverAskedFor = Math.floor(ranked.length * 0.93);
  return new Map(
    ranked.map(({ sku }, rank) => [sku, rank < neverAskedFor ? 1 / (rank + 4) ** 0.95 : 0]),
  );
}

function appealOf(item: PlannedItem, random: SeededRandom): number {
  const taste = popularityByCategory.find(([category]) => category.test(item.categoryName));
  return (taste?.[1] ?? 0.5) * Math.exp(random.bell() * 0.8);
}
