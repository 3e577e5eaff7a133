import type { Decimal } from "../../shared/exact-decimal.ts";
import type { ClaimedTime } from "./counted-at.ts";
import type { PaperRejectionReason } from "./observation-rejections.ts";
import type { Options } from "./options.ts";
import type { RoundsOfLine } from "./rounds-of-line.ts";
import type { SessionState } from "./session-status.ts";
import type { ObservationMode } from "./words.ts";

/** What is counted where: the name of a line before it has a number. */
export interface LineName {
  itemId: number;
  locationId: number;
  lotCode: string | null;
  stockStatus: string;
}

/** An entry as a device sends it. Null ids name nothing; undefined ones were not given. */
export interface AskedObservation {
  externalId: string;
  actorId: string;
  /** May take back what another person entered. */
  isSupervisor: boolean;
  mode: ObservationMode;
  lineId: number | null | undefined;
  itemId: number | null | undefined;
  locationId: number | null | undefined;
  lotCode: string | null;
  stockStatus: string;
  /** A scan that meant nothing to the device. */
  rawScan: string | null;
  quantity: Decimal | null;
  /** Null for the item's own unit. */
  unitCode: string | null;
  serials: readonly string[];
  reason: string | null;
  note: string | null;
  voids: { actorId: string; externalId: string } | null;
  time: ClaimedTime;
  /** Of the line, as its counter saw it; null where the device did not look. */
  seenLineVersion?: number | null;
  deviceId: string | null;
  /** Where it was counted on paper, or somebody else has typed it. */
  paper?: WrittenOnPaper | null;
  /** Equal for equal content. */
  fingerprint: string;
}

/** Who counted and on which sheet was checked at the edge: neither sheets nor people are ever deleted. */
export interface WrittenOnPaper {
  /** Null where the counter has typed it himself. */
  enteredBy: string | null;
  sheetId: number | null;
  wrong: PaperRejectionReason | null;
}

export interface CountedItem {
  unitCode: string;
  decimals: number;
  tracking: "BULK" | "LOT" | "SERIAL" | "RFID";
  packFactors: ReadonlyMap<string, Decimal>;
  isAssignedHere: boolean;
}

export interface RecordedEntry {
  fingerprint: string;
  line: LineName | null;
  round?: number;
}

/** What the decision must know, all of it read under the session's lock. */
export interface ObservationFacts {
  receivedAt: Date;
  session: SessionState & { startedAt: Date | null; submittedAt: Date | null };
  options: Pick<Options, "174" | "325" | "504" | "wholeCounts">;
  items: ReadonlyMap<number, CountedItem>;
  locations: ReadonlyMap<number, { code: string; isActive: boolean }>;
  /** What is said of a line that is posted comes too late for it. */
  lines: ReadonlyMap<number, LineName & { isPosted?: boolean; rounds?: RoundsOfLine | null }>;
  /** By observationKey: what was recorded earlier, and the line and round it belongs to. */
  recorded: ReadonlyMap<string, RecordedEntry>;
}

/** The free text stands last, so that no lot code can imitate another line. */
export function lineKey({ itemId, locationId, stockStatus, lotCode }: LineName): string {
  return `${itemId}:${locationId}:${stockStatus}:${lotCode ?? ""}`;
}

/** What makes two entries the same entry when they are sent under the same id: to one count, at that. */
export function contentOf(sessionId: number, asked: Omit<AskedObservation, "fingerprint">): string {
  const { externalId: _, actorId: __, isSupervisor: ___, time, ...content } = asked;
  return JSON.stringify([
    sessionId,
    content.mode,
    content.lineId ?? null,
    content.itemId ?? null,
    content.locationId ?? null,
    content.lotCode,
    content.stockStatus,
    content.rawScan,
    content.quantity?.toFixed() ?? null,
    content.unitCode,
    [...content.serials].sort(),
    content.reason,
    content.note,
    content.voids && [content.voids.actorId, content.voids.externalId],
    time.source,
    time.claimedAt.toISOString(),
    content.deviceId,
    ...(content.paper?.sheetId ? [content.paper.sheetId] : []),
  ]);
}
