import { maxFractionDigits } from "../../shared/exact-decimal.ts";
import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import type { UnitRow } from "./rows.ts";

export const unitRejections = {
  CODE_MISSING: "A unit needs a code.",
  NAME_MISSING: "A unit needs a name.",
  DECIMALS_OUT_OF_RANGE: "A unit has from 0 to 6 decimals.",
  DECIMALS_FIXED_BY_STOCK: "Stock is kept in this unit: it cannot lose decimals.",
} as const;
export type UnitRejectionReason = keyof typeof unitRejections;
const reject = rejectionsOf<UnitRejectionReason>(unitRejections);

export interface UnitFacts {
  /** Null for a new unit. */
  before: UnitRow | null;
  /** An item that has moved is counted in it. */
  hasMoved: boolean;
}

export function rejectUnit(
  { code, name, decimals }: UnitRow,
  { before, hasMoved }: UnitFacts,
): Rejection<UnitRejectionReason> | null {
  const losesDecimals = before !== null && decimals < before.decimals;
  if (code === "") return reject("CODE_MISSING");
  if (name === "") return reject("NAME_MISSING");
  if (decimals < 0 || decimals > maxFractionDigits) return reject("DECIMALS_OUT_OF_RANGE");
  if (losesDecimals && hasMoved) return reject("DECIMALS_FIXED_BY_STOCK", code);
  return null;
}
