import { formatSpan } from "#lib/shared/text/span.ts";

const punctualMs = 60_000;
/** Papers reach the desk within the hour; what comes later may have missed a count. */
const usualMs = 60 * 60_000;

export interface Lateness {
  words: string;
  isUnusual: boolean;
}

/** A move heard more than a minute after it happened says so: "heard 3 h 27 min late". */
export function lateness(effectiveAt: string, recordedAt: string): Lateness | undefined {
  const lateMs = Date.parse(recordedAt) - Date.parse(effectiveAt);
  if (lateMs <= punctualMs) return undefined;
  return { words: `heard ${formatSpan(lateMs)} late`, isUnusual: lateMs > usualMs };
}
