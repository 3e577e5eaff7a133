import type { EntityManager } from "@mikro-orm/postgresql";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { lockLedger } from "../../stock/storage/read-stock-move-facts.ts";
import type { CloseOffMode, CloseOffRow } from "../domain/close-off.ts";
import { rejectCloseOff, type CloseOffRejectionReason } from "../domain/reject-close-off.ts";
import { insertCloseOff, saveCloseOffStep } from "../storage/close-off-row.ts";

export interface CloseOffLocation {
  warehouseId: number;
  locationId: number;
  mode: CloseOffMode;
  reason: string;
  expiresAt: Date;
  actorId: string;
  now: Date;
}

export type CloseOffOutcome =
  { closeOff: CloseOffRow } | { rejection: Rejection<CloseOffRejectionReason> };

/** Under the ledger's lock: a move is either before it, or meets it. */
export async function closeOffLocation(
  em: EntityManager,
  asked: CloseOffLocation,
): Promise<CloseOffOutcome> {
  const { warehouseId, actorId, now, expiresAt } = asked;
  const reason = asked.reason.trim();
  return inTransaction<CloseOffOutcome>(em, async ({ db }) => {
    await lockLedger(db, warehouseId);
    await requireLocation(db, asked);
    const rejection = rejectCloseOff({ reason, expiresAt }, now);
    if (rejection) return { rejection };
    const given = { ...asked, reason, ownerId: actorId, sessionId: null };
    const closeOff = await insertCloseOff(db, given);
    await saveCloseOffStep(db, closeOff, {
      ...{ kind: "MADE", actorId, happenedAt: now, expiresAt, reason },
    });
    return { closeOff };
  });
}

async function requireLocation(
  db: Db,
  { warehouseId, locationId }: CloseOffLocation,
): Promise<void> {
  const known = await firstRowOf(
    db,
    sql`select 1 from location where warehouse_id = ${warehouseId} and id = ${locationId}`,
  );
  if (!known) throw notFound("location");
}
