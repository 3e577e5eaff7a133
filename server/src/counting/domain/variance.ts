import { Decimal } from "../../shared/exact-decimal.ts";

export type VarianceKind = "MATCH" | "SHORTAGE" | "OVERAGE";

export interface Variance {
  kind: VarianceKind;
  quantity: Decimal;
  /** Of the expected quantity; null where nothing was expected and something found: no limit holds it. */
  percent: Decimal | null;
  /** Null where the cost is not known: that is a question, not 0. */
  value: Decimal | null;
}

const hundred = new Decimal(100);
const percentPlaces = 4;

/** A match is a result as much as a difference. */
export function varianceOf(
  quantityCounted: Decimal,
  quantityExpected: Decimal,
  unitCost: Decimal | null,
): Variance {
  const quantity = quantityCounted.minus(quantityExpected);
  return {
    kind: quantity.isZero() ? "MATCH" : quantity.isNegative() ? "SHORTAGE" : "OVERAGE",
    quantity,
    percent: percentOf(quantity, quantityExpected),
    value: unitCost && quantity.times(unitCost),
  };
}

function percentOf(quantity: Decimal, quantityExpected: Decimal): Decimal | null {
  if (quantity.isZero()) return new Decimal(0);
  if (quantityExpected.isZero()) return null;
  return quantity.times(hundred).div(quantityExpected.abs()).toDecimalPlaces(percentPlaces);
}

/** A variance that is a whole number of packs is more often a slip of the unit than a loss. */
export function probableUnitSlip(
  quantity: Decimal,
  packs: readonly { unitCode: string; factor: Decimal }[],
): { unitCode: string; packs: Decimal } | null {
  if (quantity.isZero()) return null;
  const largestFirst = [...packs].sort((a, b) => b.factor.cmp(a.factor));
  const slip = largestFirst.find(({ factor }) => factor.gt(1) && quantity.modulo(factor).isZero());
  return slip ? { unitCode: slip.unitCode, packs: quantity.div(slip.factor) } : null;
}
