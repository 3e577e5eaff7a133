import { mapRows, type InPieces } from "./in-pieces.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { placeKey, serialKeyOf, type KnownItem, type StockFacts } from "./count-facts.ts";
import { parseDay } from "./parse-instant.ts";
import { textOf, type MappedRow } from "./mapped-row.ts";
import { RowErrors, type RowError, type RowFigures } from "./row-errors.ts";
import {
  checkLengths,
  instantOf,
  isByPiece,
  itemOf,
  lotOf,
  placeOf,
  quantityOf,
} from "./stock-row.ts";

/** A move as the ledger is asked for it. */
export interface MoveToImport {
  row: number;
  kind: "RECEIPT" | "ISSUE" | "MOVE";
  itemId: number;
  locationId: number;
  toLocationId: number | null;
  lotCode: string | null;
  lotExpiresOn: string | null;
  quantity: string;
  serials: string[];
  effectiveAt: string;
  reference: string | null;
}

export interface CheckedMoves extends RowFigures {
  plan: MoveToImport[];
  errors: RowError[];
}

export type MovesKind = "OPENING_STOCK" | "MOVES";

const moveKinds = ["RECEIPT", "ISSUE", "MOVE"] as const;

/**
 * Judges every row of a file of moves, or of opening stock, which is received. What only the ledger can
 * tell, such as stock that would go below 0, it is asked with all of them behind this.
 */
export function* checkMoves(
  kind: MovesKind,
  rows: readonly MappedRow[],
  facts: StockFacts,
): InPieces<CheckedMoves> {
  const errors = new RowErrors();
  const seen = new Map<string, number>();
  let rowsBlank = 0;
  const read = yield* mapRows(rows, (row) => {
    checkLengths(row, errors);
    const move = moveToImport(kind, row, facts, errors);
    if (move) checkRepeated(kind, row, move, seen, errors);
    if (errors.has(row)) return null;
    if (!move || move.quantity === "0") rowsBlank += 1;
    return move?.quantity === "0" ? null : move;
  });
  const judged = read.filter((move) => move !== null);
  return {
    plan: judged,
    errors: errors.inOrder(),
    rowsReady: judged.length,
    rowsBlank,
    rowsWrong: errors.rowCount,
  };
}

function moveToImport(
  kind: MovesKind,
  row: MappedRow,
  facts: StockFacts,
  errors: RowErrors,
): MoveToImport | null {
  const isOpening = kind === "OPENING_STOCK";
  const item = itemOf(row, facts, errors);
  const place = placeOf(row, "LOCATION", facts, errors);
  const quantity = quantityOf(row, item, facts, errors);
  const moveKind = isOpening ? "RECEIPT" : moveKindOf(row, errors);
  const toLocationId = moveKind === "MOVE" ? placeOf(row, "TO_LOCATION", facts, errors)?.id : null;
  const effectiveAt = isOpening ? facts.now : instantOf(row, "MOVED_AT", facts, errors);
  const expiry = expiryOf(row, errors);
  if (!isOpening && quantity === undefined)
    errors.add(row, "UNITS", "MISSING", "Say how many have moved.");
  if (isOpening && quantity === undefined) return null;
  if (!item || !place || !moveKind || !effectiveAt || !quantity) return null;
  const lot = lotOf(row, item, place.id, facts, errors);
  const serials = serialsOf(row, item, quantity, errors);
  if (isOpening && facts.lotsOnHand.has(placeKey(item.id, place.id)))
    errors.add(
      row,
      "LOCATION",
      "ALREADY_STOCKED",
      "The item lies here already: opening stock is for places that have none of it.",
    );
  if (!lot || !serials || toLocationId === undefined) return null;
  return {
    ...{ row: row.number, kind: moveKind, itemId: item.id, locationId: place.id, toLocationId },
    ...{ ...lot, ...expiry, quantity: quantity.toFixed(), serials },
    effectiveAt: effectiveAt.toISOString(),
    reference: textOf(row, "REFERENCE") || null,
  };
}

function moveKindOf(row: MappedRow, errors: RowErrors): MoveToImport["kind"] | null {
  const text = textOf(row, "MOVE_KIND").toUpperCase();
  const known = moveKinds.find((each) => each === text);
  return known ?? errors.add(row, "MOVE_KIND", "WORD_UNKNOWN", "Write RECEIPT, ISSUE or MOVE.");
}

function expiryOf(row: MappedRow, errors: RowErrors): { lotExpiresOn: string | null } {
  const text = textOf(row, "EXPIRY");
  const day = parseDay(text);
  if (text !== "" && day === null)
    errors.add(row, "EXPIRY", "NOT_AN_INSTANT", "Write the day as 2026-11-30.");
  return { lotExpiresOn: day };
}

function serialsOf(
  row: MappedRow,
  item: KnownItem,
  quantity: Decimal,
  errors: RowErrors,
): string[] | null {
  const serial = textOf(row, "SERIAL");
  if (!isByPiece(item))
    return serial === ""
      ? []
      : errors.add(row, "SERIAL", "SERIAL", "This item has no serials: leave the serial blank.");
  if (quantity.isZero()) return [];
  if (serial === "")
    return errors.add(row, "SERIAL", "SERIAL", "Give the serial: one row for each piece.");
  if (!quantity.eq(1)) return errors.add(row, "UNITS", "SERIAL", "A serial is one piece: give 1.");
  return [serial];
}

/** Opening stock says once how much lies where; moves may be alike. */
function checkRepeated(
  kind: MovesKind,
  row: MappedRow,
  { itemId, locationId, lotCode, serials }: MoveToImport,
  seen: Map<string, number>,
  errors: RowErrors,
): void {
  if (kind === "MOVES") return;
  const [serial] = serials;
  const key = serial
    ? serialKeyOf(itemId, serial)
    : `${placeKey(itemId, locationId)}:${lotCode ?? ""}`;
  const before = seen.get(key);
  if (before === undefined) {
    seen.set(key, row.number);
    return;
  }
  const what = serial ? "This serial stands in" : "Same item and place as";
  errors.add(row, serial ? "SERIAL" : null, "DUPLICATE", `${what} row ${before}: keep one.`);
}
