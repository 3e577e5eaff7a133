import { formatSpan } from "#lib/shared/text/span.ts";

const punctualMs = 60_000;

/** A move heard more than a minute after it happened says so: "heard 3 h 27 min late". */
export function lateness(effectiveAt: string, recordedAt: string): string | undefined {
  const lateMs = Date.parse(recordedAt) - Date.parse(effectiveAt);
  if (lateMs <= punctualMs) return undefined;
  return `heard ${formatSpan(lateMs)} late`;
}
