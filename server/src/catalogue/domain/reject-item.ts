import { hasWrongCheckDigit } from "./gtin.ts";
import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";

export const itemRejections = {
  SKU_MISSING: "An item needs an ID.",
  DESCRIPTION_MISSING: "An item needs a description.",
  UNIT_UNKNOWN: "There is no such unit.",
  COST_NEGATIVE: "A cost is zero or more; leave it out where nobody knows it.",
  PACK_FACTOR_NOT_POSITIVE: "A pack holds more than nothing.",
  PACK_UNIT_UNKNOWN: "There is no such unit for a pack.",
  BARCODE_CHECK_DIGIT_WRONG: "The last digit of this GTIN does not fit the others.",
  BARCODE_PACK_UNKNOWN: "A barcode means a pack that the item does not have.",
  SKU_TAKEN: "Another item has this ID.",
  BARCODE_TAKEN: "This barcode is already in use.",
  TRACKING_FIXED_BY_STOCK: "Stock has moved: how the item is told apart stays as it is.",
  UNIT_FIXED_BY_STOCK: "Stock has moved: the item's unit stays as it is.",
} as const;
export type ItemRejectionReason = keyof typeof itemRejections;
const reject = rejectionsOf<ItemRejectionReason>(itemRejections);

/** As much of an exact decimal as the decision needs. */
export interface Amount {
  isNegative(): boolean;
  isZero(): boolean;
}

export interface ProposedItem {
  sku: string;
  description: string;
  unitCode: string;
  tracking: string;
  unitCost: Amount | null;
  packs: readonly { unitCode: string; factor: Amount }[];
  barcodes: readonly { code: string; packUnitCode: string | null }[];
}

export interface ItemFacts {
  knownUnits: ReadonlySet<string>;
  skuIsTaken: boolean;
  /** Codes that mean another item. */
  takenBarcodes: ReadonlySet<string>;
  /** Null for a new item. */
  before: { tracking: string; unitCode: string } | null;
  hasMoved: boolean;
}

export function rejectItem(
  item: ProposedItem,
  facts: ItemFacts,
): Rejection<ItemRejectionReason> | null {
  const emptyPack = item.packs.find(({ factor }) => factor.isNegative() || factor.isZero());
  const unknownPack = item.packs.find(({ unitCode }) => !facts.knownUnits.has(unitCode));
  const mistyped = item.barcodes.find(({ code }) => hasWrongCheckDigit(code));
  const packless = item.barcodes.find(({ packUnitCode }) => !hasPack(item, packUnitCode));
  const taken = item.barcodes.find(({ code }, at) => isTaken(item, facts, code, at));
  const fixed = facts.hasMoved ? facts.before : null;

  if (item.sku === "") return reject("SKU_MISSING");
  if (item.description === "") return reject("DESCRIPTION_MISSING");
  if (!facts.knownUnits.has(item.unitCode)) return reject("UNIT_UNKNOWN", item.unitCode);
  if (item.unitCost?.isNegative()) return reject("COST_NEGATIVE");
  if (emptyPack) return reject("PACK_FACTOR_NOT_POSITIVE", emptyPack.unitCode);
  if (unknownPack) return reject("PACK_UNIT_UNKNOWN", unknownPack.unitCode);
  if (mistyped) return reject("BARCODE_CHECK_DIGIT_WRONG", mistyped.code);
  if (packless) return reject("BARCODE_PACK_UNKNOWN", packless.code);
  if (facts.skuIsTaken) return reject("SKU_TAKEN", item.sku);
  if (taken) return reject("BARCODE_TAKEN", taken.code);
  if (fixed && fixed.tracking !== item.tracking) return reject("TRACKING_FIXED_BY_STOCK");
  if (fixed && fixed.unitCode !== item.unitCode) return reject("UNIT_FIXED_BY_STOCK");
  return null;
}

function hasPack({ packs }: ProposedItem, unitCode: string | null): boolean {
  return unitCode === null || packs.some((pack) => pack.unitCode === unitCode);
}

/** A code written twice on one item is in use as much as one of another item. */
function isTaken({ barcodes }: ProposedItem, facts: ItemFacts, code: string, at: number): boolean {
  return facts.takenBarcodes.has(code) || barcodes.findIndex((one) => one.code === code) < at;
}
