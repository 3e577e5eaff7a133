import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { notFound } from "../../shared/refusal.ts";
import { planningDefaults, type Holiday, type PlanningPolicy } from "../domain/planning-policy.ts";

/** What planning has to know of a site. */
export interface Site {
  warehouseId: number;
  timeZone: string;
  policy: PlanningPolicy;
  /** Who said so; null where nobody has. */
  policyOf: string | null;
  holidays: Holiday[];
}

export async function readSite(db: Db, warehouseId: number): Promise<Site> {
  const row = await firstRowOf<{
    timeZone: string;
    policy: PlanningPolicy | null;
    policyOf: string | null;
  }>(
    db,
    sql`select w.time_zone as "timeZone", p.changed_by as "policyOf", case when p.warehouse_id is not null then json_build_object(
          'workDays', p.work_days, 'linesADay', p.lines_a_day, 'windowDays', p.window_days,
          'runsAt', p.runs_at, 'triggers', p.triggers, 'accuracyBelow', p.accuracy_below::text) end as policy
        from warehouse w
        left join planning_policy p on p.warehouse_id = w.id
        where w.id = ${warehouseId}`,
  );
  if (!row) throw notFound("warehouse");
  const holidays = await rowsOf<Holiday>(
    db,
    sql`select day::text, name from holiday where warehouse_id = ${warehouseId} order by day`,
  );
  return {
    ...{ warehouseId, timeZone: row.timeZone, policyOf: row.policyOf, holidays },
    policy: row.policy ?? planningDefaults,
  };
}

export async function writePolicy(
  db: Db,
  warehouseId: number,
  { workDays, linesADay, windowDays, runsAt, triggers, accuracyBelow }: PlanningPolicy,
  { changedBy, now }: { changedBy: string; now: Date },
): Promise<void> {
  await sql`insert into planning_policy (warehouse_id, work_days, lines_a_day, window_days, runs_at,
        triggers, accuracy_below, changed_by, changed_at)
      values (${warehouseId}, ${[...workDays]}::int[], ${linesADay}, ${windowDays}, ${runsAt},
        ${[...triggers]}::text[], ${accuracyBelow}::numeric, ${changedBy}, ${now}::timestamptz)
      on conflict (warehouse_id) do update set work_days = excluded.work_days,
        lines_a_day = excluded.lines_a_day, window_days = excluded.window_days,
        runs_at = excluded.runs_at, triggers = excluded.triggers,
        accuracy_below = excluded.accuracy_below, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at`.execute(db);
}

export async function writeHolidays(
  db: Db,
  warehouseId: number,
  holidays: readonly Holiday[],
): Promise<void> {
  await sql`delete from holiday where warehouse_id = ${warehouseId}`.execute(db);
  await sql`insert into holiday (warehouse_id, day, name)
      select ${warehouseId}, h.day, h.name
      from unnest(${holidays.map(({ day }) => day)}::date[],
        ${holidays.map(({ name }) => name)}::text[]) as h(day, name)
      on conflict (warehouse_id, day) do update set name = excluded.name`.execute(db);
}
