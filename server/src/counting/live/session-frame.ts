import { SharedAnswers } from "../../shared/shared-answers.ts";
import type { Sight } from "../domain/blindness.ts";
import { cursorAt, type FeedPosition, type ResyncReason } from "../domain/feed-position.ts";
import type { LineRow, SessionRow } from "../domain/rows.ts";
import type { SessionEventRow } from "../domain/session-event.ts";

/** What one kind of looker is told at once. */
export class SessionFrame extends SharedAnswers {
  constructor(
    readonly session: SessionRow,
    readonly isBlind: boolean,
    readonly cursor: string,
    readonly events: readonly EventShown[],
    readonly lines: readonly LineRow[],
    readonly isEveryLineChanged: boolean,
    readonly seesRounds: boolean,
  ) {
    super();
  }
}

/** An event under the number it has for its looker. */
export type EventShown = SessionEventRow;

/** One cannot go on from where one was: the feed ends behind it. */
export class ResyncRequired {
  constructor(readonly reason: ResyncReason) {}
}

export type SessionFeedItem = SessionFrame | ResyncRequired;

interface Told {
  events: readonly (SessionEventRow & { numberForTheBlind: number })[];
  lines: readonly LineRow[];
  isEveryLineChanged: boolean;
}

export function frameOf(
  session: SessionRow,
  to: FeedPosition,
  { isBlind, seesRounds }: Sight,
  { events, lines, isEveryLineChanged }: Told,
): SessionFrame {
  const cursor = cursorAt(session, to, isBlind);
  const shown = events.map(({ numberForTheBlind, ...event }) =>
    isBlind ? { ...event, sequence: numberForTheBlind } : event,
  );
  return new SessionFrame(session, isBlind, cursor, shown, lines, isEveryLineChanged, seesRounds);
}
