import { Decimal } from "../../shared/exact-decimal.ts";
import type { StockMoveFacts } from "./stock-move-facts.ts";
import { lotKey, quantKey, serialKey, type Leg, type QuantName } from "./stock-move.ts";

const nothing = new Decimal(0);

/** Stock as it stands after the moves of the batch that were looked at so far. */
export class RunningStock {
  readonly #onHand: Map<string, Decimal>;
  readonly #serialPlaces: Map<string, string>;
  readonly #lotExpiries: Map<string, string | null>;
  readonly newLots = new Map<string, { itemId: number; code: string; expiresOn: string | null }>();

  constructor(facts: Pick<StockMoveFacts, "onHand" | "serialPlaces" | "lotExpiries">) {
    this.#onHand = new Map(facts.onHand);
    this.#serialPlaces = new Map(facts.serialPlaces);
    this.#lotExpiries = new Map(facts.lotExpiries);
  }

  onHand(name: QuantName): Decimal {
    return this.#onHand.get(quantKey(name)) ?? nothing;
  }

  /** Undefined where it stands in no stock. */
  placeOfSerial(itemId: number, serial: string): string | undefined {
    return this.#serialPlaces.get(serialKey(itemId, serial));
  }

  /** Undefined for a lot that nobody has heard of. */
  lastDayOf(itemId: number, lotCode: string): string | null | undefined {
    return this.#lotExpiries.get(lotKey(itemId, lotCode));
  }

  meetLot(itemId: number, code: string, expiresOn: string | null): void {
    const key = lotKey(itemId, code);
    if (this.#lotExpiries.has(key)) return;
    this.#lotExpiries.set(key, expiresOn);
    this.newLots.set(key, { itemId, code, expiresOn });
  }

  apply(leg: Leg): void {
    const key = quantKey(leg);
    this.#onHand.set(key, this.onHand(leg).plus(leg.quantity));
    for (const serial of leg.serials) {
      const unit = serialKey(leg.itemId, serial);
      if (leg.quantity.isNegative()) this.#serialPlaces.delete(unit);
      else this.#serialPlaces.set(unit, key);
    }
  }
}
