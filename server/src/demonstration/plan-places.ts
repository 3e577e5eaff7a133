import type { CataloguePlace } from "./demonstration-catalogue.ts";
import { locationCheckDigits } from "./location-check-digits.ts";

export type PlaceKind =
  "ZONE" | "AISLE" | "STORAGE" | "LINESIDE" | "MRB" | "COUNT_DISCREPANCY" | "TRANSIT";

export interface PlannedPlace {
  warehouseCode: string;
  code: string;
  parentCode: string | null;
  name: string;
  kind: PlaceKind;
  barcode: string | null;
  checkDigits: string | null;
  walkOrder: number;
  isActive: boolean;
  isClosedOff: boolean;
}

export const mainWarehouse = {
  code: "MAIN",
  name: "Main warehouse",
  timeZone: "Europe/Berlin",
  currency: "USD",
};

export const outletStore = {
  code: "OUTLET",
  name: "Outlet store",
  timeZone: "America/New_York",
  currency: "USD",
};

export const specialPlaces = {
  goodsIn: "DOCK-90-IN",
  dispatch: "DOCK-90-OUT",
  toOutlet: "DOCK-90-OUTLET",
  review: "QUAL-95-MRB",
  discrepancies: "QUAL-95-DIFF",
  takenDown: "MISC-06-T-01",
  closedOff: "META-05-K-01",
};

/** The order in which a counter walks the zones. */
const zoneWalk = [
  "TOOL-01",
  "META-05",
  "MISC-06",
  "SUBA-50",
  "FINI-07",
  "FINA-60",
  "FRAM-10",
  "FRAM-20",
  "CONS-08",
  "PAIN-03",
  "PAIN-04",
  "PAIN-40",
  "SPEC-45",
  "SHEE-02",
  "DEBU-30",
  "SHOP-10",
  "BACK-20",
  "DOCK-90",
  "QUAL-95",
];

export function zoneCodeOf(placeCode: string): string {
  return placeCode.split("-").slice(0, 2).join("-");
}

export function planMainPlaces(catalogue: readonly CataloguePlace[]): PlannedPlace[] {
  const bins = catalogue.map((place) => ({ ...place, kind: binKind(place) }));
  return planTree(mainWarehouse.code, [
    ...bins,
    special(specialPlaces.takenDown, "Miscellaneous Storage", "T", "STORAGE"),
    ...qualityAndDocks(),
    special(specialPlaces.toOutlet, "Docks", "On the way to the outlet", "TRANSIT"),
  ]);
}

export function planOutletPlaces(): PlannedPlace[] {
  const bins = [
    ...aisle("SHOP-10", "Sales Floor", "A", 12),
    ...aisle("SHOP-10", "Sales Floor", "B", 12),
    ...aisle("SHOP-10", "Sales Floor", "C", 12),
    ...aisle("BACK-20", "Stockroom", "A", 14),
    ...aisle("BACK-20", "Stockroom", "B", 14),
  ];
  return planTree(outletStore.code, [...bins, ...qualityAndDocks()]);
}

type UnplacedBin = CataloguePlace & { kind: PlaceKind };

function aisle(zoneCode: string, zone: string, shelf: string, count: number): UnplacedBin[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `${zoneCode}-${shelf}-${String(index + 1).padStart(2, "0")}`,
    zone,
    shelf,
    bin: index + 1,
    kind: "STORAGE" as const,
  }));
}

function special(code: string, zone: string, shelf: string, kind: PlaceKind): UnplacedBin {
  return { code, zone, shelf, bin: shelf.length === 1 ? Number(code.slice(-2)) : null, kind };
}

function qualityAndDocks(): UnplacedBin[] {
  return [
    special(specialPlaces.goodsIn, "Docks", "Goods in", "TRANSIT"),
    special(specialPlaces.dispatch, "Docks", "Dispatch lane", "TRANSIT"),
    special(specialPlaces.review, "Quality", "Material review", "MRB"),
    special(specialPlaces.discrepancies, "Quality", "Count discrepancies", "COUNT_DISCREPANCY"),
  ];
}

function binKind(place: CataloguePlace): PlaceKind {
  return place.shelf === "Line" ? "LINESIDE" : "STORAGE";
}

/** Zones, then aisles where a zone has more than one, then bins: up one aisle and down the next. */
function planTree(warehouseCode: string, bins: readonly UnplacedBin[]): PlannedPlace[] {
  const places: PlannedPlace[] = [];
  const add = (place: Pick<PlannedPlace, "code" | "parentCode" | "name" | "kind">): void => {
    const isBin = place.kind !== "ZONE" && place.kind !== "AISLE";
    places.push({
      ...place,
      warehouseCode,
      barcode: isBin ? `L-${place.code}` : null,
      checkDigits: isBin ? locationCheckDigits(place.code) : null,
      walkOrder: (places.length + 1) * 10,
      isActive: place.code !== specialPlaces.takenDown,
      isClosedOff: place.code === specialPlaces.closedOff,
    });
  };
  for (const zoneCode of zoneWalk) {
    const zoneBins = bins.filter((bin) => zoneCodeOf(bin.code) === zoneCode);
    const zone = zoneBins[0]?.zone;
    if (!zone) continue;
    add({ code: zoneCode, parentCode: null, name: zone, kind: "ZONE" });
    const shelves = [...new Set(zoneBins.map((bin) => bin.shelf))].filter((s) => s.length === 1);
    for (const [position, shelf] of shelves.sort().entries()) {
      const parentCode = shelves.length > 1 ? `${zoneCode}-${shelf}` : zoneCode;
      const name = `${zone} ${shelf}`;
      if (shelves.length > 1) add({ code: parentCode, parentCode: zoneCode, name, kind: "AISLE" });
      for (const bin of inWalkingOrder(zoneBins, shelf, position)) {
        add({ code: bin.code, parentCode, name: `${name} ${twoDigits(bin.bin)}`, kind: bin.kind });
      }
    }
    for (const bin of zoneBins.filter((candidate) => candidate.shelf.length > 1)) {
      const name = bin.shelf === "Line" ? `${zone}, lineside` : bin.shelf;
      add({ code: bin.code, parentCode: zoneCode, name, kind: bin.kind });
    }
  }
  return places;
}

function inWalkingOrder(bins: readonly UnplacedBin[], shelf: string, aisle: number): UnplacedBin[] {
  const ascending = bins
    .filter((bin) => bin.shelf === shelf)
    .sort((left, right) => (left.bin ?? 0) - (right.bin ?? 0));
  return aisle % 2 === 0 ? ascending : ascending.reverse();
}

function twoDigits(bin: number | null): string {
  return String(bin ?? 0).padStart(2, "0");
}
