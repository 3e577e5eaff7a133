import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import { rejectVerb } from "../domain/session-verb-rejections.ts";
import { saveSessionState } from "../storage/save-session-state.ts";
import { changeSession, type SessionOutcome, type SessionRequest } from "./change-session.ts";

/** Ends a count of which nothing is posted. What was entered stays to be read. */
export async function cancelCountSession(
  em: EntityManager,
  doorbell: Doorbell,
  request: SessionRequest & { reason: string },
): Promise<SessionOutcome> {
  const reason = request.reason.trim();
  if (reason === "") return { rejection: rejectVerb("REASON_MISSING") };
  return changeSession(em, doorbell, "CANCEL", request, (db, session) => {
    const state = { status: "CANCELLED", isSubmitted: session.isSubmitted } as const;
    const { actorId, now } = request;
    const change = { kind: "SESSION_CANCELLED" as const, actorId, now, details: { reason } };
    return saveSessionState(db, session, state, change);
  });
}
