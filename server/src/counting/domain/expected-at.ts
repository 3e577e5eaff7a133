import type { Decimal } from "../../shared/exact-decimal.ts";
import type { CountingWindow } from "./fold-line.ts";

/** One row of the ledger, as far as the expected quantity of one quant depends on it. */
export interface LedgerMove {
  /** Its position in the ledger. */
  sequence: number;
  quantity: Decimal;
  effectiveAt: Date;
}

/** What a line kept when it was made. */
export interface LineSnapshot {
  quantity: Decimal;
  /** The last position in the ledger that the quantity contains. */
  ledgerPosition: number;
}

/** How a move bears on what was to be expected at the instant counted. */
export type MoveBearing =
  /** Known at the snapshot, and happened before the count: contained already. */
  | "CONTAINED"
  /** Recorded after the snapshot, happened before the count. */
  | "SINCE_SNAPSHOT"
  /** Contained in the snapshot, but happened only after the count. */
  | "NOT_YET_HAPPENED"
  /** Recorded after the snapshot, happened after the count: no bearing. */
  | "AFTER_COUNT";

export function bearingOf(move: LedgerMove, snapshot: LineSnapshot, countedAt: Date): MoveBearing {
  const isContained = move.sequence <= snapshot.ledgerPosition;
  const hadHappened = move.effectiveAt.valueOf() <= countedAt.valueOf();
  if (isContained) return hadHappened ? "CONTAINED" : "NOT_YET_HAPPENED";
  return hadHappened ? "SINCE_SNAPSHOT" : "AFTER_COUNT";
}

/**
 * What the shelf should have held at the instant it was counted, told from the snapshot: equal, by
 * construction, to the sum of all moves up to that instant.
 */
export function expectedAt(
  snapshot: LineSnapshot,
  moves: readonly LedgerMove[],
  countedAt: Date,
): Decimal {
  return moves.reduce((expected, move) => {
    const bearing = bearingOf(move, snapshot, countedAt);
    if (bearing === "SINCE_SNAPSHOT") return expected.plus(move.quantity);
    if (bearing === "NOT_YET_HAPPENED") return expected.minus(move.quantity);
    return expected;
  }, snapshot.quantity);
}

/** A move while the place was being counted: nobody can say on which side of it each entry lies. */
export function isInsideWindow(move: LedgerMove, window: CountingWindow): boolean {
  const at = move.effectiveAt.valueOf();
  return at > window.first.valueOf() && at <= window.last.valueOf();
}
