import type { SeededRandom } from "./seeded-random.ts";

/** What a worker sees of a quant when he decides what to do next. */
export interface VisibleQuant {
  itemId: string;
  sku: string;
  locationId: string;
  locationCode: string;
  unitCode: string;
  quantityOnHand: number;
}

export interface StockWork {
  kind: "RECEIPT" | "ISSUE" | "MOVE";
  quant: VisibleQuant;
  to: VisibleQuant | null;
  quantity: number;
  reference: string;
}

const mostPieces = { RECEIPT: 24, ISSUE: 6, MOVE: 10 };

/** Mostly picking, now and then a delivery, sometimes a refill from one bin to another. */
export function chooseStockWork(
  quants: readonly VisibleQuant[],
  random: SeededRandom,
): StockWork | null {
  const stocked = quants.filter((quant) => quant.quantityOnHand >= 1);
  if (stocked.length === 0) return null;
  const quant = random.pick(stocked);
  const elsewhere = quants.filter((other) => other.locationId !== quant.locationId);
  const to = elsewhere.length > 0 ? random.pick(elsewhere) : null;
  const dice = random.fraction();
  const kind = dice < 0.62 || (dice >= 0.86 && !to) ? "ISSUE" : dice < 0.86 ? "RECEIPT" : "MOVE";
  const bound = kind === "RECEIPT" ? mostPieces.RECEIPT : Math.floor(quant.quantityOnHand);
  return {
    kind,
    quant,
    to: kind === "MOVE" ? to : null,
    quantity: random.integer(1, Math.max(1, Math.min(bound, mostPieces[kind]))),
    reference: `${kind === "RECEIPT" ? "PO" : "SO"}-${random.integer(60_000, 69_999)}`,
  };
}

export function describeStockWork(work: StockWork): string {
  const amount = `${work.quantity} ${work.quant.unitCode} of ${work.quant.sku}`;
  const { locationCode } = work.quant;
  switch (work.kind) {
    case "ISSUE":
      return `issues ${amount} from ${locationCode} (${work.reference})`;
    case "RECEIPT":
      return `receives ${amount} at ${locationCode} (${work.reference})`;
    case "MOVE":
      return `moves ${amount} from ${locationCode} to ${work.to?.locationCode}`;
    default:
      return work.kind satisfies never;
  }
}
