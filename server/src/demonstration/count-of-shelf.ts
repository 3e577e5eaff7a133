import { Decimal } from "../shared/exact-decimal.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** What lies on a shelf, as far as the demonstration knows. */
export interface Shelf {
  isCountedByPiece: boolean;
  quantity: string;
  serials: readonly string[];
}

/** What somebody enters who stands before it. */
export interface SeenOnShelf {
  mode: "ADD" | "SKIP";
  reason: string | null;
  quantity: string | null;
  serials: string[];
}

/** Mostly what is there; now and then something else, and sometimes nobody gets to it. */
export function countOfShelf(shelf: Shelf, random: SeededRandom): SeenOnShelf {
  if (random.chance(0.03))
    return { mode: "SKIP", reason: "pallet in the way", quantity: null, serials: [] };
  const off = random.chance(0.1) ? random.integer(-3, 3) : 0;
  if (shelf.isCountedByPiece) {
    const serials = off < 0 ? shelf.serials.slice(1) : [...shelf.serials];
    return { mode: "ADD", reason: null, quantity: serials.length === 0 ? "0" : null, serials };
  }
  const quantity = Decimal.max(0, new Decimal(shelf.quantity).plus(off)).toFixed();
  return { mode: "ADD", reason: null, quantity, serials: [] };
}
