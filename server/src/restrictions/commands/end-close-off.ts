import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import { rejectEnding } from "../domain/reject-close-off.ts";
import { lockCloseOff, saveCloseOffStep, type CloseOffKey } from "../storage/close-off-row.ts";
import type { ChangedCloseOff } from "./extend-close-off.ts";

export interface EndCloseOff extends CloseOffKey {
  /** Why, where it is not the owner who ends it. */
  reason: string;
  actorId: string;
  now: Date;
}

export async function endCloseOff(em: EntityManager, asked: EndCloseOff): Promise<ChangedCloseOff> {
  const { warehouseId, id, actorId, now } = asked;
  const reason = asked.reason.trim();
  return inTransaction<ChangedCloseOff>(em, async ({ db }) => {
    const before = await lockCloseOff(db, asked);
    if (!before) throw notFound("close off");
    const rejection = rejectEnding(before, { actorId, reason, now });
    if (rejection) return { rejection };
    await sql`update close_off set ended_at = ${now}, ended_by = ${actorId}
        where warehouse_id = ${warehouseId} and id = ${id}`.execute(db);
    await saveCloseOffStep(db, asked, {
      ...{ kind: "ENDED", actorId, happenedAt: now, expiresAt: null, reason: reason || null },
    });
    return { closeOff: { ...before, endedAt: now, endedById: actorId } };
  });
}
