import { factorOf } from "../../shared/factor-of.ts";
import { Decimal, fitsDecimals, maxIntegerDigits } from "../../shared/exact-decimal.ts";
import { legsOf } from "./legs-of.ts";
import type { RunningStock } from "./running-stock.ts";
import type { MovedItem, MovedLocation, StockMoveFacts } from "./stock-move-facts.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { reject, type StockMoveRejectionReason } from "./stock-move-rejections.ts";
import { lotKey, quantKey, type AskedMove } from "./stock-move.ts";

const longestText = 200;
/** Clocks differ; a move is not from the future because its sender's runs ahead a little. */
const clockTolerance = 5 * 60_000;
const tooLarge = new Decimal(10).pow(maxIntegerDigits);

/** With what is in the way, where something of ours is. */
export interface MoveRejection extends Rejection<StockMoveRejectionReason> {
  closeOffId?: number | null;
  holdId?: number;
}

type No = MoveRejection | null;

export interface BatchSoFar {
  seenIds: ReadonlySet<string>;
  stock: RunningStock;
}

/** The first reason against a move, in the order of the reasons; null where nothing speaks against it. */
export function rejectStockMove(move: AskedMove, facts: StockMoveFacts, batch: BatchSoFar): No {
  const item = move.itemId === null ? undefined : facts.items.get(move.itemId);
  return (
    rejectId(move, facts, batch) ??
    rejectPlaces(move, item, facts) ??
    rejectQuantity(move, item) ??
    rejectLot(move, item, batch.stock) ??
    rejectSerials(move, item, batch.stock) ??
    rejectTime(move, facts) ??
    rejectStock(move, item, facts, batch.stock)
  );
}

function rejectId(move: AskedMove, { recorded }: StockMoveFacts, { seenIds }: BatchSoFar): No {
  const { externalId, lotCode, reference, reasonCode, serials } = move;
  const texts = [externalId, lotCode ?? "", reference ?? "", reasonCode ?? "", ...serials];
  if (externalId === "") return reject("EXTERNAL_ID_MISSING");
  if (seenIds.has(externalId)) return reject("EXTERNAL_ID_REPEATED");
  if (recorded.has(externalId)) return reject("EXTERNAL_ID_REUSED");
  if (texts.some((text) => text.length > longestText)) return reject("TEXT_TOO_LONG");
  return null;
}

function rejectPlaces(move: AskedMove, item: MovedItem | undefined, facts: StockMoveFacts): No {
  const { locations, overridesCloseOff } = facts;
  const named = [move.locationId, move.toLocationId].filter((id) => id !== undefined);
  const places = named.map((id) => (id === null ? undefined : locations.get(id)));
  const known = places.filter((place): place is MovedLocation => place !== undefined);
  const unused = known.find((place) => !place.isActive);
  const closed = known.find(
    (place) => place.isClosedOff || (place.deniedByCloseOffId !== null && !overridesCloseOff),
  );
  if (!item) return reject("ITEM_UNKNOWN");
  if (known.length < places.length) return reject("LOCATION_UNKNOWN");
  if (unused) return reject("LOCATION_INACTIVE", unused.code);
  if (closed)
    return {
      ...reject("LOCATION_CLOSED_OFF", closed.code),
      closeOffId: closed.deniedByCloseOffId,
    };
  return rejectHeld(move, known, facts) ?? rejectDestination(move);
}

function rejectHeld(
  { itemId, lotCode }: AskedMove,
  places: readonly MovedLocation[],
  { holds }: StockMoveFacts,
): No {
  const ownLot = itemId !== null && lotCode !== null ? lotKey(itemId, lotCode) : null;
  const hold = holds.find(
    (held) =>
      (held.itemId === null || held.itemId === itemId) &&
      (held.lotKey === null || held.lotKey === ownLot) &&
      (held.locationId === null ||
        places.some(({ placeIds }) => placeIds.includes(held.locationId as number))),
  );
  return hold ? { ...reject("ON_HOLD"), holdId: hold.id } : null;
}

function rejectDestination({ kind, locationId, toLocationId, status, toStatus }: AskedMove): No {
  if (kind !== "MOVE")
    return toLocationId === undefined && toStatus === null
      ? null
      : reject("DESTINATION_UNEXPECTED");
  if (toLocationId === undefined) return reject("DESTINATION_MISSING");
  const stays = toLocationId === locationId && (toStatus ?? status) === status;
  return stays ? reject("DESTINATION_SAME") : null;
}

function rejectQuantity(move: AskedMove, item: MovedItem | undefined): No {
  const factor = item && factorOf(move.unitCode, item);
  if (!move.quantity.gt(0)) return reject("QUANTITY_NOT_POSITIVE");
  if (!item || !factor) return reject("UNIT_UNKNOWN", move.unitCode ?? undefined);
  const quantity = move.quantity.times(factor);
  if (!fitsDecimals(quantity, item.decimals)) return reject("QUANTITY_TOO_PRECISE");
  if (quantity.gte(tooLarge)) return reject("QUANTITY_TOO_LARGE");
  return null;
}

function rejectLot(move: AskedMove, item: MovedItem | undefined, stock: RunningStock): No {
  const { itemId, lotCode, lotExpiresOn } = move;
  const isNamed = lotCode !== null || lotExpiresOn !== null;
  if (item?.tracking !== "LOT") return isNamed ? reject("LOT_UNEXPECTED") : null;
  if (lotCode === null || itemId === null) return reject("LOT_MISSING");
  const known = stock.lastDayOf(itemId, lotCode);
  if (known === undefined || lotExpiresOn === null || known === lotExpiresOn) return null;
  return reject("LOT_EXPIRY_DIFFERS", lotCode);
}

function rejectSerials(move: AskedMove, item: MovedItem | undefined, stock: RunningStock): No {
  const { itemId, locationId, serials, lotCode, status } = move;
  if (!item || itemId === null || locationId === null) return null;
  if (item.tracking !== "SERIAL" && item.tracking !== "RFID")
    return serials.length > 0 ? reject("SERIALS_UNEXPECTED") : null;
  if (serials.length === 0) return reject("SERIALS_MISSING");
  const different = new Set(serials).size;
  const isWhole =
    different === serials.length &&
    move.quantity.times(factorOf(move.unitCode, item) ?? 0).eq(different);
  if (!isWhole) return reject("SERIALS_NOT_QUANTITY");
  const here = quantKey({ itemId, locationId, lotCode, status });
  const standing = (serial: string) => stock.placeOfSerial(itemId, serial);
  if (move.kind === "RECEIPT") {
    const present = serials.find((serial) => standing(serial) !== undefined);
    return present === undefined ? null : reject("SERIAL_ALREADY_HERE", present);
  }
  const absent = serials.find((serial) => standing(serial) !== here);
  return absent === undefined ? null : reject("SERIAL_NOT_HERE", absent);
}

function rejectTime({ effectiveAt }: AskedMove, { now }: StockMoveFacts): No {
  const isAhead = effectiveAt.valueOf() > now.valueOf() + clockTolerance;
  return isAhead ? reject("EFFECTIVE_IN_THE_FUTURE") : null;
}

/** Says that there is less, never how much there is: that is for those who may see it. */
function rejectStock(
  move: AskedMove,
  item: MovedItem | undefined,
  { allowsNegativeStock }: StockMoveFacts,
  stock: RunningStock,
): No {
  for (const leg of legsOf(move, item)) {
    const after = stock.onHand(leg).plus(leg.quantity);
    const leaves = leg.quantity.isNegative();
    if (after.abs().gte(tooLarge)) return reject("QUANTITY_TOO_LARGE");
    if (leaves && after.lt(0) && !allowsNegativeStock) return reject("WOULD_GO_NEGATIVE");
  }
  return null;
}
