import { rowsOf, sql, type Db } from "../src/database/db.ts";

/** What must hold of every count at all times; each answers with the rows that break it. */
const invariants = {
  "session counters are the sum of their lines": sql`
    select s.id from count_session s
    left join count_line l on l.warehouse_id = s.warehouse_id and l.session_id = s.id
    group by s.warehouse_id, s.id, s.lines_total, s.lines_counted, s.lines_skipped,
      s.lines_not_accessible, s.lines_different
    having s.lines_total <> count(l.id)
      or s.lines_counted <> count(*) filter (where l.state = 'COUNTED')
      or s.lines_skipped <> count(*) filter (where l.state = 'SKIPPED')
      or s.lines_not_accessible <> count(*) filter (where l.state = 'NOT_ACCESSIBLE')
      or s.lines_different <> count(*) filter (where l.quantity_variance <> 0)`,
  "I7 a session's events are 1 to n without holes": sql`
    select s.id from count_session s
    left join session_event e on e.warehouse_id = s.warehouse_id and e.session_id = s.id
    group by s.warehouse_id, s.id, s.sequence
    having s.sequence <> count(e.sequence) or coalesce(max(e.sequence), 0) <> s.sequence`,
  "a counted line expects what the ledger held at its instant": sql`
    select l.id from count_line l
    left join quant q on q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
      and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
      and q.status = l.stock_status
    where l.state = 'COUNTED' and l.is_active
      and (l.quantity_expected <> coalesce(quantity_at(l.warehouse_id, q.id, l.window_last_at), 0)
        or l.quantity_variance <> l.quantity_counted - l.quantity_expected)`,
  "I2 an entry is stored once": sql`
    select recorded_by from observation
    group by warehouse_id, recorded_by, external_id having count(*) > 1`,
  "each recorded entry has its event": sql`
    select o.id from observation o
    where not exists (
      select 1 from session_event e
      where e.warehouse_id = o.warehouse_id and e.session_id = o.session_id
        and e.actor_id = o.recorded_by and e.details ->> 'externalId' = o.external_id)`,
};

/** The names of the invariants that do not hold. */
export async function brokenCountInvariants(db: Db): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, violations] of Object.entries(invariants))
    if ((await rowsOf(db, violations)).length > 0) broken.push(name);
  return broken;
}
