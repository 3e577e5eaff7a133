import type { EntityManager } from "@mikro-orm/postgresql";
import { companyChain } from "../../audit/domain/audit-entry.ts";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectReasonOrder,
  type ReasonOrderRejectionReason,
  type VarianceReason,
} from "../domain/variance-reason.ts";
import {
  listVarianceReasons,
  lockReasonCodes,
  putReasonOrder,
} from "../storage/variance-reasons.ts";

export interface OrderVarianceReasons {
  /** Every code, in the order in which people are offered the reasons. */
  codes: readonly string[];
  orderedBy: string;
  now: Date;
}

export type ReasonOrderOutcome =
  { reasons: VarianceReason[] } | { rejection: Rejection<ReasonOrderRejectionReason> };

/** Says in which order reasons are offered. */
export function orderVarianceReasons(
  em: EntityManager,
  { codes, orderedBy, now }: OrderVarianceReasons,
): Promise<ReasonOrderOutcome> {
  return inTransaction<ReasonOrderOutcome>(em, async ({ db }) => {
    const rejection = rejectReasonOrder(codes, await lockReasonCodes(db));
    if (rejection) return { rejection };
    await putReasonOrder(db, codes);
    const details = { order: codes.join(", ") };
    await appendAudit(db, companyChain, [
      { kind: "VARIANCE_REASONS_ORDERED", actorId: orderedBy, now, sessionId: null, details },
    ]);
    return { reasons: await listVarianceReasons(db) };
  });
}
