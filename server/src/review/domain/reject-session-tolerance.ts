import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import { isNegative } from "./reject-tolerance-set.ts";
import { hasLimit, type Limits } from "./tolerance-limits.ts";

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const sessionToleranceRejections = {
  NOT_A_DRAFT: "The count has started: it is judged by what held then.",
  LIMIT_MISSING: "Say at least one limit, or take the count's own limits away.",
  LIMIT_NEGATIVE: "A limit is zero or more, on both sides.",
} as const;
export type SessionToleranceRejectionReason = keyof typeof sessionToleranceRejections;
const reject = rejectionsOf<SessionToleranceRejectionReason>(sessionToleranceRejections);

export function rejectSessionTolerance(
  limits: Limits | null,
  { isDraft }: { isDraft: boolean },
): Rejection<SessionToleranceRejectionReason> | null {
  if (!isDraft) return reject("NOT_A_DRAFT");
  if (limits === null) return null;
  if (!hasLimit(limits)) return reject("LIMIT_MISSING");
  return isNegative(limits) ? reject("LIMIT_NEGATIVE") : null;
}
