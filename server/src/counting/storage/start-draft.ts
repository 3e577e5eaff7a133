import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { lockLedger } from "../../stock/storage/read-stock-move-facts.ts";
import { freezeTolerances } from "../../review/storage/session-tolerance.ts";
import { closeOffForCount } from "../../restrictions/storage/close-off-of-count.ts";
import { rejectCloseOff } from "../../restrictions/domain/reject-close-off.ts";
import { choiceOf } from "../domain/choice.ts";
import { closeOffAtStart, type AskedCloseOff } from "../domain/close-off-at-start.ts";
import { may } from "../domain/session-status.ts";
import { rejectStart, type StartRejectionReason } from "../domain/session-verb-rejections.ts";
import type { Options } from "../domain/options.ts";
import type { SessionRow } from "../domain/rows.ts";
import { saveLines } from "./save-lines.ts";
import { lockSession, sessionColumns } from "./session-row.ts";
import { takeSnapshot } from "./take-snapshot.ts";

export interface StartDraft {
  warehouseId: number;
  sessionId: number;
  startedBy: string;
  now: Date;
  overlap: "EXCLUDE" | "ACCEPT";
  /** Null lets option 345 decide. */
  closeOff?: AskedCloseOff | null;
}

export type StartOutcome = { session: SessionRow } | { rejection: Rejection<StartRejectionReason> };

/** In the transaction of whoever starts it: a person, or the plan. */
export async function startDraft(
  db: Db,
  input: StartDraft,
  options: Options,
): Promise<StartOutcome> {
  const { warehouseId, sessionId, now } = input;
  await lockLedger(db, warehouseId);
  const draft = await lockSession(db, warehouseId, sessionId);
  if (!may("START", draft)) return { rejection: rejectStart("NOT_A_DRAFT") };
  const no = input.closeOff ? rejectCloseOff(input.closeOff, now) : null;
  if (no) return { rejection: rejectStart(no.reason) };
  const choice = choiceOf({ ...draft, passesOverHeld: input.overlap === "EXCLUDE" }, options, now);
  const lines = await takeSnapshot(db, choice, { sessionId, now, overlap: input.overlap });
  if (lines === 0) return { rejection: rejectStart("NOTHING_TO_COUNT") };
  await freezeTolerances(db, { warehouseId, sessionId });
  const closeOff = closeOffAtStart(draft, options, input.closeOff ?? null, now);
  if (closeOff)
    await closeOffForCount(db, {
      ...{ warehouseId, sessionId, now, ownerId: input.startedBy },
      ...{ locationIds: draft.scope.locationIds, ...closeOff },
    });
  const started = await firstRowOf<SessionRow>(
    db,
    sql`update count_session s
        set status = 'OPEN', options = ${JSON.stringify(options)}::jsonb,
          started_at = ${now}::timestamptz, lines_total = ${lines},
          ledger_position = (select last_move_id from ledger_head where warehouse_id = ${warehouseId})
        where s.warehouse_id = ${warehouseId} and s.id = ${sessionId}
        returning ${sessionColumns}`,
  );
  const session = started as SessionRow;
  const event = {
    kind: "SESSION_STARTED" as const,
    lineId: null,
    actorId: input.startedBy,
    details: null,
  };
  await saveLines(db, session, { events: [event] }, now);
  return { session: { ...session, sequence: session.sequence + 1 } };
}
