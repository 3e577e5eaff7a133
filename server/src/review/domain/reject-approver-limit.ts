import type { Decimal } from "../../shared/exact-decimal.ts";
import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";

export const approverLimitRejections = {
  USER_UNKNOWN: "There is no such person.",
  OWN_LIMIT: "Nobody says himself how much he may approve.",
  VALUE_BELOW_ZERO: "A limit is 0 or more.",
} as const;
export type ApproverLimitRejectionReason = keyof typeof approverLimitRejections;
const reject = rejectionsOf<ApproverLimitRejectionReason>(approverLimitRejections);

export interface AskedLimit {
  userId: string;
  /** Null takes the limit away. */
  valueAtMost: Decimal | null;
  savedBy: string;
}

export function rejectApproverLimit(
  { userId, valueAtMost, savedBy }: AskedLimit,
  { isUserKnown }: { isUserKnown: boolean },
): Rejection<ApproverLimitRejectionReason> | null {
  if (!isUserKnown) return reject("USER_UNKNOWN");
  if (userId === savedBy) return reject("OWN_LIMIT");
  return valueAtMost?.isNegative() ? reject("VALUE_BELOW_ZERO") : null;
}
