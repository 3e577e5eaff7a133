import type { SessionRow } from "../domain/rows.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { notFound } from "../../shared/refusal.ts";

export const sessionColumns = sql`s.warehouse_id as "warehouseId", s.id, s.number, s.title, s.status,
  s.is_submitted as "isSubmitted", s.count_type as "countType", s.scope, s.is_blind as "isBlind",
  s.options, s.deadline_at as "deadlineAt", s.notes, s.reference,
  s.template_id as "templateId", s.template_name as "templateName", s.created_by as "createdById",
  s.created_at as "createdAt", s.started_at as "startedAt", s.submitted_at as "submittedAt",
  s.submitted_by as "submittedById", s.completed_at as "completedAt",
  s.cancelled_at as "cancelledAt", s.cancel_reason as "cancelReason", s.generation,
  s.ledger_position as "ledgerPosition", s.epoch, s.sequence,
  s.hidden_events as "hiddenEvents",
  s.events_pruned as "eventsPruned", s.lines_total as "linesTotal",
  s.lines_counted as "linesCounted", s.lines_skipped as "linesSkipped",
  s.lines_not_accessible as "linesNotAccessible", s.lines_different as "linesDifferent",
  s.lines_recounted as "linesRecounted", s.approvals_standing as "approvalsStanding"`;

/**
 * Holds the session until the transaction ends. Whoever writes lines or entries of a session holds
 * it; whoever also writes the ledger takes that first, so that nobody waits in a circle.
 */
export async function lockSession(db: Db, warehouseId: number, id: number): Promise<SessionRow> {
  const row = await firstRowOf<SessionRow>(
    db,
    sql`select ${sessionColumns} from count_session s
        where s.warehouse_id = ${warehouseId} and s.id = ${id} for no key update`,
  );
  if (!row) throw notFound("count session");
  return row;
}
