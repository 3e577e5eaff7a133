import type { Decimal } from "../../shared/exact-decimal.ts";

/** What one round of a line has come to, compared with the books at its own instant. */
export interface RoundFinding {
  round: number;
  /** Null while nobody has counted it. */
  found: { quantity: Decimal; expected: Decimal; serials: readonly string[] } | null;
  /** Its own looks disagree, or stock moved while it was counted: it bears nobody out. */
  isDoubtful: boolean;
  /** A supervisor has said that it stands. */
  isChosen: boolean;
}

export const recountStatuses = ["ASKED", "AGREED", "DISAGREED", "EXHAUSTED", "CHOSEN"] as const;
export type RecountStatus = (typeof recountStatuses)[number];

export interface SettledRounds {
  /** Null for a line that nobody has asked to count again. */
  status: RecountStatus | null;
  /** The round whose figures are the line's. */
  stands: number;
}

/**
 * Which round stands. What a supervisor chose; else the later of two that agree; else, for now, the
 * first that was counted.
 */
export function settleRounds(
  rounds: readonly RoundFinding[],
  { isCountedByPiece, roundsAtMost }: { isCountedByPiece: boolean; roundsAtMost: number },
): SettledRounds {
  const chosen = rounds.find(({ isChosen }) => isChosen);
  if (chosen) return { status: "CHOSEN", stands: chosen.round };
  const agreed = rounds.findLast((later, at) =>
    rounds.slice(0, at).some((earlier) => doAgree(earlier, later, isCountedByPiece)),
  );
  const first = rounds.find(({ found }) => found !== null);
  const stands = (agreed ?? first)?.round ?? 1;
  if (rounds.length < 2) return { status: null, stands };
  if (!rounds.at(-1)?.found) return { status: "ASKED", stands };
  if (agreed) return { status: "AGREED", stands };
  return { status: rounds.length < roundsAtMost ? "DISAGREED" : "EXHAUSTED", stands };
}

/**
 * Two rounds agree when they differ from the books by the same: stock that moved between them has
 * changed what each should find, and not what is missing. Pieces may differ by as many as the books
 * have moved, and no more.
 */
export function doAgree(
  earlier: RoundFinding,
  later: RoundFinding,
  isCountedByPiece: boolean,
): boolean {
  if (!earlier.found || !later.found || earlier.isDoubtful || later.isDoubtful) return false;
  const one = earlier.found;
  const other = later.found;
  const varianceOf = ({ quantity, expected }: typeof one) => quantity.minus(expected);
  if (!varianceOf(one).eq(varianceOf(other))) return false;
  if (!isCountedByPiece) return true;
  const apart = missingFrom(one.serials, other.serials) + missingFrom(other.serials, one.serials);
  return one.expected.minus(other.expected).abs().eq(apart);
}

function missingFrom(serials: readonly string[], others: readonly string[]): number {
  const known = new Set(serials);
  return others.filter((serial) => !known.has(serial)).length;
}

/** The first count and as many recounts as the policy allows. */
export function roundsAtMost({ recountsAtMost }: { recountsAtMost: number }): number {
  return recountsAtMost + 1;
}
