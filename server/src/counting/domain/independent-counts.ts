import { Decimal } from "../../shared/exact-decimal.ts";
import type { LineObservation } from "./observation.ts";

/** What one independent look at a shelf found: all of it, by one person or by several in parts. */
export interface IndependentCount {
  entries: readonly LineObservation[];
  quantity: Decimal;
  /** The pieces seen, sorted; empty for lines that are not counted by piece. */
  serials: readonly string[];
  serialsSeenTwice: readonly string[];
}

export interface Settlement {
  settled: IndependentCount;
  isDisputed: boolean;
}

/**
 * Which of several looks stands. Those that found the same speak together; where no finding has more
 * behind it than every other, the first look stands for now, and a person has to decide.
 */
export function settle(
  counts: readonly IndependentCount[],
  isCountedByPiece: boolean,
): Settlement | null {
  const [first] = counts;
  if (!first) return null;
  const findings = Map.groupBy(counts, (count) => findingOf(count, isCountedByPiece));
  const [most = [], next = []] = [...findings.values()].sort((a, b) => b.length - a.length);
  const [settled] = most;
  if (settled && most.length > next.length) return { settled, isDisputed: false };
  return { settled: first, isDisputed: true };
}

const findingOf = ({ quantity, serials }: IndependentCount, isCountedByPiece: boolean) =>
  isCountedByPiece ? JSON.stringify(serials) : quantity.toFixed();

export function countOf(
  entries: readonly LineObservation[],
  isCountedByPiece: boolean,
): IndependentCount {
  const { serials, serialsSeenTwice } = piecesOf(entries);
  const quantity = isCountedByPiece ? new Decimal(serials.length) : sumOf(entries);
  return { entries, quantity, serials, serialsSeenTwice };
}

function sumOf(entries: readonly LineObservation[]): Decimal {
  return entries.reduce((sum, { quantity }) => sum.plus(quantity ?? 0), new Decimal(0));
}

function piecesOf(entries: readonly LineObservation[]) {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const serial of entries.flatMap((entry) => entry.serials)) {
    if (seen.has(serial)) twice.add(serial);
    seen.add(serial);
  }
  return { serials: [...seen].sort(), serialsSeenTwice: [...twice].sort() };
}
