import { fitsDecimals, type Decimal } from "../../shared/exact-decimal.ts";
import { placeKey, type KnownItem, type KnownPlace, type StockFacts } from "./count-facts.ts";
import type { ImportFieldKey } from "./import-kind.ts";
import { textOf, type MappedRow } from "./mapped-row.ts";
import { isNumber, parseQuantity } from "./parse-quantity.ts";
import { parseInstant } from "./parse-instant.ts";
import type { RowErrors } from "./row-errors.ts";

const longestText = 200;

/** No cell that is stored is longer than what the rest of the product takes. */
export function checkLengths(row: MappedRow, errors: RowErrors): void {
  for (const [field, value] of Object.entries(row.values) as [ImportFieldKey, string][])
    if (value.length > longestText)
      errors.add(row, field, "TEXT_TOO_LONG", `Shorten it to ${longestText} characters.`);
}

export function itemOf(row: MappedRow, facts: StockFacts, errors: RowErrors): KnownItem | null {
  const sku = textOf(row, "ITEM");
  if (sku === "") return errors.add(row, "ITEM", "MISSING", "Say which item it is.");
  const item = facts.items.get(sku);
  if (item?.isActive) return item;
  if (item)
    return errors.add(
      row,
      "ITEM",
      "ITEM_NOT_USABLE",
      "The item is out of use: take it back first.",
    );
  const similar = facts.similarItems.get(sku) ?? null;
  const message = similar
    ? `No such item. Is it ${similar}?`
    : "No such item: mend the id, or import the item first.";
  return errors.add(row, "ITEM", "ITEM_UNKNOWN", message, similar);
}

export function placeOf(
  row: MappedRow,
  field: "LOCATION" | "TO_LOCATION",
  facts: StockFacts,
  errors: RowErrors,
): KnownPlace | null {
  const code = textOf(row, field);
  if (code === "") return errors.add(row, field, "MISSING", "Say which location it is.");
  const place = facts.places.get(code);
  if (!place)
    return errors.add(
      row,
      field,
      "LOCATION_UNKNOWN",
      "No such location in this warehouse: mend the code, or import the location first.",
    );
  if (place.isActive) return place;
  return errors.add(row, field, "LOCATION_NOT_USABLE", "The location is out of use.");
}

/** Undefined where nothing stands, which is not 0; null where what stands is wrong. */
export function quantityOf(
  row: MappedRow,
  item: KnownItem | null,
  { decimalSign }: StockFacts,
  errors: RowErrors,
): Decimal | null | undefined {
  const text = textOf(row, "UNITS");
  if (text === "") return undefined;
  const parsed = parseQuantity(text, decimalSign);
  if (!isNumber(parsed))
    return errors.add(row, "UNITS", "NOT_A_NUMBER", `${parsed.problem}: write the number alone.`);
  if (parsed.isNegative() && !parsed.isZero())
    return errors.add(row, "UNITS", "QUANTITY_NEGATIVE", "A quantity is 0 or more.");
  if (item && !fitsDecimals(parsed, item.decimals))
    return errors.add(
      row,
      "UNITS",
      "QUANTITY_TOO_PRECISE",
      item.decimals === 0
        ? `${item.unitCode} is not split: give a whole number.`
        : `${item.unitCode} has ${item.decimals} decimals at most.`,
    );
  return parsed;
}

/** The lot that is meant: the one that lies there, where there is only one and none is named. */
export function lotOf(
  row: MappedRow,
  item: KnownItem,
  locationId: number,
  facts: StockFacts,
  errors: RowErrors,
): { lotCode: string | null } | null {
  const named = textOf(row, "LOT");
  if (item.tracking !== "LOT")
    return named === ""
      ? { lotCode: null }
      : errors.add(row, "LOT", "LOT", "This item is not kept by lot: leave the lot blank.");
  if (named !== "") return { lotCode: named };
  const [only, ...more] = facts.lotsOnHand.get(placeKey(item.id, locationId)) ?? [];
  if (only && more.length === 0) return { lotCode: only };
  return errors.add(row, "LOT", "LOT", "This item is kept by lot: say which lot it is.");
}

export function instantOf(
  row: MappedRow,
  field: "COUNTED_AT" | "MOVED_AT",
  { now, timeZone }: StockFacts,
  errors: RowErrors,
): Date | null {
  const text = textOf(row, field);
  if (text === "") return now;
  const instant = parseInstant(text, timeZone);
  if (!instant)
    return errors.add(row, field, "NOT_AN_INSTANT", "Write it as 2026-11-21 14:30 or 2026-11-21.");
  if (instant.valueOf() <= now.valueOf()) return instant;
  return errors.add(row, field, "NOT_AN_INSTANT", "This is still to come.");
}

export const isByPiece = ({ tracking }: KnownItem) => tracking === "SERIAL" || tracking === "RFID";
