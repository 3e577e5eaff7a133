import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import { rejectVerb } from "../domain/session-verb-rejections.ts";
import { resetLines } from "../storage/reset-lines.ts";
import { saveSessionState } from "../storage/save-session-state.ts";
import { lockSession } from "../storage/session-row.ts";
import { changeSession, type SessionOutcome, type SessionRequest } from "./change-session.ts";

/** Begins the count again: a new generation, in which no earlier entry counts. */
export async function resetCountSession(
  em: EntityManager,
  doorbell: Doorbell,
  request: SessionRequest & { reason: string },
): Promise<SessionOutcome> {
  const reason = request.reason.trim();
  if (reason === "") return { rejection: rejectVerb("REASON_MISSING") };
  return changeSession(em, doorbell, "RESET", request, async (db, session) => {
    await resetLines(db, session);
    const fresh = await lockSession(db, session.warehouseId, session.id);
    const { actorId, now } = request;
    const change = { kind: "SESSION_RESET" as const, actorId, now, details: { reason } };
    return saveSessionState(db, fresh, fresh, change);
  });
}
