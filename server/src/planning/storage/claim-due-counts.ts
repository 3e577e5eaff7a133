import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { Day } from "../domain/day.ts";
import type { PlannedCount } from "../domain/plan-days.ts";

export interface RunToBegin {
  warehouseId: number;
  kind: "CLOCK" | "ASKED";
  runOn: Day;
  /** Null where it was the clock. */
  madeBy: string | null;
  now: Date;
}

/** Null where another server has made the run of this day already. */
export async function beginRun(
  db: Db,
  { warehouseId, kind, runOn, madeBy, now }: RunToBegin,
): Promise<number | null> {
  const row = await firstRowOf<{ id: number }>(
    db,
    sql`insert into planning_run (warehouse_id, kind, run_on, made_by, made_at)
        values (${warehouseId}, ${kind}, ${runOn}::date, ${madeBy}, ${now}::timestamptz)
        on conflict (warehouse_id, run_on) where kind = 'CLOCK' do nothing returning id`,
  );
  return row?.id ?? null;
}

/** Of a place of a schedule that is due: somebody has it now, and nobody else will. */
export interface ClaimedCount extends PlannedCount {
  id: number;
}

/**
 * One fence for all servers: a place of a schedule is claimed once for each day on which it is due, and
 * again only after the count that had it was cancelled or completed without it. Whoever comes second waits
 * here until the first has committed, and is given nothing.
 */
export async function claimDueCounts(
  db: Db,
  { warehouseId, runId }: { warehouseId: number; runId: number },
  counts: readonly PlannedCount[],
): Promise<ClaimedCount[]> {
  const rows = await rowsOf<Omit<ClaimedCount, "isMoved">>(
    db,
    sql`insert into due_count (warehouse_id, schedule_id, location_id, due_on, planned_on, attempt,
          lines, run_id, session_id)
        select ${warehouseId}::int, p.schedule_id, p.location_id, p.due_on, p.planned_on,
          (select count(*) from due_count b
            join count_session c on c.warehouse_id = b.warehouse_id and c.id = b.session_id
              and c.status in ('POSTED', 'CANCELLED')
            where b.warehouse_id = ${warehouseId} and b.schedule_id = p.schedule_id
              and b.location_id is not distinct from p.location_id and b.due_on = p.due_on),
          p.lines, ${runId}::bigint, 0
        from unnest(${counts.map((each) => each.scheduleId)}::bigint[],
          ${counts.map((each) => each.locationId)}::bigint[],
          ${counts.map((each) => each.dueOn)}::date[], ${counts.map((each) => each.plannedOn)}::date[],
          ${counts.map((each) => each.lines)}::int[])
          as p(schedule_id, location_id, due_on, planned_on, lines)
        order by 2, 3, 4
        on conflict do nothing
        returning id, schedule_id as "scheduleId", location_id as "locationId", lines,
          due_on::text as "dueOn", planned_on::text as "plannedOn"`,
  );
  return rows.map((row) => ({ ...row, isMoved: false }));
}

export async function giveToSession(
  db: Db,
  { warehouseId, sessionId }: { warehouseId: number; sessionId: number },
  claimed: readonly ClaimedCount[],
): Promise<void> {
  await sql`update due_count set session_id = ${sessionId}::bigint
      where warehouse_id = ${warehouseId}
        and id = any(${claimed.map(({ id }) => id)}::bigint[])`.execute(db);
}
