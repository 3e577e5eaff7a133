import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { SessionRow } from "../domain/rows.ts";
import { saveLines } from "./save-lines.ts";
import { settleLines } from "./save-settled.ts";

export interface RoundsToChoose {
  isPosted: boolean;
  version: number;
  rounds: { round: number; isCounted: boolean; counterIds: string[] }[];
}

/** Expects the session to be held, and the line to be one of its. */
export async function readRoundsToChoose(
  db: Db,
  { warehouseId, generation }: SessionRow,
  lineId: number,
): Promise<RoundsToChoose> {
  const row = await firstRowOf<RoundsToChoose>(
    db,
    sql`select not l.is_active as "isPosted", l.version, (
          select coalesce(json_agg(json_build_object('round', r.round,
            'isCounted', r.state = 'COUNTED', 'counterIds', r.counter_ids) order by r.round), '[]')
          from line_round r
          where r.warehouse_id = l.warehouse_id and r.line_id = l.id
            and r.generation = ${generation}) as rounds
        from count_line l where l.warehouse_id = ${warehouseId} and l.id = ${lineId}`,
  );
  return row as RoundsToChoose;
}

export interface ChosenRound {
  lineId: number;
  round: number;
  reason: string;
  actorId: string;
  now: Date;
}

/** The line shows the chosen round from now on; the event is kept from the blind. */
export async function markChosenRound(
  db: Db,
  session: SessionRow,
  { lineId, round, reason, actorId, now }: ChosenRound,
): Promise<void> {
  const { warehouseId, id, generation } = session;
  const rounds = sql`warehouse_id = ${warehouseId} and line_id = ${lineId}
    and generation = ${generation}`;
  await sql`update line_round set chosen_by = null, chosen_at = null, chosen_because = null
      where ${rounds} and chosen_at is not null`.execute(db);
  await sql`update line_round
      set chosen_by = ${actorId}, chosen_at = ${now}::timestamptz, chosen_because = ${reason}
      where ${rounds} and round = ${round}`.execute(db);
  await settleLines(db, session, [lineId], { isHidden: true });
  await sql`update count_session set hidden_events = hidden_events + 1
      where warehouse_id = ${warehouseId} and id = ${id}`.execute(db);
  const event = {
    kind: "ROUND_CHOSEN" as const,
    lineId,
    actorId,
    details: { round, because: reason },
  };
  await saveLines(db, session, { events: [event] }, now);
}
