import type { EntityManager } from "@mikro-orm/postgresql";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { LineChoice } from "../../posting/domain/choice.ts";
import { resolveChoice } from "../../posting/storage/resolve-choice.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectNothing,
  rejectRejection,
  type RejectLinesRejectionReason,
} from "../domain/decide-approval.ts";
import { saveRejections } from "../storage/save-approvals.ts";

export interface RejectLines {
  warehouseId: number;
  sessionId: number;
  choice: LineChoice;
  reason: string;
  actorId: string;
  now: Date;
}

export type LinesRejectedOutcome =
  { lines: number } | { rejection: Rejection<RejectLinesRejectionReason> };

/** Says no to the numbers of lines, with a reason; an approval of them holds no more. */
export async function rejectLines(
  em: EntityManager,
  doorbell: Doorbell,
  input: RejectLines,
): Promise<LinesRejectedOutcome> {
  const { warehouseId, sessionId, actorId, now } = input;
  const reason = input.reason.trim();
  const outcome = await inTransaction<LinesRejectedOutcome>(em, async ({ db }) => {
    const session = await lockSession(db, warehouseId, sessionId);
    const no = rejectRejection(session, reason);
    if (no) return { rejection: no };
    const resolved = await resolveChoice(db, input.choice, input);
    if ("rejection" in resolved) return resolved;
    const { lineIds } = resolved;
    const lines = await saveRejections(db, { session, lineIds, actorId, now }, reason);
    return lines === 0 ? { rejection: rejectNothing() } : { lines };
  });
  if ("lines" in outcome) doorbell.ring(sessionTopic(warehouseId, sessionId));
  return outcome;
}
