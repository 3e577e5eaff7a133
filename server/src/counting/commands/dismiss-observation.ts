import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { decideDismissal, type DismissalRejectionReason } from "../domain/decide-dismissal.ts";
import { sessionTopic } from "../domain/session-topic.ts";
import { loadEntry } from "../storage/loose-entry.ts";
import { saveLines } from "../storage/save-lines.ts";
import { lockSession } from "../storage/session-row.ts";

export interface DismissObservation {
  warehouseId: number;
  observationId: number;
  reason: string;
  dismissedBy: string;
  now: Date;
}

export type DismissalOutcome =
  { sessionId: number; wasDismissed: boolean } | { rejection: Rejection<DismissalRejectionReason> };

/** Lets an entry go that belongs to nothing. It stays where it is, with who let it go and why. */
export async function dismissObservation(
  em: EntityManager,
  doorbell: Doorbell,
  { warehouseId, observationId, reason, dismissedBy, now }: DismissObservation,
): Promise<DismissalOutcome> {
  const outcome = await inTransaction<DismissalOutcome>(em, async ({ db }) => {
    const { sessionId } = await loadEntry(db, warehouseId, observationId);
    const session = await lockSession(db, warehouseId, sessionId);
    const entry = await loadEntry(db, warehouseId, observationId);
    const decision = decideDismissal(entry, reason);
    if (decision.kind === "REJECTED") return { rejection: decision.rejection };
    if (decision.kind === "ALREADY_DISMISSED") return { sessionId, wasDismissed: true };
    await sql`insert into observation_dismissal
          (warehouse_id, observation_id, reason, dismissed_by, dismissed_at)
        values (${warehouseId}, ${observationId}, ${reason}, ${dismissedBy}, ${now}::timestamptz)`.execute(
      db,
    );
    const { externalId, recordedBy } = entry;
    const event = {
      kind: "OBSERVATION_DISMISSED" as const,
      lineId: null,
      actorId: dismissedBy,
      details: { dismisses: externalId, recordedBy, reason },
    };
    await saveLines(db, session, { events: [event] }, now);
    return { sessionId, wasDismissed: false };
  });
  if ("sessionId" in outcome) doorbell.ring(sessionTopic(warehouseId, outcome.sessionId));
  return outcome;
}
