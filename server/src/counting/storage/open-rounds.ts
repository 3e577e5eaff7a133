import { sql, type Db } from "../../database/db.ts";
import type { OwnNotice } from "../../notices/domain/own-notice.ts";
import { tellPeople } from "../../notices/storage/tell-people.ts";
import type { SessionRow } from "../domain/rows.ts";
import { saveLines } from "./save-lines.ts";
import { settleLines } from "./save-settled.ts";

export const roundCauses = ["ASKED", "OUT_OF_TOLERANCE", "DISAGREEMENT", "CONTROL"] as const;
export type RoundCause = (typeof roundCauses)[number];

export interface RoundToOpen {
  lineId: number;
  cause: RoundCause;
  assigneeId: string | null;
}

export interface AskedBy {
  actorId: string;
  reason: string;
  now: Date;
}

/**
 * Another round for each of these lines, with an event for each. What was chosen before is open again;
 * of a line's first recount its first round is written down too. Expects the session to be held.
 */
export async function openRounds(
  db: Db,
  session: SessionRow,
  rounds: readonly RoundToOpen[],
  { actorId, reason, now }: AskedBy,
): Promise<void> {
  if (rounds.length === 0) return;
  const { warehouseId, id, generation } = session;
  const lineIds = rounds.map(({ lineId }) => lineId);
  await writeFirstRounds(db, session, lineIds);
  await sql`update line_round set chosen_by = null, chosen_at = null, chosen_because = null
      where warehouse_id = ${warehouseId} and line_id = any(${lineIds}::bigint[])
        and generation = ${generation} and chosen_at is not null`.execute(db);
  await sql`
    with opened as (
      insert into line_round (warehouse_id, line_id, generation, round, session_id, cause, asked_by,
        asked_at, reason, assignee_id)
      select l.warehouse_id, l.id, ${generation}::int, l.round + 1, ${id}::bigint, k.cause,
        ${actorId}, ${now}::timestamptz, ${reason}, k.assignee_id
      from unnest(${lineIds}::bigint[], ${rounds.map(({ cause }) => cause)}::text[],
        ${rounds.map(({ assigneeId }) => assigneeId)}::text[]) as k(id, cause, assignee_id)
      join count_line l on l.warehouse_id = ${warehouseId} and l.id = k.id
      returning line_id, round
    ), raised as (
      update count_line l set round = o.round, recount = 'ASKED'
      from opened o where l.warehouse_id = ${warehouseId} and l.id = o.line_id
    )
    update count_session set lines_recounted = lines_recounted
      + (select count(*) filter (where round = 2) from opened)
    where warehouse_id = ${warehouseId} and id = ${id}`.execute(db);
  await settleLines(db, session, lineIds);
  const events = rounds.map(({ lineId, assigneeId }) => ({
    ...{ kind: "RECOUNT_ASKED" as const, lineId, actorId },
    // Why is told by the round, to those who may know: a reason may name what was found.
    details: { assigneeId },
  }));
  await saveLines(db, session, { events }, now);
  await tellPeople(db, warehouseId, noticesOf(rounds, id), now);
}

/** Who is asked by name is told so, once for all lines. */
function noticesOf(rounds: readonly RoundToOpen[], sessionId: number): OwnNotice[] {
  const named = Map.groupBy(rounds, ({ assigneeId }) => assigneeId);
  return [...named].flatMap(([userId, lines]) =>
    userId === null
      ? []
      : [{ userId, kind: "RECOUNT_ASKED" as const, sessionId, lineCount: lines.length }],
  );
}

async function writeFirstRounds(
  db: Db,
  { warehouseId, generation }: SessionRow,
  lineIds: readonly number[],
): Promise<void> {
  await sql`
    insert into line_round (warehouse_id, line_id, generation, round, session_id, state,
      quantity_counted, window_first_at, window_last_at, gap_after, gap_until, quantity_expected,
      quantity_variance, is_moved_during_count, is_time_uncertain, is_disputed, counter_ids, serials)
    select l.warehouse_id, l.id, ${generation}::int, 1, l.session_id, l.state, l.quantity_counted,
      l.window_first_at, l.window_last_at, l.gap_after, l.gap_until, l.quantity_expected,
      l.quantity_variance, l.is_moved_during_count, l.is_time_uncertain, l.is_disputed,
      l.counter_ids,
      array(select p.serial from count_line_piece p
        where p.warehouse_id = l.warehouse_id and p.line_id = l.id and p.is_found order by p.serial)
    from count_line l
    where l.warehouse_id = ${warehouseId} and l.id = any(${[...lineIds]}::bigint[])
      and l.round = 1`.execute(db);
}
