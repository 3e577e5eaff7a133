import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { rejectRelease, type HoldRow, type ReleaseHoldRejectionReason } from "../domain/hold.ts";
import { lockHold } from "../storage/hold-row.ts";

export interface ReleaseHold {
  warehouseId: number;
  id: number;
  reason: string;
  actorId: string;
  now: Date;
}

export type ReleaseHoldOutcome =
  { hold: HoldRow } | { rejection: Rejection<ReleaseHoldRejectionReason> };

export async function releaseHold(
  em: EntityManager,
  asked: ReleaseHold,
): Promise<ReleaseHoldOutcome> {
  const { warehouseId, id, actorId, now } = asked;
  const reason = asked.reason.trim();
  return inTransaction<ReleaseHoldOutcome>(em, async ({ db }) => {
    const before = await lockHold(db, asked);
    if (!before) throw notFound("hold");
    const rejection = rejectRelease(before, reason);
    if (rejection) return { rejection };
    await sql`update stock_hold
        set released_at = ${now}, released_by = ${actorId}, release_reason = ${reason}
        where warehouse_id = ${warehouseId} and id = ${id}`.execute(db);
    return { hold: { ...before, releasedAt: now, releasedById: actorId, releaseReason: reason } };
  });
}
