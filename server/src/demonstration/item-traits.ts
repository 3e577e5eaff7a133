import type { CatalogueItem } from "./demonstration-catalogue.ts";

export type Tracking = "BULK" | "LOT" | "SERIAL" | "RFID";

export interface PlannedPack {
  unitCode: string;
  factor: string;
}

export interface ItemTraits {
  tracking: Tracking;
  shelfLifeDays: number | null;
  packs: PlannedPack[];
  /** How lots and serials of it begin. */
  identityPrefix: string;
  revision: string | null;
}

interface TraitRule {
  applies: (item: CatalogueItem) => boolean;
  traits: Partial<ItemTraits>;
}

const category = (start: string) => (item: CatalogueItem) => item.category.startsWith(start);
const described = (pattern: RegExp) => (item: CatalogueItem) => pattern.test(item.description);

const pack = (unitCode: string, factor: number): PlannedPack => ({
  unitCode,
  factor: String(factor),
});

/** Later rules win over earlier ones, field by field. */
const rules: TraitRule[] = [
  { applies: described(/Nut|Washer|Bolt|Nipple/u), traits: { packs: [pack("BOX", 100)] } },
  { applies: described(/Bearing|Pulley|Race|Spokes/u), traits: { packs: [pack("BAG", 25)] } },
  { applies: category("Components / Pedals"), traits: { packs: [pack("CASE", 12)] } },
  { applies: category("Components / Saddles"), traits: { packs: [pack("CASE", 12)] } },
  { applies: category("Components / Chains"), traits: { packs: [pack("CARTON", 25)] } },
  { applies: category("Clothing"), traits: { packs: [pack("CASE", 12)] } },
  {
    applies: category("Clothing / Socks"),
    traits: { packs: [pack("CARTON", 24), pack("PALLET", 480)] },
  },
  { applies: category("Accessories"), traits: { packs: [pack("CASE", 12)] } },
  { applies: category("Accessories / Tires"), traits: { packs: [pack("CARTON", 24)] } },
  {
    applies: described(/Tire Tube$/u),
    traits: { packs: [pack("CARTON", 24), pack("PALLET", 960)] },
  },
  {
    applies: (item) => /Tire$/u.test(item.description),
    traits: { tracking: "LOT", shelfLifeDays: 1825, identityPrefix: "T" },
  },
  { applies: described(/Patch Kit/u), traits: { tracking: "LOT", shelfLifeDays: 1095 } },
  {
    applies: described(/^Decal/u),
    traits: {
      tracking: "LOT",
      shelfLifeDays: 730,
      identityPrefix: "D",
      packs: [pack("CARTON", 250)],
    },
  },
  {
    applies: described(/^Paint - /u),
    traits: { tracking: "LOT", shelfLifeDays: 540, packs: [pack("CAN", 5)] },
  },
  { applies: described(/^Bike Wash/u), traits: { tracking: "LOT", shelfLifeDays: 730 } },
  {
    applies: described(/^(Mountain-100|Road-150|Touring-1000)/u),
    traits: { tracking: "SERIAL", identityPrefix: "AW" },
  },
  {
    applies: described(/^Short-Sleeve|Vest|Helmet/u),
    traits: { tracking: "RFID", identityPrefix: "RF" },
  },
  { applies: described(/^(Fork Crown|Steerer|Stem)$/u), traits: { revision: "C" } },
  { applies: described(/^(Blade|Chain Stays|Seat Stays)$/u), traits: { revision: "B" } },
  { applies: described(/^HL (Crankset|Fork)/u), traits: { revision: "02" } },
];

export function itemTraits(item: CatalogueItem): ItemTraits {
  const traits: ItemTraits = {
    tracking: "BULK",
    shelfLifeDays: null,
    packs: [],
    identityPrefix: item.sku.startsWith("EL") ? "FI" : "L",
    revision: null,
  };
  for (const rule of rules) {
    if (rule.applies(item)) Object.assign(traits, rule.traits);
  }
  if (item.tracking) traits.tracking = item.tracking as Tracking;
  if (item.shelfLifeDays !== null) traits.shelfLifeDays = item.shelfLifeDays;
  if (item.tracking) traits.packs = item.pack ? [item.pack] : [];
  return traits;
}
