import type { Db } from "../../database/db.ts";
import type { Sight } from "../domain/blindness.ts";
import { numberShown, type FeedPosition } from "../domain/feed-position.ts";
import type { LineRow, SessionRow } from "../domain/rows.ts";
import {
  changesEveryLine,
  isHiddenFromTheBlind,
  type SessionEventRow,
} from "../domain/session-event.ts";
import type { SessionKey } from "../queries/list-lines.ts";
import { loadSession } from "../queries/load-one.ts";
import { readLines } from "../queries/read-lines.ts";
import { readSessionEvents } from "../queries/read-session-events.ts";
import { frameOf, type SessionFrame } from "./session-frame.ts";

export const eventsPerBatch = 500;

/** A piece of a session's history as it was read once, for everybody who follows. */
export interface SessionBatch {
  from: FeedPosition;
  to: FeedPosition;
  events: readonly NumberedEvent[];
  lines: ReadonlyMap<number, LineRow>;
  session: SessionRow;
  /** What each kind of looker is shown of it; made when the first of them asks. */
  frames: Map<string, SessionFrame | null>;
}

export type NumberedEvent = SessionEventRow & { numberForTheBlind: number };

/**
 * The next events behind a position; null where there is none. The events are read first, the lines
 * and the figures after them: these may be ahead of the events, never behind.
 */
export async function readBatch(
  db: Db,
  key: SessionKey,
  from: FeedPosition,
  until: number | null,
): Promise<SessionBatch | null> {
  const span = { after: from.sequence, until, atMost: eventsPerBatch };
  const rows = await readSessionEvents(db, key, span);
  if (rows.length === 0) return null;
  const lineIds = [...new Set(rows.flatMap(({ lineId }) => lineId ?? []))];
  const [lines, session] = await Promise.all([
    lineIds.length > 0 ? readLines(db, key.warehouseId, lineIds) : [],
    loadSession(db, key.warehouseId, key.id),
  ]);
  let at = from;
  const events = rows.map((event) => {
    const hidden = at.hidden + (isHiddenFromTheBlind(event) ? 1 : 0);
    at = { sequence: event.sequence, hidden };
    return { ...event, numberForTheBlind: numberShown(at, true) };
  });
  const byId = new Map(lines.map((line) => [line.id, line]));
  return { from, to: at, events, lines: byId, session, frames: new Map() };
}

/** Batches that follow each other, as one: the lines and figures of the last stand. */
export function joinBatches(batches: readonly [SessionBatch, ...SessionBatch[]]): SessionBatch {
  const [first] = batches;
  const last = batches.at(-1) ?? first;
  return {
    from: first.from,
    to: last.to,
    events: batches.flatMap(({ events }) => events),
    lines: new Map(batches.flatMap(({ lines }) => [...lines])),
    session: last.session,
    frames: new Map(),
  };
}

/** Null where there is nothing in it for this looker. */
export function frameFor(batch: SessionBatch, sight: Sight): SessionFrame | null {
  const { isBlind, seesRounds } = sight;
  const kind = `${isBlind} ${seesRounds}`;
  const known = batch.frames.get(kind);
  if (known !== undefined) return known;
  const events = isBlind
    ? batch.events.filter((event) => !isHiddenFromTheBlind(event))
    : batch.events;
  const frame =
    events.length === 0
      ? null
      : frameOf(batch.session, batch.to, sight, {
          events,
          lines: [...new Set(events.flatMap(({ lineId }) => lineId ?? []))].flatMap(
            (id) => batch.lines.get(id) ?? [],
          ),
          isEveryLineChanged: events.some(changesEveryLine),
        });
  batch.frames.set(kind, frame);
  return frame;
}
