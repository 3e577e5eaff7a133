import type { Decimal } from "../../shared/exact-decimal.ts";
import { countOf, settle, type IndependentCount } from "./independent-counts.ts";
import { compareObservations, observationKey, type LineObservation } from "./observation.ts";
import type { LineState } from "./words.ts";

/** From the first to the last entry that the counted quantity is made of. */
export interface CountingWindow {
  first: Date;
  last: Date;
}

/** What the entries of one round say about a line. */
export interface FoldedLine {
  state: LineState;
  /** Null means not counted; 0 is a count. */
  quantityCounted: Decimal | null;
  /** The pieces seen, sorted; empty for lines that are not counted by piece. */
  serials: readonly string[];
  /** Pieces that more than one entry claims: a warning, never a second piece. */
  serialsSeenTwice: readonly string[];
  /** Who the quantity is from, in the order of their first entry that counts. */
  counterIds: readonly string[];
  window: CountingWindow | null;
  /** The entries it is made of, by observationKey. */
  settledBy: readonly string[];
  /** Every independent look at the shelf, the one that settles the line among them. */
  counts: readonly IndependentCount[];
  /** True when they differ, and none of their findings has more people behind it than the others. */
  isDisputed: boolean;
}

/** How what two people enter for one line belongs together: by parts, or each whole. */
export type SharingPolicy = "PARTS" | "WHOLE";

export function sharingPolicyOf({ wholeCounts }: { wholeCounts: boolean }): SharingPolicy {
  return wholeCounts ? "WHOLE" : "PARTS";
}

export const notVisited: FoldedLine = {
  state: "NOT_VISITED",
  quantityCounted: null,
  serials: [],
  serialsSeenTwice: [],
  counterIds: [],
  window: null,
  settledBy: [],
  counts: [],
  isDisputed: false,
};

/**
 * The state of a line after all entries of a round: a function of the set of entries, not of the
 * order in which they arrived. ADD counts another part, REPLACE corrects what the same person had
 * counted until then, VERIFY is compared and never summed, VOID takes one entry back. Where each
 * counts the whole, two people's entries are compared, too.
 */
export function foldLine(
  observations: readonly LineObservation[],
  isCountedByPiece: boolean,
  policy: SharingPolicy = "PARTS",
): FoldedLine {
  const standing = standingOf(observations);
  const looks = [...looksOf(survivingCounts(standing), policy), ...latestVerifications(standing)];
  const counts = looks.map((entries) => countOf(entries, isCountedByPiece));
  const settlement = settle(counts, isCountedByPiece);
  if (!settlement) return { ...notVisited, state: markerOf(standing) };

  const { settled, isDisputed } = settlement;
  return {
    state: "COUNTED",
    quantityCounted: settled.quantity,
    serials: settled.serials,
    serialsSeenTwice: settled.serialsSeenTwice,
    counterIds: [...new Set(settled.entries.map(({ actorId }) => actorId))],
    window: windowOf(settled.entries),
    settledBy: settled.entries.map(observationKey),
    counts,
    isDisputed,
  };
}

/** In the order of their first entries. */
function looksOf(counts: readonly LineObservation[], policy: SharingPolicy) {
  if (counts.length === 0) return [];
  return policy === "PARTS"
    ? [counts]
    : [...Map.groupBy(counts, (entry) => entry.actorId).values()];
}

/** Without the entries that were taken back, and without what took them back. */
function standingOf(observations: readonly LineObservation[]): LineObservation[] {
  const voided = new Set(
    observations.flatMap(({ voids }) => (voids === null ? [] : [observationKey(voids)])),
  );
  return observations
    .filter((entry) => entry.mode !== "VOID" && !voided.has(observationKey(entry)))
    .sort(compareObservations);
}

/** Each person's last REPLACE stands for all that the person had counted until then. */
function survivingCounts(standing: readonly LineObservation[]): LineObservation[] {
  const corrected = new Map<string, LineObservation>();
  for (const entry of standing) if (entry.mode === "REPLACE") corrected.set(entry.actorId, entry);
  return standing.filter(({ mode, actorId }, at) => {
    if (mode !== "ADD" && mode !== "REPLACE") return false;
    const correction = corrected.get(actorId);
    return correction === undefined || at >= standing.indexOf(correction);
  });
}

/** Who verifies twice has corrected himself; each is a look of its own. */
function latestVerifications(standing: readonly LineObservation[]): LineObservation[][] {
  const latest = new Map<string, LineObservation>();
  for (const entry of standing) if (entry.mode === "VERIFY") latest.set(entry.actorId, entry);
  return [...latest.values()].sort(compareObservations).map((entry) => [entry]);
}

/** Of several reasons why a line was not counted, the latest. */
function markerOf(standing: readonly LineObservation[]): LineState {
  const last = standing.findLast(({ mode }) => mode === "SKIP" || mode === "NOT_ACCESSIBLE");
  if (!last) return "NOT_VISITED";
  return last.mode === "SKIP" ? "SKIPPED" : "NOT_ACCESSIBLE";
}

function windowOf(counts: readonly LineObservation[]): CountingWindow | null {
  const [first] = counts;
  const last = counts.at(-1);
  return first && last ? { first: first.countedAt, last: last.countedAt } : null;
}
