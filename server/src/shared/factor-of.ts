import { Decimal } from "./exact-decimal.ts";

/** How many of an item's own unit the unit typed holds; undefined where it means nothing for the item. */
export function factorOf(
  unitCode: string | null,
  item: { unitCode: string; packFactors: ReadonlyMap<string, Decimal> },
): Decimal | undefined {
  if (unitCode === null || unitCode === item.unitCode) return new Decimal(1);
  return item.packFactors.get(unitCode);
}
