import type { Decimal } from "../../shared/exact-decimal.ts";
import type { ObservationMode } from "./words.ts";

/** What one person saw at one instant, as far as a line's state depends on it. */
export interface LineObservation {
  /** Made by the device; unique for the person. */
  externalId: string;
  actorId: string;
  mode: ObservationMode;
  /** In the item's own unit; null where nothing was counted. */
  quantity: Decimal | null;
  /** For lines of single pieces: which ones; the quantity is their number. */
  serials: readonly string[];
  /** On the server's clock, corrected by what is known of the device's. */
  countedAt: Date;
  /** For VOID alone: the entry of any person that it takes back. */
  voids: { actorId: string; externalId: string } | null;
}

/**
 * One order for everybody, whatever the order of arrival: by the instant, then by the person, then
 * by the entry's own id.
 */
export function compareObservations(a: LineObservation, b: LineObservation): number {
  return (
    a.countedAt.valueOf() - b.countedAt.valueOf() ||
    compareText(a.actorId, b.actorId) ||
    compareText(a.externalId, b.externalId)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** No two entries share it: ids are kept apart by person. */
export function observationKey(entry: { actorId: string; externalId: string }): string {
  return `${entry.actorId}\n${entry.externalId}`;
}
