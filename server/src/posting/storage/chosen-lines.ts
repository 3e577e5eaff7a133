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
 * What bears on the posting of a line, each with its place in the key; a class of lines is equal in all.
 */
export const lineTraits = [
  ["isCounted", sql`is_counted`],
  ["isPosted", sql`is_posted`],
  ["isDisputed", sql`is_disputed`],
  ["isRecountOpen", sql`is_recount_open`],
  ["doRoundsDisagree", sql`do_rounds_disagree`],
  ["isMovedDuringCount", sql`is_moved_during_count`],
  ["isTimeUncertain", sql`is_time_uncertain`],
  ["isCountedAgainSince", sql`is_counted_again_since`],
  ["isPlaceClosedOff", sql`is_place_closed_off`],
  ["isOnHold", sql`is_on_hold`],
  ["isCostMissing", sql`is_cost_missing`],
  ["wouldGoNegative", sql`would_go_negative`],
] as const;

/** A number that is equal for equal traits: lines are put together by one number faster than by many words. */
const keyOfLine = sql.join(
  [
    ...lineTraits.map(([, column], at) => sql`f.${column}::int * ${sql.lit(2 ** at)}`),
    sql`case f.approval when 'APPROVED' then 0 when 'MISSING' then 1 else 2 end * ${sql.lit(2 ** lineTraits.length)}`,
  ],
  sql` + `,
);

/**
 * The chosen lines with what bears on their posting, as columns of LineFacts, and the key of their class.
 * What a match cannot offend is not asked of it.
 */
export function lineFacts(chosen: Chosen): RawBuilder<unknown> {
  const { warehouseId, id } = chosen.session;
  const approval = approvalOf(chosen.session, chosen.session.options?.["170"] ?? true);
  // Asked once: most counts are looked at before anything of them is posted.
  const isAnythingPosted = sql`(select exists (
    select from posting where warehouse_id = ${warehouseId} and session_id = ${id}))`;
  return sql`(
    select f.*, ${keyOfLine} as key
    from (
      select l.warehouse_id, l.id, l.line_number, l.item_id, l.state = 'COUNTED' as is_counted,
        case when ${isAnythingPosted} then (${isPosted(sql`l`)}) else false end as is_posted, l.is_disputed,
        l.recount is not distinct from 'ASKED' as is_recount_open,
        coalesce(l.recount in ('DISAGREED', 'EXHAUSTED'), false) as do_rounds_disagree, l.is_moved_during_count,
        l.is_time_uncertain, l.quantity_counted, l.quantity_expected,
        coalesce(l.quantity_variance, 0) as delta, l.value_variance, l.unit_cost, l.currency,
        l.window_last_at, (l.q).quantity_on_hand,
        case when l.state = 'COUNTED' then ${approval} else 'MISSING' end as approval,
        case when (l.q).id is not null then ${isCountedAgainSince} else false end as is_counted_again_since,
        l.matters and (p.is_closed_off or r.close_off_id is not null) as is_place_closed_off,
        r.close_off_id, r.hold_id, r.hold_id is not null as is_on_hold,
        coalesce(l.quantity_variance > 0 and l.unit_cost is null, false) as is_cost_missing,
        coalesce(l.quantity_variance < 0 and not w.allows_negative_stock
          and coalesce((l.q).quantity_on_hand, 0) + l.quantity_variance < 0, false) as would_go_negative
      from (
        select l.*, coalesce(l.quantity_variance <> 0, false) as matters,
          case when l.quantity_variance <> 0 then (
            select q from quant q
            where q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
              and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
              and q.status = l.stock_status
            limit 1) end as q
        from ${lines(chosen)}
        offset 0
      ) l
      join warehouse w on w.id = l.warehouse_id
      join location p on p.warehouse_id = l.warehouse_id and p.id = l.location_id
      cross join lateral (
        select
          case when l.matters and ${isAnythingClosed(warehouseId, chosen.now)} then (
            select min(c.id) from ${closeOffsOver(sql`p`, chosen.now)} and c.mode = 'DENY'
              and c.session_id is distinct from l.session_id) end as close_off_id,
          case when l.matters and ${isAnythingHeld(warehouseId)} then ${holdOf({
            warehouseId: sql`l.warehouse_id`,
            itemId: sql`l.item_id`,
            lotId: sql`l.lot_id`,
            location: sql`p`,
          })} end as hold_id
      ) r
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
  where m.warehouse_id = (l.q).warehouse_id and m.quant_id = (l.q).id and m.effective_at > l.window_last_at
    and m.kind in ('COUNT_ADJUSTMENT', 'MOVE') and not v.is_counterpart and o.line_id <> l.id
    and o.reversed_by_id is null)`;
