import { toScope } from "../../counting/graphql/scope-object.ts";
import { decimalText } from "../../shared/exact-decimal.ts";
import { idOf } from "../../shared/opaque-id.ts";
import type { CalendarDay } from "../domain/calendar-days.ts";
import { groupCounts } from "../domain/group-counts.ts";
import { overduePlaces } from "../domain/overdue-places.ts";
import type { PlannedCount as Planned } from "../domain/plan-days.ts";
import { scheduleFigures } from "../domain/schedule-figures.ts";
import type { PlannedRun as Run, ReadPlan } from "../queries/read-plan.ts";
import * as objects from "./plan-objects.ts";
import { Holiday, PlanningPolicy } from "./policy-objects.ts";
import { Schedule } from "./schedule-objects.ts";

export function toPlan(read: ReadPlan): objects.Plan {
  const { today, site } = read;
  return Object.assign(new objects.Plan(), {
    ...{ read, today, timeZone: site.timeZone, policy: toPolicy(site) },
  });
}

export function toPolicy({
  policy,
  holidays,
}: Pick<ReadPlan["site"], "policy" | "holidays">): PlanningPolicy {
  const { accuracyBelow } = policy;
  return Object.assign(new PlanningPolicy(), {
    ...policy,
    accuracyBelow: accuracyBelow === null ? null : decimalText(accuracyBelow),
    holidays: holidays.map((each) => Object.assign(new Holiday(), each)),
  });
}

export function toSchedules(read: ReadPlan): Schedule[] {
  const figuresOf = scheduleFigures(read.factsAt(read.today, read.today));
  return [...read.schedules.values()].map((row) => {
    const { warehouseId, id, name, startsOn, leadDays, ownerId, settings } = row;
    const { places, lines, ...figures } = figuresOf(id);
    return Object.assign(new Schedule(), {
      ...{ id: idOf("Schedule", warehouseId, id), name, startsOn, leadDays, ownerId },
      ...{ cadence: row.cadenceKind, cadenceDays: row.cadenceDays },
      ...settings,
      scope: toScope(warehouseId, {
        ...{ includesEmpty: false, seed: null, notVisitedIn: null },
        ...row.scope,
      }),
      ...{ placeCount: places, lineCount: lines },
      ...figures,
    });
  });
}

export function toPlannedCount(warehouseId: number, count: Planned): objects.PlannedCount {
  const { scheduleId, locationId, dueOn, plannedOn, lines } = count;
  return Object.assign(new objects.PlannedCount(), {
    ...{ warehouseId, scheduleRowId: scheduleId, locationRowId: locationId },
    ...{ scheduleId: idOf("Schedule", warehouseId, scheduleId), dueOn, plannedOn, lines },
  });
}

function toLoads({ schedules, site }: ReadPlan, counts: readonly Planned[]): objects.PlannedLoad[] {
  return groupCounts(counts).map(({ scheduleId, plannedOn, counts: places }) =>
    Object.assign(new objects.PlannedLoad(), {
      scheduleId: idOf("Schedule", site.warehouseId, scheduleId),
      name: schedules.get(scheduleId)?.name ?? "",
      ...{ plannedOn, places: places.length },
      lines: places.reduce((sum, { lines }) => sum + lines, 0),
    }),
  );
}

export function toDay(read: ReadPlan, day: CalendarDay): objects.PlannedDay {
  const { counts, offer, ...facts } = day;
  const { warehouseId } = read.site;
  return Object.assign(new objects.PlannedDay(), {
    ...facts,
    loads: toLoads(read, counts),
    offer:
      offer &&
      Object.assign(new objects.OfferedMove(), {
        ...{ to: offer.to, lines: offer.lines },
        counts: offer.counts.map((count) => toPlannedCount(warehouseId, count)),
      }),
  });
}

export function toRun(read: ReadPlan, { day, at, counts }: Run): objects.PlannedRun {
  return Object.assign(new objects.PlannedRun(), {
    ...{ day, at, places: counts.length, counts: toLoads(read, counts) },
    lines: counts.reduce((sum, { lines }) => sum + lines, 0),
  });
}

export function toOverdue(read: ReadPlan): objects.OverduePlace[] {
  const { warehouseId } = read.site;
  const known = new Map(
    read.places.map((each) => [`${each.scheduleId}/${each.locationId ?? ""}`, each]),
  );
  return overduePlaces(read.factsAt(read.today, read.today)).map(({ place, dueOn, daysLate }) => {
    const { scheduleId, locationId, lines, countedOn } = place;
    const sessions = known.get(`${scheduleId}/${locationId ?? ""}`);
    return Object.assign(new objects.OverduePlace(), {
      ...{ warehouseId, scheduleRowId: scheduleId, locationRowId: locationId },
      ...{ scheduleId: idOf("Schedule", warehouseId, scheduleId), lines, countedOn },
      ...{ dueOn, daysLate, sessionRowId: sessions?.heldBySessionId ?? null },
      lastSessionRowId: sessions?.lastSessionId ?? null,
    });
  });
}
