import { Decimal, fitsDecimals, maxIntegerDigits } from "../../shared/exact-decimal.ts";
import { factorOf } from "../../shared/factor-of.ts";
import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import type {
  AskedObservation,
  CountedItem,
  LineName,
  ObservationFacts,
} from "./asked-observation.ts";
import {
  contentRejections,
  reject,
  type ContentRejectionReason,
  type ObservationRejectionReason,
} from "./observation-rejections.ts";
import { observationKey } from "./observation.ts";

const longestText = 200;
const longestNote = 2_000;
const tooLarge = new Decimal(10).pow(maxIntegerDigits);

type No = Rejection<ObservationRejectionReason> | null;
type ContentNo = Rejection<ContentRejectionReason> | null;
const no = rejectionsOf<ContentRejectionReason>(contentRejections);

/** The first reason against an entry, in the order of the reasons. Its line, where it names one, is given. */
export function rejectObservation(
  asked: AskedObservation,
  line: LineName | null,
  facts: ObservationFacts,
): No {
  return rejectEnvelope(asked, facts) ?? rejectVoid(asked) ?? rejectContent(asked, line, facts);
}

/** What it says was seen, whoever says so and whenever: also asked of what a supervisor matches. */
export function rejectContent(
  asked: AskedObservation,
  line: LineName | null,
  facts: ObservationFacts,
): ContentNo {
  const item = line ? facts.items.get(line.itemId) : undefined;
  return (
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
  if (asked.paper?.wrong) return reject(asked.paper.wrong);
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
): ContentNo {
  if (mode === "VOID") return null;
  if (lineId !== undefined) return lineId !== null && lines.has(lineId) ? null : no("LINE_UNKNOWN");
  if (itemId === undefined && rawScan === null) return no("TARGET_MISSING");
  if (itemId !== undefined && !item && line) return no("ITEM_UNKNOWN");
  if (itemId === null) return no("ITEM_UNKNOWN");
  if (item && options["504"] && !item.isAssignedHere) return no("ITEM_NOT_ASSIGNED");
  const place = locationId == null ? undefined : locations.get(locationId);
  if (!place) return no("LOCATION_UNKNOWN");
  return place.isActive ? null : no("LOCATION_INACTIVE", place.code);
}

function rejectMarker({ mode, reason, quantity, serials }: AskedObservation): ContentNo {
  if (mode !== "SKIP" && mode !== "NOT_ACCESSIBLE") return null;
  if (reason === null) return no("REASON_MISSING");
  return quantity !== null || serials.length > 0 ? no("QUANTITY_UNEXPECTED") : null;
}

const isCount = ({ mode }: AskedObservation) =>
  mode === "ADD" || mode === "REPLACE" || mode === "VERIFY";

function rejectLot(line: LineName | null, item: CountedItem | undefined): ContentNo {
  if (!line || !item) return null;
  if (item.tracking === "LOT") return line.lotCode === null ? no("LOT_MISSING") : null;
  return line.lotCode === null ? null : no("LOT_UNEXPECTED");
}

function rejectSerials(asked: AskedObservation, item: CountedItem | undefined): ContentNo {
  const { serials, quantity } = asked;
  if (!item || !isCount(asked)) return null;
  if (!isCountedByPiece(item)) return serials.length > 0 ? no("SERIALS_UNEXPECTED") : null;
  if (serials.length === 0 && !quantity?.isZero()) return no("SERIALS_MISSING");
  const different = new Set(serials).size;
  const isWhole = different === serials.length && (quantity === null || quantity.eq(different));
  return isWhole ? null : no("SERIALS_NOT_QUANTITY");
}

function rejectQuantity(
  asked: AskedObservation,
  item: CountedItem | undefined,
  { options }: ObservationFacts,
): ContentNo {
  const { quantity, serials, unitCode } = asked;
  if (!isCount(asked)) return null;
  // A scan that means nothing may stand for itself: whoever matches it says how many.
  const needsNumber = serials.length === 0 && item !== undefined;
  if (quantity === null) return needsNumber ? no("QUANTITY_MISSING") : null;
  if (quantity.isNegative() && !quantity.isZero()) return no("QUANTITY_NEGATIVE");
  if (quantity.isZero() && !options["325"]) return no("ZERO_NOT_ALLOWED");
  if (!item) return null;
  const factor = factorOf(unitCode, item);
  if (!factor) return no("UNIT_UNKNOWN", unitCode ?? undefined);
  if (!options["174"] && !factor.eq(1)) return no("UNITS_NOT_SPLIT");
  const own = quantity.times(factor);
  if (!fitsDecimals(own, item.decimals)) return no("QUANTITY_TOO_PRECISE");
  return own.gte(tooLarge) ? no("QUANTITY_TOO_LARGE") : null;
}

export function isCountedByPiece({ tracking }: Pick<CountedItem, "tracking">): boolean {
  return tracking === "SERIAL" || tracking === "RFID";
}
