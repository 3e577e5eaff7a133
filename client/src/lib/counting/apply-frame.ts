import type { CountLine, Frame, SessionEvent } from "./count-session.ts";

/** How far a follower has been told. */
export interface FeedPlace {
  cursor: string;
  /** Undefined until the first event: a cursor does not say its number. */
  lastSequence: number | undefined;
}

export interface AppliedFrame {
  place: FeedPlace;
  /** Those that were not told before. */
  events: readonly SessionEvent[];
  /** Everything in it was told before. */
  isOld: boolean;
}

/** Takes a frame on from a place; undefined where an event is missing before it. */
export function applyFrame(place: FeedPlace, frame: Frame): AppliedFrame | undefined {
  const { cursor } = frame;
  let { lastSequence } = place;
  const events: SessionEvent[] = [];
  for (const event of frame.events) {
    if (lastSequence !== undefined && event.sequence <= lastSequence) continue;
    if (lastSequence !== undefined && event.sequence !== lastSequence + 1) return undefined;
    lastSequence = event.sequence;
    events.push(event);
  }
  const isOld = frame.events.length > 0 && events.length === 0;
  return { place: { cursor: isOld ? place.cursor : cursor, lastSequence }, events, isOld };
}

/** Of two lines with one id, the newer one. */
export function newerOf<Line extends { version: number }>(kept: Line | undefined, told: Line) {
  return kept && kept.version >= told.version ? kept : told;
}

/** The lines that events are about, as they were told last. */
export function linesOfEvents(
  events: readonly SessionEvent[],
  known: ReadonlyMap<string, CountLine>,
  told: readonly CountLine[],
): ReadonlyMap<string, CountLine> {
  const fresh = new Map(told.map((line) => [line.id, line]));
  const kept = new Map<string, CountLine>();
  for (const { lineId } of events) {
    if (lineId === null) continue;
    const line = fresh.has(lineId)
      ? newerOf(known.get(lineId), fresh.get(lineId) as CountLine)
      : known.get(lineId);
    if (line) kept.set(lineId, line);
  }
  return kept;
}
