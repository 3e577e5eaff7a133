import type { EntityManager } from "@mikro-orm/postgresql";
import { companyChain } from "../../audit/domain/audit-entry.ts";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectVarianceReason,
  type VarianceReason,
  type VarianceReasonRejectionReason,
} from "../domain/variance-reason.ts";
import { isReasonNameTaken, putVarianceReason } from "../storage/variance-reasons.ts";

export interface SaveVarianceReason extends VarianceReason {
  savedBy: string;
  now: Date;
}

export type VarianceReasonOutcome =
  { saved: VarianceReason } | { rejection: Rejection<VarianceReasonRejectionReason> };

/** Makes a reason or changes its name and use; what was explained with it keeps its code. */
export function saveVarianceReason(
  em: EntityManager,
  { savedBy, now, ...asked }: SaveVarianceReason,
): Promise<VarianceReasonOutcome> {
  return decideAgainAfterRace(() =>
    inTransaction<VarianceReasonOutcome>(em, async ({ db }) => {
      const rejection = rejectVarianceReason(asked, {
        isNameTaken: await isReasonNameTaken(db, asked),
      });
      if (rejection) return { rejection };
      const before = await putVarianceReason(db, asked);
      const details = {
        ...asked,
        before: before && { name: before.name, isActive: before.isActive },
      };
      await appendAudit(db, companyChain, [
        { kind: "VARIANCE_REASON_SAVED", actorId: savedBy, now, sessionId: null, details },
      ]);
      return { saved: asked };
    }),
  );
}
