import { rowsOf, sql, type Db } from "../../database/db.ts";

export interface CounterPace {
  userId: string;
  linesPerHour: number;
  /** In how many counts it was seen. */
  counts: number;
}

const countsAtMost = 50;
const days = 90;
/** Whoever lets more time pass between two lines was away. */
const breakSeconds = 15 * 60;
/** Fewer say nothing of a person. */
const linesAtLeast = 10;

/**
 * How many lines an hour people count in a warehouse: the median of their latest counts, walking
 * included and breaks left out. Lines that several counted are nobody's.
 */
export function readPaces(db: Db, warehouseId: number, now: Date): Promise<CounterPace[]> {
  return rowsOf<CounterPace>(
    db,
    sql`with counts as (
          select id from count_session
          where warehouse_id = ${warehouseId} and status <> 'CANCELLED'
            and started_at > ${now}::timestamptz - make_interval(days => ${days}::int)
          order by id desc limit ${countsAtMost}),
        steps as (
          select l.session_id, l.counter_ids[1] as person,
            extract(epoch from l.window_last_at - lag(l.window_last_at) over (
              partition by l.session_id, l.counter_ids[1] order by l.window_last_at)) as seconds
          from count_line l
          where l.warehouse_id = ${warehouseId} and l.session_id in (select id from counts)
            and l.state = 'COUNTED' and cardinality(l.counter_ids) = 1),
        paces as (
          select person, 3600 * count(*) / sum(seconds) as pace
          from steps where seconds <= ${breakSeconds}
          group by person, session_id
          having count(*) >= ${linesAtLeast} and sum(seconds) > 0)
        select person as "userId", count(*)::int as counts,
          greatest(1, round(percentile_cont(0.5) within group (order by pace)))::int
            as "linesPerHour"
        from paces group by person order by person`,
  );
}
