import type { KeptEntry, LineKey } from "../entries/entry.ts";
import { ownTally, type OwnTally } from "../entries/own-tally.ts";
import type { HandCatalogue } from "./hand-catalogue.ts";
import { foundLine, handLine, type HandLine } from "./hand-line.ts";
import type { KeptPlace } from "./kept-task.ts";

/** One line of a place, or what was found or scanned there, with what this person has entered for it. */
export interface PlaceRow {
  key: LineKey;
  /** Null for a scan that nobody knew. */
  line: HandLine | null;
  rawScan: string | null;
  tally: OwnTally;
  entries: readonly KeptEntry[];
  isWaiting: boolean;
  isRejected: boolean;
}

/** In the order of the walk; what was found stands behind, in the order in which it was found. */
export function placeRows(
  place: Pick<KeptPlace, "lines">,
  entries: readonly KeptEntry[],
  catalogue: Pick<HandCatalogue, "item">,
): PlaceRow[] {
  const byLine = Map.groupBy(entries, ({ lineKey }) => lineKey);
  const rows: PlaceRow[] = [];
  for (const kept of place.lines) {
    const item = catalogue.item(kept.itemId);
    if (!item) continue;
    rows.push(rowOf(kept.key, handLine(kept, item), byLine.get(kept.key) ?? []));
    byLine.delete(kept.key);
  }
  for (const [key, own] of byLine) {
    const [first] = own;
    const item = first?.itemId ? catalogue.item(first.itemId) : undefined;
    const line = item && first ? foundLine(item, first.lotCode) : null;
    rows.push(rowOf(key, line, own));
  }
  return rows;
}

function rowOf(key: LineKey, line: HandLine | null, entries: readonly KeptEntry[]): PlaceRow {
  return {
    ...{ key, line, entries, rawScan: entries[0]?.rawScan ?? null, tally: ownTally(entries) },
    isWaiting: entries.some(({ state }) => state === "WAITING"),
    isRejected: entries.some(({ state }) => state === "REJECTED"),
  };
}

/** Somebody has said something of it. */
export function isDone({ tally, line }: PlaceRow): boolean {
  if (tally.kind !== "BLANK" || line?.recount === "OTHERS") return true;
  return line?.isCountedElsewhere ?? false;
}

export interface PlaceProgress {
  lines: number;
  done: number;
  unexpected: number;
}

/** Lines are counted here, never units. */
export function progressOf(rows: readonly PlaceRow[]): PlaceProgress {
  const expected = rows.filter(({ line }) => line !== null && !line.isFound);
  const found = rows.filter((row) => !expected.includes(row));
  return {
    lines: expected.length,
    done: expected.filter(isDone).length,
    unexpected: found.filter(({ tally }) => tally.kind === "COUNTED").length,
  };
}
