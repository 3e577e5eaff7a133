import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import type { Db } from "../../database/db.ts";
import { stateAfter } from "../domain/session-status.ts";
import type { NotVisitedPolicy } from "../domain/words.ts";
import { countNotVisitedAsZero } from "../storage/count-not-visited-as-zero.ts";
import { insertFollowUp } from "../storage/insert-follow-up.ts";
import { hasUnpostedVariances, saveSessionState } from "../storage/save-session-state.ts";
import type { SessionRow } from "../domain/rows.ts";
import { changeSession, type SessionOutcome, type SessionRequest } from "./change-session.ts";

export interface CloseCountSession extends SessionRequest {
  notVisited: NotVisitedPolicy;
}

/** Counting is over: the lines that nobody visited are dealt with, and what differs awaits its posting. */
export function closeCountSession(
  em: EntityManager,
  doorbell: Doorbell,
  request: CloseCountSession,
): Promise<SessionOutcome> {
  return changeSession(em, doorbell, "CLOSE", request, async (db, session) => {
    const followUp = await dealWithNotVisited(db, session, request);
    const { actorId, now, notVisited } = request;
    const state = stateAfter("CLOSE", session, {
      isApprovalRequired: session.options?.["170"] ?? true,
      unpostedVariances: (await hasUnpostedVariances(db, session)) ? 1 : 0,
      postedLines: session.status === "PARTIAL" ? 1 : 0,
    });
    const details = { notVisited, followUpId: followUp?.id ?? null };
    return saveSessionState(db, session, state, { kind: "SESSION_CLOSED", actorId, now, details });
  });
}

async function dealWithNotVisited(
  db: Db,
  session: SessionRow,
  { notVisited, actorId, now }: CloseCountSession,
): Promise<SessionRow | null> {
  switch (notVisited) {
    case "LEAVE":
      return null;
    case "COUNT_AS_ZERO":
      await countNotVisitedAsZero(db, session, actorId, now);
      return null;
    case "FOLLOW_UP":
      return insertFollowUp(db, session, actorId, now);
    default:
      return notVisited satisfies never;
  }
}
