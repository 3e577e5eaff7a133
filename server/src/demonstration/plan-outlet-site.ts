import { thousandth } from "./demand-profile.ts";
import { capacityOf } from "./plan-main-site.ts";
import { outletStore, type PlannedPlace, zoneCodeOf } from "./plan-places.ts";
import type { PlannedItem } from "./plan-items.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { stageOf, type Shelf } from "./shelf.ts";

const soldThere = /^(Clothing|Accessories|Nutrition)|Cleaners$|Lubricants$/u;
const bikesShown = 30;

/** What the shop has on its floor, and a reserve of what sells in its stockroom. */
export function planOutletShelves(
  items: readonly PlannedItem[],
  stockedSkus: ReadonlySet<string>,
  places: readonly PlannedPlace[],
  random: SeededRandom,
): Shelf[] {
  const stocked = items.filter((item) => stockedSkus.has(item.sku) && item.unitCode === "EA");
  const bikes = stocked.filter((item) => item.categoryName.startsWith("Bikes"));
  const assortment = [
    ...random.pickSome(bikes, bikesShown),
    ...stocked.filter((item) => soldThere.test(item.categoryName)),
  ].sort((left, right) => (left.categoryName < right.categoryName ? -1 : 1));

  const bins = places.filter((place) => place.kind === "STORAGE");
  const floor = bins.filter((bin) => zoneCodeOf(bin.code) === "SHOP-10");
  const stockroom = bins.filter((bin) => zoneCodeOf(bin.code) === "BACK-20");
  return assortment.flatMap((item, position) => {
    const isBike = item.categoryName.startsWith("Bikes");
    const onFloor = isBike ? random.integer(1, 3) : random.integer(3, 16);
    const behind = isBike ? random.integer(0, 2) : random.integer(0, 36);
    const share = position / assortment.length;
    return [
      shelfAt(behind > 0 ? placeFor(share, stockroom) : null, item, behind, random),
      shelfAt(placeFor(share, floor), item, onFloor, random),
    ].flatMap((shelf) => shelf ?? []);
  });
}

/** Goods of a kind stand together: the assortment in order is spread over the bins in order. */
function placeFor(share: number, bins: readonly PlannedPlace[]): PlannedPlace | null {
  return bins[Math.floor(share * bins.length)] ?? null;
}

function shelfAt(
  place: PlannedPlace | null,
  item: PlannedItem,
  pieces: number,
  random: SeededRandom,
): Shelf | null {
  if (!place) return null;
  const quantity = pieces * thousandth;
  return {
    warehouseCode: outletStore.code,
    sku: item.sku,
    locationCode: place.code,
    status: "AVAILABLE",
    forgottenLot: null,
    quantity,
    capacity: capacityOf(quantity, item, random),
    stage: stageOf(zoneCodeOf(place.code)),
  };
}
