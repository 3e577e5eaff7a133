import { unrestricted, withDefaults } from "../../counting/domain/count-scope.ts";
import type { Options } from "../../counting/domain/options.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { insertDraft } from "../../counting/storage/insert-draft.ts";
import { saveAssignees } from "../../counting/storage/save-assignees.ts";
import type { Db } from "../../database/db.ts";
import { addDays, instantAtSite } from "../domain/day.ts";
import type { CountToMake } from "../domain/group-counts.ts";
import type { ScheduleRow } from "../domain/schedule.ts";
import { giveToSession, type ClaimedCount } from "./claim-due-counts.ts";

export interface PlannedSession {
  schedule: ScheduleRow;
  toMake: CountToMake<ClaimedCount>;
  timeZone: string;
  options: Options;
  now: Date;
}

/** The draft of a schedule's places that are counted on one day; it is due when that day is over. */
export async function makePlannedCount(
  db: Db,
  { schedule, toMake, timeZone, options, now }: PlannedSession,
): Promise<SessionRow> {
  const { warehouseId, settings, scope, name } = schedule;
  const { plannedOn, counts } = toMake;
  const countType = settings.choice === "PLACES" ? "LOCATIONS" : settings.choice;
  const places = counts.flatMap(({ locationId }) => locationId ?? []);
  const covered = { ...unrestricted, ...scope, ...(places.length > 0 && { locationIds: places }) };
  // Written down, so that the same lots can be drawn again.
  const seed = `${schedule.id}:${counts[0]?.dueOn ?? plannedOn}`;
  const session = await insertDraft(db, {
    ...{ warehouseId, now, template: null, notes: settings.notes, countType },
    title: `${name}, ${plannedOn}`,
    scope: withDefaults(countType, covered, options, seed),
    isBlind: settings.isBlind ?? options.blindByDefault,
    deadlineAt: instantAtSite(addDays(plannedOn, 1), "00:00", timeZone),
    reference: `Schedule ${name}`,
    createdBy: schedule.ownerId ?? schedule.createdById,
  });
  await saveAssignees(db, session, settings.assigneeIds);
  await giveToSession(db, { warehouseId, sessionId: session.id }, counts);
  return session;
}
