import { lineKey, type LineName } from "./asked-observation.ts";
import type { KeptObservation } from "./decide-observations.ts";
import { observationKey, type LineObservation } from "./observation.ts";

/** An entry of the running generation, with what its device did not know of the time. */
export interface StandingObservation extends LineObservation {
  round: number;
  gap: { after: Date; until: Date } | null;
}

export interface PlacedObservation extends StandingObservation {
  /** By lineKey; null for what takes back an entry that had not arrived. */
  line: string | null;
}

/**
 * What the lines' entries are once a batch has joined those recorded before. What takes an entry
 * back stands with that entry, also where it came first and its line was not known yet.
 */
export function standingByLine(
  before: readonly PlacedObservation[],
  batch: readonly KeptObservation[],
): Map<string, StandingObservation[]> {
  const joined = batch.flatMap((kept) => (kept.outcome === "RECORDED" ? [recordedOf(kept)] : []));
  const all = [...before, ...joined];
  const lines = new Map(all.flatMap((one) => (one.line ? [[observationKey(one), one.line]] : [])));
  const placed = all.flatMap((one) => {
    const line = one.line ?? (one.voids && lines.get(observationKey(one.voids)));
    return line ? [{ line, one }] : [];
  });
  const byLine = new Map<string, StandingObservation[]>();
  for (const { line, one } of placed) {
    const entries = byLine.get(line) ?? [];
    entries.push(one);
    byLine.set(line, entries);
  }
  return byLine;
}

function recordedOf(kept: KeptObservation): PlacedObservation {
  const { asked, line, quantity, countedAt, gap, round } = kept;
  return {
    line: nameOf(line),
    round,
    externalId: asked.externalId,
    actorId: asked.actorId,
    mode: asked.mode,
    quantity,
    serials: asked.serials,
    countedAt,
    gap,
    voids: asked.voids,
  };
}

const nameOf = (line: LineName | null) => line && lineKey(line);

/** The widest span in which an entry of unknown time may lie, of those that settle a line. */
export function widestGap(
  entries: readonly StandingObservation[],
  settledBy: readonly string[],
): StandingObservation["gap"] {
  const settling = new Set(settledBy);
  const gaps = entries
    .filter((entry) => entry.gap && settling.has(observationKey(entry)))
    .flatMap(({ gap }) => (gap ? [gap] : []));
  if (gaps.length === 0) return null;
  const after = Math.min(...gaps.map((gap) => gap.after.valueOf()));
  const until = Math.max(...gaps.map((gap) => gap.until.valueOf()));
  return { after: new Date(after), until: new Date(until) };
}
