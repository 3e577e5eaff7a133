import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import { sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectCountSession,
  type CountSessionRejectionReason,
} from "../domain/reject-count-session.ts";
import type { SessionRow } from "../domain/rows.ts";
import { sessionTopic } from "../domain/session-topic.ts";
import {
  rejectSessionVerb,
  type SessionVerbRejectionReason,
} from "../domain/session-verb-rejections.ts";
import { areAssigneesKnown } from "../storage/session-facts.ts";
import { saveAssignees } from "../storage/save-assignees.ts";
import { saveSessionState } from "../storage/save-session-state.ts";
import { lockSession } from "../storage/session-row.ts";
import type { SessionRequest } from "./change-session.ts";

export interface UpdateCountSession extends SessionRequest {
  /** What is left out is kept. */
  title?: string | undefined;
  deadlineAt?: Date | null | undefined;
  notes?: string | null | undefined;
  assigneeIds?: readonly string[] | undefined;
}

export type UpdateOutcome =
  | { session: SessionRow }
  | { rejection: Rejection<CountSessionRejectionReason | SessionVerbRejectionReason> };

/** What can still be changed once a count runs; what it counts cannot. */
export async function updateCountSession(
  em: EntityManager,
  doorbell: Doorbell,
  input: UpdateCountSession,
): Promise<UpdateOutcome> {
  const { warehouseId, sessionId, actorId, now } = input;
  const outcome = await inTransaction<UpdateOutcome>(em, async ({ db }) => {
    const before = await lockSession(db, warehouseId, sessionId);
    const next = {
      ...before,
      title: input.title ?? before.title,
      deadlineAt: input.deadlineAt === undefined ? before.deadlineAt : input.deadlineAt,
      notes: input.notes === undefined ? before.notes : input.notes,
    };
    const hasNewDeadline = next.deadlineAt?.valueOf() !== before.deadlineAt?.valueOf();
    const rejection =
      rejectSessionVerb("EDIT", before) ??
      rejectCountSession(hasNewDeadline ? next : { ...next, deadlineAt: null }, {
        now,
        isTemplateKnown: true,
        outdated: [],
        isScopeKnown: true,
        areAssigneesKnown: await areAssigneesKnown(db, warehouseId, input.assigneeIds ?? []),
      });
    if (rejection) return { rejection };
    await sql`update count_session
        set title = ${next.title}, deadline_at = ${next.deadlineAt}::timestamptz, notes = ${next.notes}
        where warehouse_id = ${warehouseId} and id = ${sessionId}`.execute(db);
    if (input.assigneeIds) await saveAssignees(db, before, input.assigneeIds);
    const change = { kind: "SESSION_UPDATED" as const, actorId, now };
    return { session: await saveSessionState(db, before, before, change) };
  });
  if ("session" in outcome) doorbell.ring(sessionTopic(warehouseId, sessionId));
  return outcome;
}
