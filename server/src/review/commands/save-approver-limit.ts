import type { EntityManager } from "@mikro-orm/postgresql";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectApproverLimit,
  type ApproverLimitRejectionReason,
  type AskedLimit,
} from "../domain/reject-approver-limit.ts";
import { findUserName, listApproverLimits, putApproverLimit } from "../storage/approver-limits.ts";
import type { ApproverLimitRow } from "../storage/approver-limits.ts";

export interface SaveApproverLimit extends AskedLimit {
  warehouseId: number;
  now: Date;
}

export type ApproverLimitOutcome =
  { limits: ApproverLimitRow[] } | { rejection: Rejection<ApproverLimitRejectionReason> };

/** Says how much one person may approve in one count of a warehouse; in force at once. */
export function saveApproverLimit(
  em: EntityManager,
  input: SaveApproverLimit,
): Promise<ApproverLimitOutcome> {
  const { warehouseId, userId, savedBy, now } = input;
  return inTransaction<ApproverLimitOutcome>(em, async ({ db }) => {
    const userName = await findUserName(db, userId);
    const rejection = rejectApproverLimit(input, { isUserKnown: userName !== null });
    if (rejection) return { rejection };
    const valueAtMost = input.valueAtMost?.toFixed() ?? null;
    const limit = { warehouseId, userId, valueAtMost, savedById: savedBy, savedAt: now };
    await putApproverLimit(db, limit);
    const details = { userId, userName, valueAtMost };
    await appendAudit(db, warehouseId, [
      { kind: "APPROVER_LIMIT_SAVED", actorId: savedBy, now, sessionId: null, details },
    ]);
    return { limits: await listApproverLimits(db, warehouseId) };
  });
}
