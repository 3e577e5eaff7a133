import { sql, type Db } from "../../database/db.ts";
import type { SessionEventKind } from "../domain/session-event.ts";
import { saveLines, type EventToSave } from "./save-lines.ts";
import type { SessionRow } from "../domain/rows.ts";

export interface Reevaluation {
  drifted: readonly { id: number }[];
  reevaluated: readonly { id: number; wasDifferent: boolean; isDifferent: boolean }[];
}

/** The session's counters and events for what the ledger, and nobody's entry, has changed. */
export async function saveReevaluation(
  db: Db,
  session: SessionRow,
  { drifted, reevaluated }: Reevaluation,
  now: Date,
): Promise<void> {
  const more = reevaluated.filter((line) => line.isDifferent && !line.wasDifferent).length;
  const fewer = reevaluated.filter((line) => line.wasDifferent && !line.isDifferent).length;
  await sql`update count_session
      set lines_total = lines_total + ${drifted.length}::int,
        lines_different = lines_different + ${more - fewer}::int,
        hidden_events = hidden_events + ${reevaluated.length}::int
      where warehouse_id = ${session.warehouseId} and id = ${session.id}`.execute(db);
  const eventOf =
    (kind: SessionEventKind) =>
    ({ id }: { id: number }): EventToSave => ({ kind, lineId: id, actorId: null, details: null });
  const events = [
    ...drifted.map(eventOf("LINE_ADDED")),
    ...reevaluated.map(eventOf("LINE_REEVALUATED")),
  ];
  await saveLines(db, session, { events }, now);
}
