import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import { saveSessionState } from "../storage/save-session-state.ts";
import { changeSession, type SessionOutcome, type SessionRequest } from "./change-session.ts";

/** Counting goes on where it was handed in. */
export function reopenCountSession(
  em: EntityManager,
  doorbell: Doorbell,
  request: SessionRequest,
): Promise<SessionOutcome> {
  return changeSession(em, doorbell, "REOPEN", request, (db, session) => {
    const state = { status: "OPEN", isSubmitted: false } as const;
    return saveSessionState(db, session, state, { kind: "SESSION_REOPENED", ...request });
  });
}
