import type { RawBuilder } from "kysely";
import { classAt } from "../../catalogue/storage/class-at.ts";
import { sql } from "../../database/db.ts";
import type { Choice } from "../domain/choice.ts";
import { choosesLots } from "../domain/count-scope.ts";
import { becauseChosen, becauseInScope } from "./because.ts";
import { inScope } from "./in-scope.ts";

/**
 * The quants that a session would count, with why each was chosen: columns id, item_id, location_id,
 * lot_id, status, quantity_on_hand, unit_cost, because. Installed and picked stock is not on a shelf.
 */
export function chooseQuants(choice: Choice): RawBuilder<unknown> {
  const { warehouseId, scope } = choice;
  const asJson = sql`${JSON.stringify(scope)}::jsonb`;
  const candidates = sql`
    select q.id, q.item_id, q.location_id, q.lot_id, q.status, q.quantity_on_hand, i.unit_cost,
      q.quantity_on_hand * i.unit_cost as value, ${classAt(sql`q.warehouse_id`)} as abc_class, i.sku, l.code as location_code, l.path,
      l.walk_order
    from quant q
    join item i on i.id = q.item_id
    join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
    where q.warehouse_id = ${warehouseId} and q.status not in ('INSTALLED', 'PICKED')
      and l.is_active and (q.quantity_on_hand <> 0 or ${scope.includesEmpty})
      and ${inScope(asJson)} and ${notVisitedIn(choice)}`;
  if (!choosesLots(choice.countType))
    return sql`select c.*, ${becauseInScope(choice)} as because from (${candidates}) c`;
  const free = choice.passesOverHeld ? sql`not ${isHeld(warehouseId)}` : sql`true`;
  return sql`select c.*, ${becauseChosen(choice)} as because
    from (${measured(choice, candidates)}) c
    where ${limitOf(choice)} and ${free}
    order by ${rankOf(choice)}, c.id limit ${scope.lotsToCount}`;
}

/** The lines of running sessions that count a candidate `c`. */
export const holdersOf = (warehouseId: number) => sql`
  count_line o
  where o.warehouse_id = ${warehouseId} and o.is_active and o.item_id = c.item_id
    and o.location_id = c.location_id and o.lot_id is not distinct from c.lot_id
    and o.stock_status = c.status`;

export const isHeld = (warehouseId: number) =>
  sql`exists (select 1 from ${holdersOf(warehouseId)})`;

function notVisitedIn({ warehouseId, scope }: Choice): RawBuilder<unknown> {
  if (scope.notVisitedIn === null) return sql`true`;
  return sql`exists (
    select 1 from count_line v
    where v.warehouse_id = ${warehouseId} and v.session_id = ${scope.notVisitedIn}
      and v.state = 'NOT_VISITED' and v.item_id = q.item_id and v.location_id = q.location_id
      and v.lot_id is not distinct from q.lot_id and v.stock_status = q.status)`;
}

/** How often each was moved, or when it was counted last, for the types that ask. */
function measured(choice: Choice, candidates: RawBuilder<unknown>): RawBuilder<unknown> {
  const { warehouseId, countType, movesSince } = choice;
  if (countType === "ABC") return lastCounted(choice, candidates);
  if (countType !== "FAST_MOVERS" && countType !== "SLOW_MOVERS") return candidates;
  return sql`
    select c.*, coalesce(m.moves, 0) as moves from (${candidates}) c
    left join (
      select quant_id, count(*) as moves from stock_move
      where warehouse_id = ${warehouseId} and effective_at >= ${movesSince}::timestamptz
      group by quant_id
    ) m on m.quant_id = c.id`;
}

/** A count is settled when its session is: what is still being counted has not been counted yet. */
function lastCounted(
  { warehouseId, daysDue }: Choice,
  candidates: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select d.*, d.last_counted_at + make_interval(days => d.days) as due_since
    from (
      select c.*, h.counted_at as last_counted_at,
        (${JSON.stringify(daysDue)}::jsonb ->> c.abc_class)::int as days
      from (${candidates}) c
      left join (
        select v.item_id, v.location_id, v.lot_id, v.stock_status,
          max(v.window_last_at) as counted_at
        from count_line v
        join count_session s on s.warehouse_id = v.warehouse_id and s.id = v.session_id
          and s.status in ('PARTIAL', 'POSTED')
        where v.warehouse_id = ${warehouseId} and v.state = 'COUNTED'
        group by 1, 2, 3, 4
      ) h on h.item_id = c.item_id and h.location_id = c.location_id
        and h.lot_id is not distinct from c.lot_id and h.stock_status = c.status
      where c.abc_class is not null
    ) d`;
}

function limitOf({ countType, scope, now }: Choice): RawBuilder<unknown> {
  if (countType === "LOW_VALUE") return sql`c.value < ${scope.valueThreshold}::numeric`;
  if (countType === "HIGH_VALUE") return sql`c.value >= ${scope.valueThreshold}::numeric`;
  if (countType === "ABC") return sql`(c.due_since is null or c.due_since <= ${now}::timestamptz)`;
  return sql`true`;
}

function rankOf({ countType, scope }: Choice): RawBuilder<unknown> {
  if (countType === "FAST_MOVERS") return sql`c.moves desc`;
  if (countType === "SLOW_MOVERS") return sql`c.moves asc`;
  if (countType === "LOW_VALUE") return sql`c.value asc`;
  if (countType === "HIGH_VALUE") return sql`c.value desc`;
  // What was never counted has waited longest; of two that wait alike, the class that weighs more.
  if (countType === "ABC") return sql`c.last_counted_at asc nulls first, c.abc_class`;
  return sql`md5(${scope.seed ?? ""} || ':' || c.id)`;
}
