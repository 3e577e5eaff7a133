import type { EntryTarget } from "../entries/entry.ts";
import type { EntryContent } from "../entries/make-entry.ts";
import type { OwnTally } from "../entries/own-tally.ts";

/** An entry to be made; when its shelf was seen, where that was not now. */
export type Draft = readonly [target: EntryTarget, content: EntryContent, seenAt?: string];

/**
 * What says again what was taken back: each part in the unit in which it was typed, and as of the instant at
 * which it was seen. The entries themselves stay taken back, because nothing is ever rubbed out.
 */
export function broughtBack(target: EntryTarget, tally: OwnTally): Draft[] {
  switch (tally.kind) {
    case "BLANK":
      return [];
    case "SKIPPED":
    case "NOT_ACCESSIBLE": {
      const { mode, reason, countedAt } = tally.entry;
      return [[target, { mode, reason }, countedAt]];
    }
    case "COUNTED":
      return tally.parts.map((part) => {
        const { quantity, unitCode, factor, serials, note, countedAt, rawScan } = part;
        const seen = { quantity, unitCode, factor, serials, note };
        return [{ ...target, rawScan }, { mode: "ADD", ...seen }, countedAt];
      });
  }
}
