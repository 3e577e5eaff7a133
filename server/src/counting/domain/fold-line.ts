import { Decimal } from "../../shared/exact-decimal.ts";
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
  /** Independent second counts; never part of the sum. */
  verifications: readonly { actorId: string; quantity: Decimal }[];
  /** True when somebody who verified found another quantity. */
  isDisputed: boolean;
}

export const notVisited: FoldedLine = {
  state: "NOT_VISITED",
  quantityCounted: null,
  serials: [],
  serialsSeenTwice: [],
  counterIds: [],
  window: null,
  settledBy: [],
  verifications: [],
  isDisputed: false,
};

/**
 * The state of a line after all entries of a round: a function of the set of entries, not of the
 * order in which they arrived. ADD counts another part, REPLACE corrects what the same person had
 * counted until then, VERIFY is compared and never summed, VOID takes one entry back.
 */
export function foldLine(
  observations: readonly LineObservation[],
  isCountedByPiece: boolean,
): FoldedLine {
  const standing = standingOf(observations);
  const counts = survivingCounts(standing);
  const verifications = latestVerifications(standing);
  const basis = counts.length > 0 ? counts : verifications.slice(0, 1);
  if (basis.length === 0) return { ...notVisited, state: markerOf(standing) };

  const { serials, serialsSeenTwice } = piecesOf(basis);
  const quantityCounted = isCountedByPiece ? new Decimal(serials.length) : sumOf(basis);
  return {
    state: "COUNTED",
    quantityCounted,
    serials,
    serialsSeenTwice,
    counterIds: [...new Set(basis.map(({ actorId }) => actorId))],
    window: windowOf(basis),
    settledBy: basis.map(observationKey),
    verifications: verifications.map(({ actorId, quantity }) => ({
      actorId,
      quantity: quantity ?? new Decimal(0),
    })),
    isDisputed: verifications.some((each) => !agrees(each, quantityCounted, serials)),
  };
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

/** Who verifies twice has corrected himself. */
function latestVerifications(standing: readonly LineObservation[]): LineObservation[] {
  const latest = new Map<string, LineObservation>();
  for (const entry of standing) if (entry.mode === "VERIFY") latest.set(entry.actorId, entry);
  return [...latest.values()].sort(compareObservations);
}

/** Of several reasons why a line was not counted, the latest. */
function markerOf(standing: readonly LineObservation[]): LineState {
  const last = standing.findLast(({ mode }) => mode === "SKIP" || mode === "NOT_ACCESSIBLE");
  if (!last) return "NOT_VISITED";
  return last.mode === "SKIP" ? "SKIPPED" : "NOT_ACCESSIBLE";
}

function sumOf(counts: readonly LineObservation[]): Decimal {
  return counts.reduce((sum, { quantity }) => sum.plus(quantity ?? 0), new Decimal(0));
}

function piecesOf(counts: readonly LineObservation[]) {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const serial of counts.flatMap((entry) => entry.serials)) {
    if (seen.has(serial)) twice.add(serial);
    seen.add(serial);
  }
  return { serials: [...seen].sort(), serialsSeenTwice: [...twice].sort() };
}

function windowOf(counts: readonly LineObservation[]): CountingWindow | null {
  const [first] = counts;
  const last = counts.at(-1);
  return first && last ? { first: first.countedAt, last: last.countedAt } : null;
}

function agrees(
  verification: LineObservation,
  quantity: Decimal,
  serials: readonly string[],
): boolean {
  if (verification.serials.length > 0 || serials.length > 0)
    return [...new Set(verification.serials)].sort().join("\n") === serials.join("\n");
  return verification.quantity?.eq(quantity) ?? false;
}
