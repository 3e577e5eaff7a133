import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import { recountAtHandIn } from "../../review/storage/recount-at-hand-in.ts";
import { stateAfter } from "../domain/session-status.ts";
import { saveSessionState } from "../storage/save-session-state.ts";
import { lockSession } from "../storage/session-row.ts";
import { changeSession, type SessionOutcome, type SessionRequest } from "./change-session.ts";

/** Hands the count in: nobody enters more, until it is opened again. */
export function submitCountSession(
  em: EntityManager,
  doorbell: Doorbell,
  request: SessionRequest,
): Promise<SessionOutcome> {
  return changeSession(em, doorbell, "SUBMIT", request, async (db, session) => {
    const isApprovalRequired = session.options?.["170"] ?? true;
    const left = { isApprovalRequired, unpostedVariances: 0, postedLines: 0 };
    const state = stateAfter("SUBMIT", session, left);
    const handedIn = await saveSessionState(db, session, state, {
      ...{ kind: "SESSION_SUBMITTED", ...request },
    });
    await recountAtHandIn(db, handedIn, request);
    return lockSession(db, session.warehouseId, session.id);
  });
}
