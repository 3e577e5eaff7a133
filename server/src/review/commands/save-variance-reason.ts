import type { EntityManager } from "@mikro-orm/postgresql";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectVarianceReason,
  type VarianceReason,
  type VarianceReasonRejectionReason,
} from "../domain/variance-reason.ts";
import { isReasonNameTaken, putVarianceReason } from "../storage/variance-reasons.ts";

export type VarianceReasonOutcome =
  { saved: VarianceReason } | { rejection: Rejection<VarianceReasonRejectionReason> };

/** Makes a reason or changes its name and use; what was explained with it keeps its code. */
export function saveVarianceReason(
  em: EntityManager,
  asked: VarianceReason,
): Promise<VarianceReasonOutcome> {
  return decideAgainAfterRace(() =>
    inTransaction<VarianceReasonOutcome>(em, async ({ db }) => {
      const rejection = rejectVarianceReason(asked, {
        isNameTaken: await isReasonNameTaken(db, asked),
      });
      if (rejection) return { rejection };
      await putVarianceReason(db, asked);
      return { saved: asked };
    }),
  );
}
