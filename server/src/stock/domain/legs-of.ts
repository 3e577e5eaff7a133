import { factorOf } from "../../shared/factor-of.ts";
import type { MovedItem } from "./stock-move-facts.ts";
import type { AskedMove, Leg, QuantName } from "./stock-move.ts";

/** Where it leaves, or for a receipt where it arrives. */
export function sourceOf({ itemId, locationId, lotCode, status }: AskedMove): QuantName | null {
  return itemId === null || locationId === null ? null : { itemId, locationId, lotCode, status };
}

/** The rows of the ledger that a move becomes; none where it is not understood. */
export function legsOf(move: AskedMove, item: MovedItem | undefined): Leg[] {
  const source = sourceOf(move);
  const factor = item && factorOf(move.unitCode, item);
  if (!source || !factor || !move.quantity.gt(0)) return [];
  const quantity = move.quantity.times(factor);
  const { externalId, kind, serials, effectiveAt, reference, reasonCode, toLocationId } = move;
  const paper = { externalId, kind, serials, effectiveAt, reference, reasonCode };
  const here = { ...source, ...paper, leg: 0 } as const;
  if (kind === "RECEIPT") return [{ ...here, quantity }];
  const out: Leg = { ...here, quantity: quantity.negated() };
  if (kind === "ISSUE") return [out];
  if (toLocationId === undefined || toLocationId === null) return [];
  const status = move.toStatus ?? move.status;
  return [out, { ...source, ...paper, leg: 1, locationId: toLocationId, status, quantity }];
}
