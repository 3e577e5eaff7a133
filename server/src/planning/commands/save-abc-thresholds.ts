import type { EntityManager } from "@mikro-orm/postgresql";
import { inTransaction } from "../../database/in-transaction.ts";
import { decimalText } from "../../shared/exact-decimal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import type { AbcLimits } from "../domain/abc-run.ts";
import type { AbcThresholds } from "../domain/classify-items.ts";
import {
  rejectAbcThresholds,
  type AbcThresholdRejectionReason,
} from "../domain/reject-abc-thresholds.ts";
import { writeAbcPolicy } from "../storage/abc-policy.ts";

export interface SaveAbcThresholds extends AbcThresholds {
  warehouseId: number;
  actorId: string;
  now: Date;
}

export type AbcThresholdsOutcome =
  { saved: AbcLimits } | { rejection: Rejection<AbcThresholdRejectionReason> };

/** For the analyses that follow: what was found stays as it was found. */
export async function saveAbcThresholds(
  em: EntityManager,
  input: SaveAbcThresholds,
): Promise<AbcThresholdsOutcome> {
  const { warehouseId, actorId: changedBy, now, days, liftFromMoves } = input;
  const rejection = rejectAbcThresholds(input);
  if (rejection) return { rejection };
  const [shareA, shareB] = [decimalText(input.shareA), decimalText(input.shareB)];
  const saved = { shareA, shareB, days, liftFromMoves };
  await inTransaction(em, ({ db }) =>
    writeAbcPolicy(db, { ...saved, warehouseId, changedBy, now }),
  );
  return { saved };
}
