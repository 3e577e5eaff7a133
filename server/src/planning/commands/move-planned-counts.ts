import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { siteTimeAt, type Day } from "../domain/day.ts";
import { calendarOf } from "../domain/planning-policy.ts";
import { rejectMove, type MoveRejectionReason } from "../domain/reject-move.ts";
import { readSite } from "../storage/planning-policy-row.ts";
import { readSchedules } from "../storage/schedule-row.ts";

export interface MovePlannedCounts {
  warehouseId: number;
  counts: readonly { scheduleId: number; locationId: number | null; dueOn: Day }[];
  to: Day;
  actorId: string;
  now: Date;
}

export type MoveOutcome = { moved: number } | { rejection: Rejection<MoveRejectionReason> };

/** A person says the day on which places are counted that are due on another. */
export function movePlannedCounts(
  em: EntityManager,
  { warehouseId, counts, to, actorId, now }: MovePlannedCounts,
): Promise<MoveOutcome> {
  return inTransaction<MoveOutcome>(em, async ({ db }) => {
    const { policy, holidays, timeZone } = await readSite(db, warehouseId);
    const known = new Set((await readSchedules(db, warehouseId)).map(({ id }) => id));
    const rejection = rejectMove(
      { to, placeCount: counts.length },
      {
        today: siteTimeAt(now, timeZone).day,
        calendar: calendarOf(policy, holidays),
        areSchedulesKnown: counts.every(({ scheduleId }) => known.has(scheduleId)),
      },
    );
    if (rejection) return { rejection };
    await sql`insert into moved_count
          (warehouse_id, schedule_id, location_id, due_on, moved_to, moved_by, moved_at)
        select distinct ${warehouseId}::int, m.schedule_id, m.location_id, m.due_on, ${to}::date,
          ${actorId}, ${now}::timestamptz
        from unnest(${counts.map((each) => each.scheduleId)}::bigint[],
          ${counts.map((each) => each.locationId)}::bigint[],
          ${counts.map((each) => each.dueOn)}::date[]) as m(schedule_id, location_id, due_on)
        on conflict on constraint moved_count_once do update
          set moved_to = excluded.moved_to, moved_by = excluded.moved_by,
            moved_at = excluded.moved_at`.execute(db);
    return { moved: counts.length };
  });
}
