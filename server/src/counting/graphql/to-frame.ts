import { idOf } from "../../shared/opaque-id.ts";
import type { SessionEventRow } from "../domain/session-event.ts";
import type * as live from "../live/session-frame.ts";
import { SessionEvent, SessionFrame, SessionProgress } from "./feed-objects.ts";
import { toLine, toSession } from "./to-object.ts";

/** Lines and figures go through the same gate as everywhere; which events there are, live/ decides. */
export function toFrame(frame: live.SessionFrame): SessionFrame {
  const { session, isBlind, seesRounds } = frame;
  const shown = toSession(session, { seesExpected: seesRounds });
  return Object.assign(new SessionFrame(), {
    events: frame.events.map((event) => toEvent(event, session.warehouseId)),
    lines: frame.lines.map((line) => toLine(line, { isBlind, seesRounds })),
    isEveryLineChanged: frame.isEveryLineChanged,
    progress: Object.assign(new SessionProgress(), {
      status: shown.status,
      isSubmitted: shown.isSubmitted,
      linesTotal: shown.linesTotal,
      linesCounted: shown.linesCounted,
      linesSkipped: shown.linesSkipped,
      linesNotAccessible: shown.linesNotAccessible,
      linesDifferent: shown.linesDifferent,
    }),
    cursor: frame.cursor,
  });
}

/** Of what an event was stored with, what is named here is told. */
function toEvent(event: SessionEventRow, warehouseId: number): SessionEvent {
  const { sequence, kind, happenedAt, actorId, lineId, details } = event;
  return Object.assign(new SessionEvent(), {
    sequence,
    kind,
    happenedAt,
    actorId,
    lineId: lineId === null ? null : idOf("CountLine", warehouseId, lineId),
    externalId: details?.externalId ?? null,
    mode: details?.mode ?? null,
    reason: details?.reason ?? null,
  });
}
