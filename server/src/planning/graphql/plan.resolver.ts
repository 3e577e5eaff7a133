import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { Location } from "../../catalogue/graphql/objects.ts";
import { toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import type { CountSession } from "../../counting/graphql/objects.ts";
import { toSession } from "../../counting/graphql/to-object.ts";
import { readSessions } from "../../counting/queries/load-one.ts";
import { singleKeyOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { DateScalar } from "../../shared/scalars.ts";
import { calendarDays } from "../domain/calendar-days.ts";
import { daysBetween } from "../domain/day.ts";
import * as plans from "../queries/read-plan.ts";
import * as objects from "./plan-objects.ts";
import { Schedule } from "./schedule-objects.ts";
import { toDay, toOverdue, toPlan, toRun, toSchedules } from "./to-plan.ts";

const longestCalendar = 100;
const overdueAtMost = 500;

@Resolver(() => objects.Plan)
export class PlanOfWarehouseResolver {
  @Query(() => objects.Plan, { description: "What is counted when in a warehouse." })
  async plan(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<objects.Plan> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    return toPlan(await plans.readPlan(context.db, warehouseId, context.now));
  }

  @FieldResolver(() => [Schedule], { description: "The schedules in use." })
  schedules(@Root() { read }: objects.Plan): Schedule[] {
    return toSchedules(read);
  }

  @FieldResolver(() => [objects.OverduePlace], {
    description: "What is late, the longest first; at most 500.",
  })
  async overdue(
    @Root() { read }: objects.Plan,
    @Ctx() context: RequestContext,
  ): Promise<objects.OverduePlace[]> {
    const places = toOverdue(read).slice(0, overdueAtMost);
    const sessionOf = await sessionsOf(
      context,
      read.site.warehouseId,
      places.flatMap(({ sessionRowId, lastSessionRowId }) => [sessionRowId, lastSessionRowId]),
    );
    for (const place of places) {
      place.heldBy = sessionOf(place.sessionRowId);
      place.lastMade = sessionOf(place.lastSessionRowId);
    }
    return places;
  }

  @FieldResolver(() => objects.PlannedRun, { description: "What would be made now." })
  dueNow(@Root() { read }: objects.Plan, @Ctx() { now }: RequestContext): objects.PlannedRun {
    return toRun(read, plans.dueNow(read, now));
  }

  @FieldResolver(() => objects.PlannedRun, { description: "What the clock makes next." })
  nextRun(@Root() { read }: objects.Plan, @Ctx() { now }: RequestContext): objects.PlannedRun {
    return toRun(read, plans.nextRun(read, now));
  }

  @FieldResolver(() => [objects.PlannedDay], {
    description: "The days from one to another, at most a hundred.",
  })
  async calendar(
    @Root() { read }: objects.Plan,
    @Arg("from", () => DateScalar, { description: "The first day." }) from: string,
    @Arg("to", () => DateScalar, { description: "The last day." }) to: string,
    @Ctx() { db }: RequestContext,
  ): Promise<objects.PlannedDay[]> {
    const days = daysBetween(from, to);
    if (days < 0 || days >= longestCalendar)
      throw new Refusal("BAD_USER_INPUT", `Ask for 1 to ${longestCalendar} days.`);
    if (daysBetween(read.today, to) > farthestDays)
      throw new Refusal("BAD_USER_INPUT", "A plan reaches two years ahead.");
    const soFar = await plans.readDaysSoFar(db, read.site, from, to);
    const facts = read.factsAt(read.today, to);
    return calendarDays(facts, from, to, soFar).map((day) => toDay(read, day));
  }

  @FieldResolver(() => [objects.PlanRun], { description: "The last hundred runs." })
  async runs(
    @Root() { read }: objects.Plan,
    @Ctx() { db }: RequestContext,
  ): Promise<objects.PlanRun[]> {
    const rows = await plans.listRuns(db, read.site.warehouseId);
    return rows.map((row) => Object.assign(new objects.PlanRun(), row));
  }

  @FieldResolver(() => [objects.CountTrigger], { description: "The last hundred triggers." })
  async triggers(
    @Root() { read }: objects.Plan,
    @Ctx() context: RequestContext,
  ): Promise<objects.CountTrigger[]> {
    const { warehouseId } = read.site;
    const rows = await plans.listTriggers(context.db, warehouseId);
    const ids = rows.map(({ sessionId }) => sessionId);
    const sessionOf = await sessionsOf(context, warehouseId, ids);
    return rows.map(({ locationId: locationRowId, sessionId, ...row }) =>
      Object.assign(new objects.CountTrigger(), {
        ...{ ...row, locationRowId, session: sessionOf(sessionId) },
      }),
    );
  }

  @FieldResolver(() => String, {
    description: "Each place with its last and its next count date, as comma-separated values.",
  })
  csv(@Root() { read }: objects.Plan, @Ctx() { db }: RequestContext): Promise<string> {
    return plans.exportSchedule(db, read);
  }
}
const farthestDays = 732;

@Resolver(() => objects.PlanRun)
export class PlanRunResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who asked; null for the clock." })
  madeBy(
    @Root() { madeById }: objects.PlanRun,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, madeById);
  }
}

interface OfPlace {
  warehouseId: number;
  locationRowId: number | null;
}

async function locationOf(
  { warehouseId, locationRowId: locationId }: OfPlace,
  { loaders }: RequestContext,
): Promise<Location | null> {
  if (locationId === null) return null;
  return toLocation(await loaders.location.load({ warehouseId, locationId }));
}

/** The counts of many rows, read at once. */
async function sessionsOf(
  context: RequestContext,
  warehouseId: number,
  ids: readonly (number | null)[],
): Promise<(id: number | null) => CountSession | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await readSessions(context.db, warehouseId, wanted);
  const sessions = new Map(rows.map((row) => [row.id, toSession(row, lookerOf(context))]));
  return (id) => sessions.get(id ?? 0) ?? null;
}

@Resolver(() => objects.PlannedCount)
export class PlannedCountResolver {
  @FieldResolver(() => Location, { nullable: true, description: "Null where lots are chosen." })
  location(
    @Root() count: objects.PlannedCount,
    @Ctx() context: RequestContext,
  ): Promise<Location | null> {
    return locationOf(count, context);
  }
}

@Resolver(() => objects.OverduePlace)
export class OverduePlaceResolver {
  @FieldResolver(() => Location, { nullable: true, description: "Null where lots are chosen." })
  location(
    @Root() place: objects.OverduePlace,
    @Ctx() context: RequestContext,
  ): Promise<Location | null> {
    return locationOf(place, context);
  }
}

@Resolver(() => objects.CountTrigger)
export class CountTriggerResolver {
  @FieldResolver(() => Location, { nullable: true, description: "Where." })
  location(
    @Root() trigger: objects.CountTrigger,
    @Ctx() context: RequestContext,
  ): Promise<Location | null> {
    return locationOf(trigger, context);
  }
}
