import type { CatalogueItem } from "./demonstration-catalogue.ts";
import { gtin13Of, gtin14Of } from "./gtin.ts";
import { itemTraits, type PlannedPack, type Tracking } from "./item-traits.ts";
import type { SeededRandom } from "./seeded-random.ts";

export interface PlannedBarcode {
  code: string;
  kind: "GTIN" | "ALIAS";
  packUnitCode: string | null;
}

export interface PlannedItemSupplier {
  name: string;
  supplierSku: string;
  isPreferred: boolean;
}

export interface PlannedItem {
  sku: string;
  description: string;
  revision: string | null;
  categoryName: string;
  unitCode: string;
  tracking: Tracking;
  unitCost: string | null;
  abcClass: "A" | "B" | "C" | null;
  shelfLifeDays: number | null;
  isActive: boolean;
  identityPrefix: string;
  packs: PlannedPack[];
  barcodes: PlannedBarcode[];
  suppliers: PlannedItemSupplier[];
  warehouseCodes: string[];
}

export interface PlannedUnit {
  code: string;
  name: string;
  decimals: number;
}

export const units: readonly PlannedUnit[] = [
  { code: "EA", name: "each", decimals: 0 },
  { code: "L", name: "litre", decimals: 3 },
  { code: "ML", name: "millilitre", decimals: 0 },
  { code: "KG", name: "kilogram", decimals: 3 },
  { code: "M", name: "metre", decimals: 2 },
  ...[
    "BAG",
    "BOTTLE",
    "BOX",
    "CAN",
    "CARTON",
    "CASE",
    "DRUM",
    "PAIL",
    "PALLET",
    "ROLL",
    "SPOOL",
  ].map((code) => ({ code, name: code.toLowerCase(), decimals: 0 })),
];

/** Frames that are no longer made. */
const discontinuedSkus = new Set(["FR-R92B-58", "FR-R92B-62", "FR-R92R-56", "FR-M94S-52"]);

export function planItems(
  catalogue: readonly CatalogueItem[],
  random: SeededRandom,
): PlannedItem[] {
  const supplierNames = [...new Set(catalogue.flatMap((item) => item.supplier ?? []))];
  return catalogue.map((item, index) => {
    const traits = itemTraits(item);
    const gtin = gtin13Of(index * 7 + 1041);
    return {
      sku: item.sku,
      description: item.description,
      revision: traits.revision,
      categoryName: item.category,
      unitCode: item.unitCode,
      tracking: traits.tracking,
      unitCost: item.unitCost,
      abcClass: null,
      shelfLifeDays: traits.shelfLifeDays,
      isActive: !discontinuedSkus.has(item.sku),
      identityPrefix: traits.identityPrefix,
      packs: traits.packs,
      barcodes: [
        { code: gtin, kind: "GTIN", packUnitCode: null },
        ...traits.packs.map((pack, position) => packBarcode(pack, position, gtin)),
        ...aliasesOf(item, index, random),
      ],
      suppliers: suppliersOf(item, supplierNames, random),
      warehouseCodes: [],
    };
  });
}

function packBarcode(pack: PlannedPack, position: number, gtin: string): PlannedBarcode {
  return { code: gtin14Of(gtin, position + 1), kind: "GTIN", packUnitCode: pack.unitCode };
}

/** Numbers that people still scan: old labels with leading zeros, and makers' own part numbers. */
function aliasesOf(item: CatalogueItem, index: number, random: SeededRandom): PlannedBarcode[] {
  if (!random.chance(0.09)) return [];
  const code = random.chance(0.5)
    ? `00${String(index * 31 + 5003).padStart(6, "0")}`
    : `MFR ${item.sku.replaceAll("-", "")}`;
  return [{ code, kind: "ALIAS", packUnitCode: null }];
}

function suppliersOf(
  item: CatalogueItem,
  names: readonly string[],
  random: SeededRandom,
): PlannedItemSupplier[] {
  if (!item.supplier) return [];
  const second = random.chance(0.18) ? random.pick(names) : item.supplier;
  return [...new Set([item.supplier, second])].map((name, position) => ({
    name,
    supplierSku: `${initialsOf(name)}-${item.sku.replaceAll("-", "")}`,
    isPreferred: position === 0,
  }));
}

function initialsOf(name: string): string {
  const initials = name.split(/[^\p{L}\p{N}]+/u).map((word) => word[0] ?? "");
  return initials.join("").toUpperCase();
}
