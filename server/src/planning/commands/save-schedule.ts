import type { EntityManager } from "@mikro-orm/postgresql";
import { unrestricted } from "../../counting/domain/count-scope.ts";
import { areAssigneesKnown, isScopeKnown } from "../../counting/storage/session-facts.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectSchedule,
  rejectWith,
  type ScheduleRejectionReason,
} from "../domain/reject-schedule.ts";
import type { ScheduleRow } from "../domain/schedule.ts";
import { findSchedule, writeSchedule, type ScheduleToWrite } from "../storage/schedule-row.ts";

export type ScheduleOutcome =
  { saved: ScheduleRow } | { rejection: Rejection<ScheduleRejectionReason> };

/** What was counted stays counted: another cadence runs from the same last counts. */
export function saveSchedule(
  em: EntityManager,
  schedule: ScheduleToWrite,
): Promise<ScheduleOutcome> {
  return decideAgainAfterRace(() =>
    inTransaction<ScheduleOutcome>(em, async ({ db }) => {
      const { warehouseId, id, scope, settings, ownerId } = schedule;
      const before = id === null ? null : await findSchedule(db, warehouseId, id);
      if (id !== null && !before?.isActive) return { rejection: rejectWith("SCHEDULE_UNKNOWN") };
      const people = [...settings.assigneeIds, ...(ownerId === null ? [] : [ownerId])];
      const rejection = rejectSchedule(schedule, {
        isScopeKnown: await isScopeKnown(db, warehouseId, { ...unrestricted, ...scope }),
        arePeopleKnown: await areAssigneesKnown(db, warehouseId, people),
        isNameTaken: await isNameTaken(db, schedule),
      });
      return rejection ? { rejection } : { saved: await writeSchedule(db, schedule) };
    }),
  );
}

async function isNameTaken(db: Db, { warehouseId, id, name }: ScheduleToWrite): Promise<boolean> {
  const other = await firstRowOf(
    db,
    sql`select 1 from schedule where warehouse_id = ${warehouseId} and name = ${name}
          and is_active and id <> ${id ?? 0}`,
  );
  return other !== null;
}
