import type { RawBuilder } from "kysely";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { lineOf } from "../../counting/storage/line-of.ts";
import { sql } from "../../database/db.ts";
import {
  closeOffsOver,
  holdOf,
  isAnythingClosed,
  isAnythingHeld,
} from "../../restrictions/storage/restrictions-over.ts";
import { approvalOf } from "./read-approvals.ts";
import { isPosted } from "./posted-line.ts";

/** The lines of a count, or those of them that were named; null names all. */
export interface Chosen {
  session: Pick<SessionRow, "warehouseId" | "id" | "options">;
  lineIds: readonly number[] | null;
  /** When it is asked: leases on places run out. */
  now: Date;
}

function lines({ session: { warehouseId, id }, lineIds }: Chosen): RawBuilder<unknown> {
  if (lineIds === null)
    return sql`(select * from count_line where warehouse_id = ${warehouseId} and session_id = ${id}) l`;
  const named = sql`(select distinct unnest(${[...lineIds]}::bigint[]) as id) k`;
  return sql`(
    select l.* from ${named} cross join lateral ${lineOf(sql`${warehouseId}::int`, sql`k.id`)} l
    where l.session_id = ${id}
  ) l`;
}

/**
 * The chosen lines with what bears on their posting, as columns of LineFacts, and a key that is equal
 * for equal facts. What a match cannot offend is not asked of it.
 */
export function lineFacts(chosen: Chosen): RawBuilder<unknown> {
  const { warehouseId } = chosen.session;
  const approval = approvalOf(chosen.session, chosen.session.options?.["170"] ?? true);
  return sql`(
    select f.*, concat_ws('', f.is_counted::int, f.is_posted::int, f.is_disputed::int,
      f.is_recount_open::int, f.do_rounds_disagree::int,
      f.is_moved_during_count::int, f.is_time_uncertain::int, f.is_counted_again_since::int,
      f.is_place_closed_off::int, f.is_on_hold::int, f.is_cost_missing::int, f.would_go_negative::int, f.approval) as key
    from (
      select l.warehouse_id, l.id, l.line_number, l.item_id, l.state = 'COUNTED' as is_counted,
        (${isPosted(sql`l`)}) as is_posted, l.is_disputed,
        l.recount is not distinct from 'ASKED' as is_recount_open,
        coalesce(l.recount in ('DISAGREED', 'EXHAUSTED'), false) as do_rounds_disagree, l.is_moved_during_count,
        l.is_time_uncertain, l.quantity_counted, l.quantity_expected,
        coalesce(l.quantity_variance, 0) as delta, l.value_variance, l.unit_cost, l.currency,
        l.window_last_at, q.quantity_on_hand,
        case when l.state = 'COUNTED' then ${approval} else 'MISSING' end as approval,
        coalesce(q.id is not null and ${isCountedAgainSince}, false) as is_counted_again_since,
        d.matters and (p.is_closed_off or r.close_off_id is not null) as is_place_closed_off,
        r.close_off_id, r.hold_id, r.hold_id is not null as is_on_hold,
        coalesce(l.quantity_variance > 0 and l.unit_cost is null, false) as is_cost_missing,
        coalesce(l.quantity_variance < 0 and not w.allows_negative_stock
          and coalesce(q.quantity_on_hand, 0) + l.quantity_variance < 0, false) as would_go_negative
      from ${lines(chosen)}
      join warehouse w on w.id = l.warehouse_id
      join location p on p.warehouse_id = l.warehouse_id and p.id = l.location_id
      cross join lateral (
        select coalesce(l.quantity_variance <> 0, false) as matters
      ) d
      cross join lateral (
        select
          case when d.matters and ${isAnythingClosed(warehouseId, chosen.now)} then (
            select min(c.id) from ${closeOffsOver(sql`p`, chosen.now)} and c.mode = 'DENY'
              and c.session_id is distinct from l.session_id) end as close_off_id,
          case when d.matters and ${isAnythingHeld(warehouseId)} then ${holdOf({
            warehouseId: sql`l.warehouse_id`,
            itemId: sql`l.item_id`,
            lotId: sql`l.lot_id`,
            location: sql`p`,
          })} end as hold_id
      ) r
      left join lateral (
        select warehouse_id, id, quantity_on_hand from quant q
        where l.quantity_variance <> 0 and q.warehouse_id = l.warehouse_id
          and q.item_id = l.item_id and q.location_id = l.location_id
          and q.lot_id is not distinct from l.lot_id and q.status = l.stock_status
        limit 1
      ) q on true
      -- Else each of these would be asked again for the key.
      offset 0
    ) f
  )`;
}

/** Another count of the same stock was posted whose instant is later: it has settled what this one saw. */
const isCountedAgainSince = sql`exists (
  select from stock_move m
  join posting_move v on v.warehouse_id = m.warehouse_id and v.move_id = m.id
  join posting_line o on o.warehouse_id = v.warehouse_id and o.posting_id = v.posting_id
    and o.line_id = v.line_id
  where m.warehouse_id = q.warehouse_id and m.quant_id = q.id and m.effective_at > l.window_last_at
    and m.kind in ('COUNT_ADJUSTMENT', 'MOVE') and not v.is_counterpart and o.line_id <> l.id
    and o.reversed_by_id is null)`;
