import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { lockLedger } from "../../stock/storage/read-stock-move-facts.ts";
import type { CloseOffRow } from "../domain/close-off.ts";
import { rejectExtension, type ChangeCloseOffRejectionReason } from "../domain/reject-close-off.ts";
import { lockCloseOff, saveCloseOffStep, type CloseOffKey } from "../storage/close-off-row.ts";

export interface ExtendCloseOff extends CloseOffKey {
  expiresAt: Date;
  actorId: string;
  now: Date;
}

export type ChangedCloseOff =
  { closeOff: CloseOffRow } | { rejection: Rejection<ChangeCloseOffRejectionReason> };

/** For longer, or for less: its owner says until when. */
export async function extendCloseOff(
  em: EntityManager,
  asked: ExtendCloseOff,
): Promise<ChangedCloseOff> {
  const { warehouseId, id, expiresAt, actorId, now } = asked;
  return inTransaction<ChangedCloseOff>(em, async ({ db }) => {
    await lockLedger(db, warehouseId);
    const before = await lockCloseOff(db, asked);
    if (!before) throw notFound("close off");
    const rejection = rejectExtension(before, asked);
    if (rejection) return { rejection };
    await sql`update close_off set expires_at = ${expiresAt}
        where warehouse_id = ${warehouseId} and id = ${id}`.execute(db);
    await saveCloseOffStep(db, asked, {
      ...{ kind: "EXTENDED", actorId, happenedAt: now, expiresAt, reason: null },
    });
    return { closeOff: { ...before, expiresAt } };
  });
}
