import type { Entry, KeptEntry } from "../entries/entry.ts";
import { ownTally, standingEntries } from "../entries/own-tally.ts";
import { makeEntry } from "../entries/make-entry.ts";

export interface Gathering {
  /** Entries that are not sent themselves. */
  numbers: number[];
  /** What is sent for them. */
  verifications: Entry[];
}

/**
 * At a place that another counted meanwhile, what waits for each line becomes one independent count of
 * it. Only the device knows which entries belong together. Scans that nobody knew stay as they are.
 */
export function gatherVerification(ofPlace: readonly KeptEntry[]): Gathering {
  const gathering: Gathering = { numbers: [], verifications: [] };
  const byLine = Map.groupBy(
    ofPlace.filter(({ rawScan }) => rawScan === null),
    ({ lineKey }) => lineKey,
  );
  for (const entries of byLine.values()) {
    const parts = entries.filter(({ state, mode }) => state === "WAITING" && mode !== "VERIFY");
    if (!parts.some(({ mode }) => mode === "ADD" || mode === "REPLACE")) continue;
    gathering.numbers.push(...parts.map(({ number }) => number));
    const tally = ownTally(entries);
    const last = standingEntries(entries).at(-1);
    if (tally.kind !== "COUNTED" || !last) continue;
    const { quantity, serials } = tally;
    const seen = serials.length > 0 ? { serials } : { quantity };
    gathering.verifications.push(makeEntry(last, { mode: "VERIFY", ...seen }, last));
  }
  return gathering;
}
