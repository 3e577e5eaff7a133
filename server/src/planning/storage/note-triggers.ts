import { isOutOfTolerance } from "../../review/storage/out-of-tolerance.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { PlanningPolicy } from "../domain/planning-policy.ts";

export interface TriggersToNote {
  warehouseId: number;
  policy: PlanningPolicy;
  now: Date;
}

/**
 * Notes what has set off a count since it was last looked at: from the ledger behind the last move that was
 * read, and from what was posted and completed. What was noted is not noted again.
 */
export async function noteTriggers(
  db: Db,
  { warehouseId, policy, now }: TriggersToNote,
): Promise<void> {
  if (policy.triggers.length === 0) return;
  await sql`insert into trigger_head (warehouse_id, last_move_id, since)
      select warehouse_id, last_move_id, ${now}::timestamptz from ledger_head
      where warehouse_id = ${warehouseId} on conflict do nothing`.execute(db);
  const head = await firstRowOf<{ from: number; since: Date; to: number }>(
    db,
    sql`select t.last_move_id as "from", t.since, l.last_move_id as "to"
        from trigger_head t join ledger_head l using (warehouse_id)
        where t.warehouse_id = ${warehouseId} for no key update of t`,
  );
  if (!head) return;
  await sql`
    with moved as materialized (
      select q.location_id, m.id, m.quant_id, m.effective_at, m.reason_code
      from stock_move m
      join quant q on q.warehouse_id = m.warehouse_id and q.id = m.quant_id
      join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id and l.is_active
        and l.kind in ('STORAGE', 'LINESIDE')
      where m.warehouse_id = ${warehouseId} and m.id > ${head.from} and m.id <= ${head.to}
        and m.kind in ('ISSUE', 'MOVE') and m.quantity < 0
    ), noted as (
      select 'BIN_EMPTIED' as kind, location_id, max(id) as cause_id, max(effective_at) as happened_at
      from moved v group by location_id
      having (select coalesce(sum(q.quantity_on_hand), 0) from quant q
        where q.warehouse_id = ${warehouseId} and q.location_id = v.location_id) = 0
      union all
      select 'BIN_NEGATIVE', v.location_id, max(v.id), max(v.effective_at) from moved v
      join quant q on q.warehouse_id = ${warehouseId} and q.id = v.quant_id and q.quantity_on_hand < 0
      group by v.location_id
      union all
      select 'SHORT_PICK', location_id, id, effective_at from moved where reason_code = 'short_pick'
      union all
      select 'AFTER_VARIANCE', l.location_id, p.id, p.posted_at
      from posting p
      join posting_line x on x.warehouse_id = p.warehouse_id and x.posting_id = p.id
        and x.quantity_delta <> 0
      join count_line l on l.warehouse_id = x.warehouse_id and l.id = x.line_id
      where p.warehouse_id = ${warehouseId} and p.kind = 'POSTING'
        and p.posted_at >= ${head.since}::timestamptz
      group by p.id, p.posted_at, l.location_id
      union all
      select 'ACCURACY_BELOW', l.location_id, c.id, c.completed_at
      from count_session c
      join count_line l on l.warehouse_id = c.warehouse_id and l.session_id = c.id
        and l.state = 'COUNTED'
      where c.warehouse_id = ${warehouseId} and c.status = 'POSTED'
        and c.completed_at >= ${head.since}::timestamptz
      group by c.id, c.completed_at, l.location_id
      having 100.0 * count(*) filter (where not ${isOutOfTolerance}) / count(*)
        < ${policy.accuracyBelow}::numeric
    )
    insert into count_trigger (warehouse_id, kind, location_id, cause_id, happened_at, noted_at)
    select ${warehouseId}, n.kind, n.location_id, n.cause_id, n.happened_at, ${now}::timestamptz
    from noted n where n.kind = any(${[...policy.triggers]}::text[])
    order by n.kind, n.location_id, n.cause_id
    on conflict do nothing`.execute(db);
  await sql`update trigger_head set last_move_id = ${head.to}::bigint
      where warehouse_id = ${warehouseId}`.execute(db);
}
