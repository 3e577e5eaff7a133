import { unrestricted } from "../../counting/domain/count-scope.ts";
import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { ProposedSchedule, ScheduleRow } from "../domain/schedule.ts";

export const scheduleColumns = sql`s.warehouse_id as "warehouseId", s.id, s.name,
  s.cadence_kind as "cadenceKind", s.cadence_days as "cadenceDays", s.starts_on::text as "startsOn",
  s.lead_days as "leadDays", s.scope, s.settings, s.owner_id as "ownerId",
  s.is_active as "isActive", s.created_by as "createdById", s.created_at as "createdAt"`;

/** Those that are in use, in the order in which they were made. */
export function readSchedules(db: Db, warehouseId: number): Promise<ScheduleRow[]> {
  return rowsOf<ScheduleRow>(
    db,
    sql`select ${scheduleColumns} from schedule s
        where s.warehouse_id = ${warehouseId} and s.is_active order by s.id`,
  );
}

export function findSchedule(db: Db, warehouseId: number, id: number): Promise<ScheduleRow | null> {
  return firstRowOf<ScheduleRow>(
    db,
    sql`select ${scheduleColumns} from schedule s
        where s.warehouse_id = ${warehouseId} and s.id = ${id}`,
  );
}

export interface ScheduleToWrite extends ProposedSchedule {
  warehouseId: number;
  /** Null makes a new one. */
  id: number | null;
  savedBy: string;
  now: Date;
}

export async function writeSchedule(db: Db, schedule: ScheduleToWrite): Promise<ScheduleRow> {
  const { warehouseId, id, name, cadence, startsOn, leadDays, ownerId, savedBy, now } = schedule;
  const days = cadence.kind === "EVERY_N_DAYS" ? cadence.days : null;
  // As counts keep their scopes, so that the same condition finds what belongs to it.
  const scope = JSON.stringify({ ...unrestricted, ...schedule.scope });
  const settings = JSON.stringify(schedule.settings);
  const row = await firstRowOf<ScheduleRow>(
    db,
    id === null
      ? sql`insert into schedule as s (warehouse_id, name, cadence_kind, cadence_days, starts_on,
              lead_days, scope, settings, owner_id, created_by, created_at)
            values (${warehouseId}, ${name}, ${cadence.kind}, ${days}, ${startsOn}::date, ${leadDays},
              ${scope}::jsonb, ${settings}::jsonb, ${ownerId}, ${savedBy}, ${now}::timestamptz)
            returning ${scheduleColumns}`
      : sql`update schedule s set name = ${name}, cadence_kind = ${cadence.kind},
              cadence_days = ${days}, starts_on = ${startsOn}::date, lead_days = ${leadDays},
              scope = ${scope}::jsonb, settings = ${settings}::jsonb, owner_id = ${ownerId}
            where s.warehouse_id = ${warehouseId} and s.id = ${id}
            returning ${scheduleColumns}`,
  );
  return row as ScheduleRow;
}
