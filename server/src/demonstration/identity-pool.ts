import { thousandth } from "./demand-profile.ts";
import type { PlannedItem } from "./plan-items.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { Shelf } from "./shelf.ts";

export interface Portion {
  sku: string;
  quantity: number;
  lotCode: string | null;
  serials: string[];
}

export interface PlannedLot {
  sku: string;
  code: string;
  expiresOn: string;
}

export interface PlannedSerialUnit {
  sku: string;
  serial: string;
  serial2: string | null;
  rfidTag: string | null;
}

const dayMs = 86_400_000;

/** Which lots and serials stand on each shelf, and the only place that makes new ones. */
export class IdentityPool {
  readonly lots: PlannedLot[] = [];
  readonly serialUnits: PlannedSerialUnit[] = [];
  readonly #onShelf = new Map<Shelf, Portion[]>();
  readonly #expiryByLot = new Map<string, string>();
  readonly #nowMs: number;
  readonly #random: SeededRandom;

  constructor(now: Date, random: SeededRandom) {
    this.#nowMs = now.getTime();
    this.#random = random;
  }

  put(shelf: Shelf, portions: readonly Portion[]): void {
    this.#onShelf.set(shelf, [...(this.#onShelf.get(shelf) ?? []), ...portions.map(copyOf)]);
  }

  /** What expires first goes first, and what has expired stays as long as there is anything else. */
  take(shelf: Shelf, item: PlannedItem, quantity: number, atMs: number): Portion[] {
    const onShelf = this.#onShelf.get(shelf) ?? [];
    if (item.tracking === "LOT")
      onShelf.sort((a, b) => this.#urgency(a, atMs) - this.#urgency(b, atMs));
    const taken: Portion[] = [];
    let missing = quantity;
    while (missing > 0) {
      const first = onShelf[0];
      if (!first) throw new Error(`${item.sku} at ${shelf.locationCode} ran out.`);
      const part = Math.min(missing, first.quantity);
      const serials = first.serials.splice(0, first.serials.length && part / thousandth);
      taken.push({ ...first, quantity: part, serials });
      first.quantity -= part;
      missing -= part;
      if (first.quantity === 0) onShelf.shift();
    }
    return mergedByLot(taken);
  }

  /** Goods that come from outside: with new lots and serials of their own. */
  make(
    shelf: Shelf | null,
    item: PlannedItem,
    quantity: number,
    atMs: number,
    isOpening: boolean,
  ): Portion[] {
    const bare = { sku: item.sku, quantity, lotCode: null, serials: [] };
    if (item.tracking === "BULK") return [bare];
    if (item.tracking !== "LOT") return [{ ...bare, serials: this.#makeSerials(item, quantity) }];
    const lifeDays = item.shelfLifeDays ?? 365;
    if (shelf?.forgottenLot) {
      const madeMs = this.#nowMs + (shelf.forgottenLot.expiresInDays - lifeDays) * dayMs;
      return [{ ...bare, lotCode: this.#lotMadeOn(item, madeMs) }];
    }
    const oldestDays = Math.floor(lifeDays * 0.3);
    const made = (daysBefore: number) => this.#lotMadeOn(item, atMs - daysBefore * dayMs);
    const older = isOpening ? Math.floor(quantity / thousandth / 3) * thousandth : 0;
    const portions = [
      {
        ...bare,
        quantity: older,
        lotCode: made(this.#random.integer(oldestDays >> 1, oldestDays)),
      },
      {
        ...bare,
        quantity: quantity - older,
        lotCode: made(this.#random.integer(3, oldestDays >> 2)),
      },
    ];
    return mergedByLot(portions.filter((portion) => portion.quantity > 0));
  }

  #urgency(portion: Portion, atMs: number): number {
    const expiresMs = Date.parse(this.#expiryByLot.get(lotKey(portion)) ?? "9999-12-31");
    return expiresMs < atMs ? Number.MAX_SAFE_INTEGER : expiresMs;
  }

  /** Tires and decals are dated by the week, everything else by the day. */
  #lotMadeOn(item: PlannedItem, madeMs: number): string {
    const byWeek = item.identityPrefix !== "L";
    const day = new Date(madeMs);
    const firstMs = Date.UTC(day.getUTCFullYear(), 0, 1);
    const dayOfYear = Math.floor((madeMs - firstMs) / dayMs);
    const dated = byWeek ? dayOfYear - (dayOfYear % 7) : dayOfYear;
    const year = String(day.getUTCFullYear() % 100).padStart(2, "0");
    const code = byWeek
      ? `${item.identityPrefix}${year}${String(dated / 7 + 1).padStart(2, "0")}`
      : `L${year}-${String(dayOfYear + 1).padStart(3, "0")}`;
    const expiresMs = firstMs + (dated + (item.shelfLifeDays ?? 365)) * dayMs;
    const key = lotKey({ sku: item.sku, lotCode: code });
    if (!this.#expiryByLot.has(key)) {
      const expiresOn = new Date(expiresMs).toISOString().slice(0, 10);
      this.#expiryByLot.set(key, expiresOn);
      this.lots.push({ sku: item.sku, code, expiresOn });
    }
    return code;
  }

  #makeSerials(item: PlannedItem, quantity: number): string[] {
    return Array.from({ length: quantity / thousandth }, () => {
      const number = this.serialUnits.length + 1;
      const isTagged = item.tracking === "RFID";
      const serial = `${item.identityPrefix}${String(1_040_000 + number * 3)}`;
      const serial2 = isTagged ? null : `K${String((number * 7919) % 100_000).padStart(5, "0")}`;
      const rfidTag = isTagged ? rfidTagOf(item, number) : null;
      this.serialUnits.push({ sku: item.sku, serial, serial2, rfidTag });
      return serial;
    });
  }
}

/** EPC GID-96: header 35, a manager number of our own, the item, the piece. */
function rfidTagOf(item: PlannedItem, number: number): string {
  const manager = "0C0FFEE";
  const gtin = item.barcodes[0]?.code ?? "0";
  const object = Number(gtin.slice(2, 12)).toString(16).padStart(6, "0").slice(-6);
  return `35${manager}${object}${number.toString(16).padStart(9, "0")}`.toUpperCase();
}

function mergedByLot(portions: readonly Portion[]): Portion[] {
  return [...Map.groupBy(portions, (portion) => portion.lotCode).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const quantity = same.reduce((sum, portion) => sum + portion.quantity, 0);
    return [{ ...first, quantity, serials: same.flatMap((portion) => portion.serials) }];
  });
}

function lotKey({ sku, lotCode }: Pick<Portion, "sku" | "lotCode">): string {
  return `${sku} ${lotCode}`;
}

function copyOf(portion: Portion): Portion {
  return { ...portion, serials: [...portion.serials] };
}
