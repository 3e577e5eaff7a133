import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { expectationsOf } from "./expectation.ts";
import type { SessionRow } from "../domain/rows.ts";

/**
 * An entry of 0 by whoever closes the count, for every line that nobody visited, in one statement
 * for the entries and one for the lines. Returns how many lines there were.
 */
export async function countNotVisitedAsZero(
  db: Db,
  session: SessionRow,
  actorId: string,
  now: Date,
): Promise<number> {
  const { warehouseId, id, generation } = session;
  await sql`
    insert into observation (warehouse_id, session_id, line_id, generation, external_id, recorded_by,
      mode, quantity_typed, factor, quantity, reason, time_source, claimed_at, counted_at,
      received_at, outcome, request_hash)
    select ${warehouseId}::int, ${id}::bigint, l.id, ${generation}::int,
      'closed as zero ' || l.id || ' ' || ${generation}::int, ${actorId}, 'REPLACE', 0, 1, 0,
      'closed as zero', 'WRITTEN', ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz,
      'RECORDED', ''
    from count_line l
    where l.warehouse_id = ${warehouseId} and l.session_id = ${id}
      and l.state = 'NOT_VISITED' and l.round = 1`.execute(db);
  const at = sql`${now}::timestamptz`;
  const none = sql`null::timestamptz`;
  const notVisited = sql`select * from count_line
    where warehouse_id = ${warehouseId} and session_id = ${id}
      and state = 'NOT_VISITED' and round = 1`;
  const closed = await firstRowOf<{ lines: number }>(
    db,
    sql`with zero as (
          select * from ${expectationsOf(notVisited, { first: at, last: at, gapAfter: none, gapUntil: none })} e
        ), saved as (
          update count_line l
          set state = 'COUNTED', quantity_counted = 0, window_first_at = ${at}, window_last_at = ${at},
            quantity_expected = z.quantity, quantity_variance = - z.quantity,
            value_variance = - z.quantity * l.unit_cost, counter_ids = array[${actorId}::text],
            counted_by = ${actorId}, version = l.version + 1
          from zero z where l.warehouse_id = z.warehouse_id and l.id = z.id
          returning l.id, l.line_number, l.quantity_variance
        ), session as (
          update count_session
          set lines_counted = lines_counted + (select count(*) from saved),
            lines_different = lines_different
              + (select count(*) from saved where quantity_variance <> 0),
            sequence = sequence + (select count(*) from saved)
          where warehouse_id = ${warehouseId} and id = ${id}
          returning sequence - (select count(*) from saved) as before
        ), told as (
          insert into session_event
            (warehouse_id, session_id, sequence, kind, line_id, actor_id, happened_at, details)
          select ${warehouseId}::int, ${id}::bigint,
            session.before + row_number() over (order by s.line_number), 'OBSERVATION_RECORDED',
            s.id, ${actorId}, ${at},
            jsonb_build_object('mode', 'REPLACE',
              'externalId', 'closed as zero ' || s.id || ' ' || ${generation}::int)
          from saved s, session
        )
        select count(*)::int as lines from saved`,
  );
  return closed?.lines ?? 0;
}
