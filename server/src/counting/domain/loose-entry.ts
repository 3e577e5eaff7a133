import type { Decimal } from "../../shared/exact-decimal.ts";
import type { AskedObservation, LineName } from "./asked-observation.ts";
import type { ClaimedTime } from "./counted-at.ts";
import type { ObservationMode } from "./words.ts";

/**
 * An entry that stands on no line: nobody knew what was seen, or it came after the count was handed in.
 * Kept until somebody says that it counts, and as what, or lets it go.
 */
export interface LooseEntry {
  id: number;
  sessionId: number;
  externalId: string;
  recordedBy: string;
  mode: ObservationMode;
  outcome: "RECORDED" | "UNMATCHED" | "QUARANTINED";
  generation: number;
  /** What was seen and where, as far as that was told. */
  itemId: number | null;
  locationId: number | null;
  stockStatus: string | null;
  lotCode: string | null;
  quantityTyped: Decimal | null;
  unitCode: string | null;
  serials: readonly string[];
  reason: string | null;
  /** For what takes an entry back: that entry. */
  voids: { actorId: string; externalId: string } | null;
  time: ClaimedTime;
  countedAt: Date;
  receivedAt: Date;
  isTakenBack: boolean;
  /** Why somebody let it go. */
  dismissedBecause: string | null;
  match: EntryContent | null;
}

/** Why an entry stands on no line. */
export const looseEntryKinds = ["UNMATCHED", "QUARANTINED"] as const;
export type LooseEntryKind = (typeof looseEntryKinds)[number];

/** What has become of a loose entry. */
export const looseEntryStates = [
  "WAITING",
  "MATCHED",
  "DISMISSED",
  "TAKEN_BACK",
  "BEFORE_RESET",
] as const;
export type LooseEntryState = (typeof looseEntryStates)[number];

/** What a match says of an entry. */
export interface EntryContent {
  line: LineName;
  quantityTyped: Decimal | null;
  serials: readonly string[];
}

/** What somebody says that an entry is; what the counter has typed is not theirs to change. */
export interface AskedMatch {
  lineId: number | null | undefined;
  itemId: number | null | undefined;
  locationId: number | null | undefined;
  lotCode: string | null;
  stockStatus: string;
  /** For a scan without a number. */
  quantity: Decimal | null;
  unitCode: string | null;
  serials: readonly string[];
}

/**
 * The entry as it would have been sent in time, by a device that knew what it saw: its author, time and
 * number, and what it named itself where nobody names anything else.
 */
export function knownEntry(entry: LooseEntry, match: AskedMatch): AskedObservation {
  const isNamed = match.lineId !== undefined || match.itemId !== undefined;
  return {
    externalId: entry.externalId,
    actorId: entry.recordedBy,
    isSupervisor: false,
    mode: entry.mode,
    lineId: match.lineId,
    itemId: isNamed ? match.itemId : (entry.itemId ?? undefined),
    locationId: match.locationId === undefined ? (entry.locationId ?? undefined) : match.locationId,
    lotCode: entry.lotCode ?? match.lotCode,
    stockStatus: isNamed ? match.stockStatus : (entry.stockStatus ?? match.stockStatus),
    rawScan: null,
    quantity: entry.quantityTyped ?? match.quantity,
    unitCode: entry.unitCode ?? match.unitCode,
    serials: entry.serials.length > 0 ? entry.serials : match.serials,
    reason: entry.reason,
    note: null,
    voids: entry.voids,
    time: entry.time,
    deviceId: null,
    fingerprint: "",
  };
}
