import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import type { RequestContext } from "../../context.ts";
import { scopeOf } from "../../counting/graphql/from-input.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { toSession } from "../../counting/graphql/to-object.ts";
import { readSessions } from "../../counting/queries/load-one.ts";
import {
  idOf,
  keyOf,
  numberKeyOrNull,
  singleKeyOf,
  warehouseKeyOf,
} from "../../shared/opaque-id.ts";
import { generateCounts } from "../commands/generate-counts.ts";
import { movePlannedCounts } from "../commands/move-planned-counts.ts";
import { retireSchedule } from "../commands/retire-schedule.ts";
import { savePlanningPolicy } from "../commands/save-planning-policy.ts";
import { saveSchedule } from "../commands/save-schedule.ts";
import { readPlan } from "../queries/read-plan.ts";
import * as plan from "./plan-verb-objects.ts";
import * as policies from "./policy-objects.ts";
import * as objects from "./schedule-objects.ts";
import { toPolicy, toSchedules } from "./to-plan.ts";

const nothingRestricted = {
  ...{ locationIds: [], itemIds: [], supplierId: null, categoryId: null, abcClass: null },
  ...{ lotsToCount: null, valueThreshold: null },
};

@Resolver(() => objects.Schedule)
export class ScheduleResolver {
  @Mutation(() => objects.SaveScheduleResult, {
    description: "Says what is counted how often. What was counted stays counted.",
  })
  async saveSchedule(
    @Arg("input", () => objects.SaveScheduleInput, { description: "The schedule." })
    input: objects.SaveScheduleInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const by = { savedBy: context.actor.userId, now: context.now };
    const { scheduleId, cadence: kind, cadenceDays, startsOn, ownerId } = input;
    const scope = Object.entries(scopeOf(warehouseId, input.scope)).filter(
      ([, part]) => part != null,
    );
    const outcome = await saveSchedule(context.em, {
      ...{ warehouseId, startsOn, ...by, leadDays: input.leadDays ?? 0 },
      id: scheduleId ? scheduleOf(warehouseId, scheduleId) : null,
      name: input.name.trim(),
      cadence: { kind, days: cadenceDays ?? null },
      scope: { ...nothingRestricted, ...Object.fromEntries(scope) },
      settings: {
        choice: input.choice ?? "PLACES",
        isBlind: input.isBlind ?? null,
        assigneeIds: (input.assigneeIds ?? []).flatMap((id) => keyOf(id, "User")),
        notes: input.notes?.trim() || null,
        startsByItself: input.startsByItself ?? false,
      },
      ownerId: ownerId ? (keyOf(ownerId, "User")[0] ?? null) : by.savedBy,
    });
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return objects.SaveScheduleRejected.because(reason, message);
    }
    const id = idOf("Schedule", warehouseId, outcome.saved.id);
    const all = toSchedules(await readPlan(context.db, warehouseId, context.now));
    const schedule = all.find((each) => each.id === id);
    return Object.assign(new objects.ScheduleSaved(), { schedule });
  }

  @Mutation(() => objects.ScheduleRetired, {
    description: "Takes a schedule out of use; its counts stay.",
  })
  async retireSchedule(
    @Arg("input", () => objects.RetireScheduleInput, { description: "Which." })
    { scheduleId }: objects.RetireScheduleInput,
    @Ctx() context: RequestContext,
  ): Promise<objects.ScheduleRetired> {
    const { warehouseId, rowId: id } = warehouseKeyOf(scheduleId, "Schedule");
    context.requireWarehouse(warehouseId, "schedule");
    await retireSchedule(context.em, { warehouseId, id });
    return Object.assign(new objects.ScheduleRetired(), { scheduleId });
  }

  @Mutation(() => policies.SavePlanningPolicyResult, {
    description: "Changes days of work, closed days, the load of a day and what sets off a count.",
  })
  async savePlanningPolicy(
    @Arg("input", () => policies.SavePlanningPolicyInput, { description: "All of it." })
    input: policies.SavePlanningPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const { workDays, linesADay, windowDays, runsAt, triggers, accuracyBelow, holidays } = input;
    const outcome = await savePlanningPolicy(context.em, {
      ...{ warehouseId, actorId: context.actor.userId, now: context.now },
      policy: {
        ...{ workDays: [...new Set(workDays)].sort(), linesADay: linesADay ?? null, windowDays },
        ...{ runsAt, triggers: [...new Set(triggers)] },
        accuracyBelow: accuracyBelow?.toFixed() ?? null,
      },
      holidays: holidays.map(({ day, name }) => ({ day, name: name.trim() })),
    });
    if ("rejection" in outcome)
      return policies.SavePlanningPolicyRejected.because(outcome.rejection.reason);
    return Object.assign(new policies.PlanningPolicySaved(), { policy: toPolicy(outcome.site) });
  }

  @Mutation(() => plan.MovePlannedCountsResult, {
    description: "Has places counted on another day than planned.",
  })
  async movePlannedCounts(
    @Arg("input", () => plan.MovePlannedCountsInput, { description: "Which, and to when." })
    input: plan.MovePlannedCountsInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const outcome = await movePlannedCounts(context.em, {
      ...{ warehouseId, to: input.to, actorId: context.actor.userId, now: context.now },
      counts: input.counts.map((count) => ({
        ...placeOf(warehouseId, count),
        dueOn: count.dueOn ?? input.to,
      })),
    });
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return plan.MovePlannedCountsRejected.because(reason, message);
    }
    return Object.assign(new plan.PlannedCountsMoved(), { movedCount: outcome.moved });
  }

  @Mutation(() => plan.CountsGenerated, {
    description: "Makes counts of what is due now, each once.",
  })
  async generateCounts(
    @Arg("input", () => plan.GenerateCountsInput, { description: "Of what." })
    { warehouseId: id, places }: plan.GenerateCountsInput,
    @Ctx() context: RequestContext,
  ): Promise<plan.CountsGenerated> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const made = await generateCounts(context.em, context.server.doorbell, {
      ...{ warehouseId, actorId: context.actor.userId, now: context.now },
      places: places?.map((place) => placeOf(warehouseId, place)) ?? null,
    });
    const rows = await readSessions(context.db, warehouseId, made.sessionIds);
    const sessions = rows.map((row) => toSession(row, lookerOf(context)));
    const { places: placeCount, lines } = made;
    return Object.assign(new plan.CountsGenerated(), { sessions, places: placeCount, lines });
  }

  @FieldResolver(() => User, { nullable: true, description: "In whose name its counts are made." })
  owner(
    @Root() { ownerId }: objects.Schedule,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, ownerId);
  }

  @FieldResolver(() => [User], { description: "Who counts; nobody named means anybody." })
  async assignees(
    @Root() { assigneeIds }: objects.Schedule,
    @Ctx() { em }: RequestContext,
  ): Promise<User[]> {
    const users = await Promise.all(assigneeIds.map((id) => userOrNull(em, id)));
    return users.flatMap((user) => user ?? []);
  }
}

/** What is of another warehouse is as unknown as what does not exist: 0, which nothing has. */
function scheduleOf(warehouseId: number, id: string): number {
  const [own, rowId] = numberKeyOrNull(id, "Schedule") ?? [];
  return own === warehouseId ? (rowId ?? 0) : 0;
}

function placeOf(
  warehouseId: number,
  { scheduleId, locationId }: plan.PlannedCountInput,
): { scheduleId: number; locationId: number | null } {
  const [own, rowId] = (locationId ? numberKeyOrNull(locationId, "Location") : null) ?? [];
  const place = own === warehouseId ? (rowId ?? 0) : 0;
  return {
    scheduleId: scheduleOf(warehouseId, scheduleId),
    locationId: locationId ? place : null,
  };
}
