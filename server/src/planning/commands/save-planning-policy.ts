import type { EntityManager } from "@mikro-orm/postgresql";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectPlanningPolicy,
  type Holiday,
  type PlanningPolicy,
  type PlanningRejectionReason,
} from "../domain/planning-policy.ts";
import { readSite, writeHolidays, writePolicy, type Site } from "../storage/planning-policy-row.ts";

export interface SavePlanningPolicy {
  warehouseId: number;
  policy: PlanningPolicy;
  holidays: readonly Holiday[];
  actorId: string;
  now: Date;
}

export type PlanningPolicyOutcome =
  { site: Site } | { rejection: Rejection<PlanningRejectionReason> };

/** Work days, closed days, the load of a day and what sets off a count. */
export function savePlanningPolicy(
  em: EntityManager,
  { warehouseId, policy, holidays, actorId: changedBy, now }: SavePlanningPolicy,
): Promise<PlanningPolicyOutcome> {
  return inTransaction<PlanningPolicyOutcome>(em, async ({ db }) => {
    const rejection = rejectPlanningPolicy(policy, holidays);
    if (rejection) return { rejection };
    await writePolicy(db, warehouseId, policy, { changedBy, now });
    await writeHolidays(db, warehouseId, holidays);
    return { site: await readSite(db, warehouseId) };
  });
}
