import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import type { AbcThresholds } from "./classify-items.ts";

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const abcThresholdRejections = {
  SHARE_OUT_OF_RANGE: "The share of A is above 0 %, that of A and B at most 100 %.",
  SHARES_OUT_OF_ORDER: "A and B together come to more than A alone.",
  DAYS_OUT_OF_RANGE: "The ledger is read 1 to 1,095 days back.",
  LIFT_NOT_POSITIVE: "At least one move lifts an item; leave it out where moves say nothing.",
} as const;
export type AbcThresholdRejectionReason = keyof typeof abcThresholdRejections;
const reject = rejectionsOf<AbcThresholdRejectionReason>(abcThresholdRejections);

const longestDays = 1_095;

export function rejectAbcThresholds({
  shareA,
  shareB,
  days,
  liftFromMoves,
}: AbcThresholds): Rejection<AbcThresholdRejectionReason> | null {
  if (shareA.lte(0) || shareB.gt(100)) return reject("SHARE_OUT_OF_RANGE");
  if (shareA.gte(shareB)) return reject("SHARES_OUT_OF_ORDER");
  if (days < 1 || days > longestDays) return reject("DAYS_OUT_OF_RANGE");
  if (liftFromMoves !== null && liftFromMoves < 1) return reject("LIFT_NOT_POSITIVE");
  return null;
}
