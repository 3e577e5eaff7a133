import { Decimal, fitsDecimals, maxIntegerDigits } from "../../shared/exact-decimal.ts";
import type {
  AskedObservation,
  CountedItem,
  LineName,
  ObservationFacts,
} from "./asked-observation.ts";
import { reject } from "./observation-rejections.ts";
import { observationKey } from "./observation.ts";

const longestText = 200;
const longestNote = 2_000;
const tooLarge = new Decimal(10).pow(maxIntegerDigits);

type No = ReturnType<typeof reject> | null;

/** The first reason against an entry, in the order of the reasons. Its line, where it names one, is given. */
export function rejectObservation(
  asked: AskedObservation,
  line: LineName | null,
  facts: ObservationFacts,
): No {
  const item = line ? facts.items.get(line.itemId) : undefined;
  return (
    rejectEnvelope(asked, facts) ??
    rejectVoid(asked) ??
    rejectTarget(asked, line, item, facts) ??
    rejectMarker(asked) ??
    rejectLot(line, item) ??
    rejectSerials(asked, item) ??
    rejectQuantity(asked, item, facts)
  );
}

function rejectEnvelope(asked: AskedObservation, { recorded, session }: ObservationFacts): No {
  const { externalId, serials, lotCode, rawScan, reason, note, deviceId } = asked;
  const texts = [externalId, lotCode, rawScan, reason, deviceId, ...serials];
  const isTooLong = texts.some((text) => (text?.length ?? 0) > longestText);
  if (externalId === "") return reject("EXTERNAL_ID_MISSING");
  if (recorded.has(observationKey(asked))) return reject("EXTERNAL_ID_REUSED");
  if (isTooLong || (note?.length ?? 0) > longestNote) return reject("TEXT_TOO_LONG");
  if (session.status === "DRAFT" || session.status === "CANCELLED")
    return reject("SESSION_NOT_OPEN");
  return null;
}

function rejectVoid({ mode, voids, actorId, isSupervisor }: AskedObservation): No {
  if (mode !== "VOID") return null;
  if (!voids) return reject("VOID_TARGET_MISSING");
  return voids.actorId === actorId || isSupervisor ? null : reject("VOID_OF_ANOTHER");
}

function rejectTarget(
  { lineId, itemId, locationId, rawScan, mode }: AskedObservation,
  line: LineName | null,
  item: CountedItem | undefined,
  { options, locations, lines }: ObservationFacts,
): No {
  if (mode === "VOID") return null;
  if (lineId !== undefined)
    return lineId !== null && lines.has(lineId) ? null : reject("LINE_UNKNOWN");
  if (itemId === undefined && rawScan === null) return reject("TARGET_MISSING");
  if (itemId !== undefined && !item && line) return reject("ITEM_UNKNOWN");
  if (itemId === null) return reject("ITEM_UNKNOWN");
  if (item && options["504"] && !item.isAssignedHere) return reject("ITEM_NOT_ASSIGNED");
  const place = locationId == null ? undefined : locations.get(locationId);
  if (!place) return reject("LOCATION_UNKNOWN");
  return place.isActive ? null : reject("LOCATION_INACTIVE", place.code);
}

function rejectMarker({ mode, reason, quantity, serials }: AskedObservation): No {
  if (mode !== "SKIP" && mode !== "NOT_ACCESSIBLE") return null;
  if (reason === null) return reject("REASON_MISSING");
  return quantity !== null || serials.length > 0 ? reject("QUANTITY_UNEXPECTED") : null;
}

const isCount = ({ mode }: AskedObservation) =>
  mode === "ADD" || mode === "REPLACE" || mode === "VERIFY";

function rejectLot(line: LineName | null, item: CountedItem | undefined): No {
  if (!line || !item) return null;
  if (item.tracking === "LOT") return line.lotCode === null ? reject("LOT_MISSING") : null;
  return line.lotCode === null ? null : reject("LOT_UNEXPECTED");
}

function rejectSerials(asked: AskedObservation, item: CountedItem | undefined): No {
  const { serials, quantity } = asked;
  if (!item || !isCount(asked)) return null;
  if (!isCountedByPiece(item)) return serials.length > 0 ? reject("SERIALS_UNEXPECTED") : null;
  if (serials.length === 0 && !quantity?.isZero()) return reject("SERIALS_MISSING");
  const different = new Set(serials).size;
  const isWhole = different === serials.length && (quantity === null || quantity.eq(different));
  return isWhole ? null : reject("SERIALS_NOT_QUANTITY");
}

function rejectQuantity(
  asked: AskedObservation,
  item: CountedItem | undefined,
  { options }: ObservationFacts,
): No {
  const { quantity, serials, unitCode } = asked;
  if (!isCount(asked)) return null;
  // A scan that means nothing may stand for itself: whoever matches it says how many.
  const needsNumber = serials.length === 0 && item !== undefined;
  if (quantity === null) return needsNumber ? reject("QUANTITY_MISSING") : null;
  if (quantity.isNegative() && !quantity.isZero()) return reject("QUANTITY_NEGATIVE");
  if (quantity.isZero() && !options["325"]) return reject("ZERO_NOT_ALLOWED");
  if (!item) return null;
  const factor = factorOf(unitCode, item);
  if (!factor) return reject("UNIT_UNKNOWN", unitCode ?? undefined);
  if (!options["174"] && !factor.eq(1)) return reject("UNITS_NOT_SPLIT");
  const own = quantity.times(factor);
  if (!fitsDecimals(own, item.decimals)) return reject("QUANTITY_TOO_PRECISE");
  return own.gte(tooLarge) ? reject("QUANTITY_TOO_LARGE") : null;
}

/** How many of the item's own unit the typed unit holds; undefined where it means nothing for the item. */
export function factorOf(unitCode: string | null, item: CountedItem): Decimal | undefined {
  if (unitCode === null || unitCode === item.unitCode) return new Decimal(1);
  return item.packFactors.get(unitCode);
}

export function isCountedByPiece({ tracking }: Pick<CountedItem, "tracking">): boolean {
  return tracking === "SERIAL" || tracking === "RFID";
}
