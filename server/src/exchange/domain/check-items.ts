import { eachRow, type InPieces } from "./in-pieces.ts";
import { textOf, type MappedRow } from "./mapped-row.ts";
import { isNumber, parseQuantity } from "./parse-quantity.ts";
import { RowErrors, type RowError, type RowFigures } from "./row-errors.ts";
import { checkLengths } from "./stock-row.ts";
import type { DecimalSign } from "./table-layout.ts";

export interface ExistingItem {
  id: number;
  tracking: string;
  unitCode: string;
  hasMoved: boolean;
}

export interface ItemFacts {
  decimalSign: DecimalSign;
  items: ReadonlyMap<string, ExistingItem>;
  units: ReadonlySet<string>;
  /** By code, the id of the item that has it. */
  barcodes: ReadonlyMap<string, number>;
  hasWrongCheckDigit: (code: string) => boolean;
}

/** What is null was not given: an item that is known keeps what it has. */
export interface ItemToImport {
  row: number;
  id: number | null;
  sku: string;
  description: string;
  unitCode: string | null;
  category: string | null;
  unitCost: string | null;
  supplier: string | null;
  tracking: string | null;
  barcode: string | null;
}

export interface CheckedItems extends RowFigures {
  plan: ItemToImport[];
  errors: RowError[];
}

const trackings = ["BULK", "LOT", "SERIAL", "RFID"];

/** Judges every row of a file of items: new ones are made, known ones take what the file says. */
export function* checkItems(rows: readonly MappedRow[], facts: ItemFacts): InPieces<CheckedItems> {
  const errors = new RowErrors();
  const seen = new Map<string, number>();
  const codes = new Map<string, number>();
  const plan: ItemToImport[] = [];
  yield* eachRow(rows, (row) => {
    checkLengths(row, errors);
    const item = itemToImport(row, facts, errors);
    checkRepeated(row, item, { seen, codes }, errors);
    if (!errors.has(row)) plan.push(item);
  });
  return {
    plan,
    errors: errors.inOrder(),
    rowsReady: plan.length,
    rowsBlank: 0,
    rowsWrong: errors.rowCount,
  };
}

const orNull = (text: string) => (text === "" ? null : text);

function itemToImport(row: MappedRow, facts: ItemFacts, errors: RowErrors): ItemToImport {
  const sku = textOf(row, "ITEM");
  const description = textOf(row, "DESCRIPTION");
  const known = facts.items.get(sku);
  if (sku === "") errors.add(row, "ITEM", "MISSING", "An item needs an id.");
  if (description === "") errors.add(row, "DESCRIPTION", "MISSING", "An item needs a description.");
  return {
    ...{ row: row.number, id: known?.id ?? null, sku, description },
    unitCode: unitOf(row, known, facts, errors),
    category: orNull(textOf(row, "CATEGORY")),
    unitCost: costOf(row, facts, errors),
    supplier: orNull(textOf(row, "SUPPLIER")),
    tracking: trackingOf(row, known, errors),
    barcode: barcodeOf(row, known, facts, errors),
  };
}

function unitOf(
  row: MappedRow,
  known: ExistingItem | undefined,
  { units }: ItemFacts,
  errors: RowErrors,
): string | null {
  const text = textOf(row, "UNIT");
  if (text === "") return null;
  const unit = units.has(text) ? text : text.toUpperCase();
  if (!units.has(unit))
    return errors.add(row, "UNIT", "UNIT_UNKNOWN", "The catalogue has no such unit: add it first.");
  if (known?.hasMoved && known.unitCode !== unit)
    return errors.add(
      row,
      "UNIT",
      "FIXED_BY_STOCK",
      `Stock has moved in ${known.unitCode}: leave the unit as it is.`,
      known.unitCode,
    );
  return unit;
}

function costOf(row: MappedRow, { decimalSign }: ItemFacts, errors: RowErrors): string | null {
  const text = textOf(row, "UNIT_COST");
  if (text === "") return null;
  const cost = parseQuantity(text, decimalSign);
  if (!isNumber(cost))
    return errors.add(row, "UNIT_COST", "NOT_A_NUMBER", `${cost.problem}: write the amount alone.`);
  if (cost.isNegative() && !cost.isZero())
    return errors.add(row, "UNIT_COST", "QUANTITY_NEGATIVE", "A cost is 0 or more.");
  return cost.toFixed();
}

function trackingOf(
  row: MappedRow,
  known: ExistingItem | undefined,
  errors: RowErrors,
): string | null {
  const text = textOf(row, "TRACKING").toUpperCase();
  if (text === "") return null;
  if (!trackings.includes(text))
    return errors.add(row, "TRACKING", "WORD_UNKNOWN", "Write BULK, LOT, SERIAL or RFID.");
  if (known?.hasMoved && known.tracking !== text)
    return errors.add(
      row,
      "TRACKING",
      "FIXED_BY_STOCK",
      `Stock has moved as ${known.tracking}: leave it as it is.`,
      known.tracking,
    );
  return text;
}

function barcodeOf(
  row: MappedRow,
  known: ExistingItem | undefined,
  facts: ItemFacts,
  errors: RowErrors,
): string | null {
  const code = textOf(row, "BARCODE");
  if (code === "") return null;
  if (facts.hasWrongCheckDigit(code))
    return errors.add(row, "BARCODE", "BARCODE", "The last digit does not fit the others.");
  const owner = facts.barcodes.get(code);
  if (owner !== undefined && owner !== known?.id)
    return errors.add(row, "BARCODE", "BARCODE", "Another item has this barcode.");
  return code;
}

function checkRepeated(
  row: MappedRow,
  { sku, barcode }: ItemToImport,
  { seen, codes }: { seen: Map<string, number>; codes: Map<string, number> },
  errors: RowErrors,
): void {
  const before = seen.get(sku);
  if (sku !== "" && before !== undefined)
    errors.add(row, "ITEM", "DUPLICATE", `The item stands in row ${before} already: keep one.`);
  else seen.set(sku, row.number);
  if (barcode === null) return;
  const other = codes.get(barcode);
  if (other !== undefined)
    errors.add(row, "BARCODE", "DUPLICATE", `The barcode stands in row ${other} already.`);
  else codes.set(barcode, row.number);
}
