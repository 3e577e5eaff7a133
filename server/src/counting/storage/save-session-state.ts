import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { SessionState } from "../domain/session-status.ts";
import { endCloseOffsOfCount } from "../../restrictions/storage/close-off-of-count.ts";
import { isHiddenFromTheBlind, type SessionEventKind } from "../domain/session-event.ts";
import { saveLines } from "./save-lines.ts";
import type { SessionRow } from "../domain/rows.ts";
import { lockSession } from "./session-row.ts";

export interface SessionChange {
  kind: SessionEventKind;
  actorId: string;
  now: Date;
  details?: Record<string, unknown>;
}

/** The new state with its event; lines of a count that has ended are no longer the ledger's business. */
export async function saveSessionState(
  db: Db,
  session: SessionRow,
  state: SessionState,
  change: SessionChange,
): Promise<SessionRow> {
  const { warehouseId, id } = session;
  const { now, actorId } = change;
  const hasEnded = state.status === "POSTED" || state.status === "CANCELLED";
  await sql`update count_session
      set hidden_events = hidden_events + ${isHiddenFromTheBlind(change) ? 1 : 0}::int,
        status = ${state.status}, is_submitted = ${state.isSubmitted},
        submitted_at = case when ${state.isSubmitted} then coalesce(submitted_at, ${now}::timestamptz) end,
        submitted_by = case when ${state.isSubmitted} then coalesce(submitted_by, ${actorId}) end,
        completed_at = case when ${state.status} = 'POSTED' then ${now}::timestamptz end,
        cancelled_at = case when ${state.status} = 'CANCELLED' then ${now}::timestamptz end,
        cancel_reason = ${state.status === "CANCELLED" ? (change.details?.["reason"] ?? null) : null}
      where warehouse_id = ${warehouseId} and id = ${id}`.execute(db);
  if (hasEnded)
    await sql`update count_line set is_active = false
        where warehouse_id = ${warehouseId} and session_id = ${id} and is_active`.execute(db);
  if (hasEnded) await endCloseOffsOfCount(db, session, change);
  const { kind, details = null } = change;
  await saveLines(db, session, { events: [{ kind, lineId: null, actorId, details }] }, now);
  return lockSession(db, warehouseId, id);
}

/** A line that is posted is no longer active. */
export async function hasUnpostedVariances(db: Db, session: SessionRow): Promise<boolean> {
  const row = await firstRowOf(
    db,
    sql`select 1 from count_line
        where warehouse_id = ${session.warehouseId} and session_id = ${session.id}
          and quantity_variance <> 0 and is_active limit 1`,
  );
  return row !== null;
}
