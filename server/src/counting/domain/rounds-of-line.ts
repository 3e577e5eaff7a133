import type { InstantCounted } from "./counted-at.ts";
import type { ObservationMode } from "./words.ts";

/** The rounds of a line that is counted again, as far as an entry is judged by them. */
export interface RoundsOfLine {
  /** When each round after the first was asked for, in their order. */
  askedAt: readonly Date[];
  /** Who has counted in which of them. */
  counters: readonly RoundCounter[];
  /** A supervisor has chosen one of them: no more is waited for. */
  isChosen: boolean;
}

export interface RoundCounter {
  actorId: string;
  round: number;
}

export function latestRound(rounds: RoundsOfLine | null | undefined): number {
  return (rounds?.askedAt.length ?? 0) + 1;
}

/**
 * The round that was running when the shelf was seen, whenever the entry arrives. Where nobody knows
 * the time, whoever has not counted the line yet counts it for the latest round: that look is
 * independent of all earlier ones, whenever it was.
 */
export function roundSeen(
  { countedAt, gap }: InstantCounted,
  actorId: string,
  rounds: RoundsOfLine | null | undefined,
): number {
  if (!rounds) return 1;
  const hasCounted = rounds.counters.some((counter) => counter.actorId === actorId);
  if (gap && !hasCounted) return latestRound(rounds);
  return 1 + rounds.askedAt.filter((askedAt) => askedAt <= countedAt).length;
}

/** Whoever has counted a line in one round is no second pair of eyes in another. */
export function countedOtherRound(
  round: number,
  actorId: string,
  rounds: RoundsOfLine | null | undefined,
): number | null {
  const other = rounds?.counters.find(
    (counter) => counter.actorId === actorId && counter.round !== round,
  );
  return other?.round ?? null;
}

/** Those that say what lies there; who only could not get there is still free to count it. */
export function isLook(mode: ObservationMode): boolean {
  return mode === "ADD" || mode === "REPLACE" || mode === "VERIFY";
}

/** Round by round; what takes an entry back goes where that entry is. */
export function entriesOfRound<Entry extends { mode: ObservationMode; round: number }>(
  entries: readonly Entry[],
  round: number,
): Entry[] {
  return entries.filter((entry) => entry.mode === "VOID" || entry.round === round);
}
