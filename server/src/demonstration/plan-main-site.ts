import type { CatalogueStock } from "./demonstration-catalogue.ts";
import { issueSizeOf, thousandth } from "./demand-profile.ts";
import { mainWarehouse, specialPlaces, zoneCodeOf } from "./plan-places.ts";
import type { PlannedItem } from "./plan-items.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { stageOf, type Shelf } from "./shelf.ts";
import type { Demand } from "./simulate-backwards.ts";

export function planMainShelves(
  stock: readonly CatalogueStock[],
  items: ReadonlyMap<string, PlannedItem>,
  random: SeededRandom,
): Shelf[] {
  const lotSkus = [...items.values()].filter((i) => i.tracking === "LOT").map((i) => i.sku);
  return stock.flatMap(({ sku, locationCode, quantity }) => {
    const item = items.get(sku);
    if (!item) throw new Error(`There is stock of ${sku}, which is not an item.`);
    const shelf: Shelf = {
      warehouseCode: mainWarehouse.code,
      sku,
      locationCode,
      status: "AVAILABLE",
      forgottenLot: null,
      quantity: thousandthsOf(quantity),
      capacity: capacityOf(thousandthsOf(quantity), item, random),
      stage: stageOf(zoneCodeOf(locationCode)),
    };
    return [shelf, ...forgottenOn(shelf, lotSkus.indexOf(sku), item, random)];
  });
}

export function demandsOf(
  shelves: readonly Shelf[],
  items: ReadonlyMap<string, PlannedItem>,
  weights: ReadonlyMap<string, number>,
): Demand[] {
  const open = shelves.filter(
    ({ status, forgottenLot, locationCode }) =>
      status === "AVAILABLE" && !forgottenLot && locationCode !== specialPlaces.closedOff,
  );
  return [...Map.groupBy(open, (shelf) => shelf.sku)].flatMap(([sku, own]) => {
    const item = items.get(sku);
    if (!item) return [];
    const pack = item.packs[0];
    return [
      {
        sku,
        weight: weights.get(sku) ?? 0,
        shelves: own.sort((left, right) => left.stage - right.stage),
        ...issueSizeOf(item),
        supplier: item.suppliers[0]?.name ?? null,
        packQuantity: pack ? Number(pack.factor) * thousandth : null,
      },
    ];
  });
}

export function capacityOf(quantity: number, item: PlannedItem, random: SeededRandom): number {
  return Math.max(quantity * random.between(1.15, 1.7), issueSizeOf(item).most * 6);
}

/** Stock that somebody should have thrown away, and stock that will have to go next. */
function forgottenOn(
  shelf: Shelf,
  position: number,
  item: PlannedItem,
  random: SeededRandom,
): Shelf[] {
  if (position < 0 || shelf.quantity === 0) return [];
  const expiresInDays = daysToExpiry(position, random);
  if (expiresInDays === null) return [];
  const { step } = issueSizeOf(item);
  const share = shelf.quantity * random.between(0.03, 0.09);
  const quantity = Math.max(1, Math.floor(share / step)) * step;
  if (quantity >= shelf.quantity) return [];
  shelf.quantity -= quantity;
  return [{ ...shelf, quantity, capacity: Infinity, forgottenLot: { expiresInDays } }];
}

function daysToExpiry(position: number, random: SeededRandom): number | null {
  if (position % 4 === 0) return -random.integer(2, 40);
  if (position % 5 === 2) return random.integer(3, 28);
  return null;
}

export function thousandthsOf(quantity: string): number {
  return Math.round(Number(quantity) * thousandth);
}
