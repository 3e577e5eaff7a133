import type { EntityManager } from "@mikro-orm/postgresql";
import { lockSession } from "../../counting/storage/session-row.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectSessionTolerance,
  type SessionToleranceRejectionReason,
} from "../domain/reject-session-tolerance.ts";
import type { Limits } from "../domain/tolerance-limits.ts";
import { saveSessionLimits } from "../storage/session-tolerance.ts";

export interface SaveSessionTolerance {
  warehouseId: number;
  sessionId: number;
  /** Null takes them away. */
  limits: Limits | null;
}

export type SessionToleranceOutcome =
  { session: SessionRow } | { rejection: Rejection<SessionToleranceRejectionReason> };

/** Limits of one count, for lines that no rule for their item, class or place has. */
export function saveSessionTolerance(
  em: EntityManager,
  { warehouseId, sessionId, limits }: SaveSessionTolerance,
): Promise<SessionToleranceOutcome> {
  return inTransaction<SessionToleranceOutcome>(em, async ({ db }) => {
    const session = await lockSession(db, warehouseId, sessionId);
    const rejection = rejectSessionTolerance(limits, { isDraft: session.status === "DRAFT" });
    if (rejection) return { rejection };
    await saveSessionLimits(db, { warehouseId, sessionId }, limits);
    return { session };
  });
}
