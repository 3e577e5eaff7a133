import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import { choosesLots, type CountScope } from "../domain/count-scope.ts";
import type { CountType } from "../domain/words.ts";
import { inScope } from "./in-scope.ts";

export interface Choice {
  warehouseId: number;
  countType: CountType;
  scope: CountScope;
  /** Movers are told apart by the moves since then. */
  movesSince: Date;
}

/**
 * The quants that a session would count, with why each was chosen: columns id, item_id, location_id,
 * lot_id, status, quantity_on_hand, unit_cost, because. Installed and picked stock is not on a shelf.
 */
export function chooseQuants(choice: Choice): RawBuilder<unknown> {
  const { warehouseId, scope } = choice;
  const asJson = sql`${JSON.stringify(scope)}::jsonb`;
  const candidates = sql`
    select q.id, q.item_id, q.location_id, q.lot_id, q.status, q.quantity_on_hand, i.unit_cost,
      q.quantity_on_hand * i.unit_cost as value, i.sku, l.code as location_code, l.walk_order
    from quant q
    join item i on i.id = q.item_id
    join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
    where q.warehouse_id = ${warehouseId} and q.status not in ('INSTALLED', 'PICKED')
      and l.is_active and (q.quantity_on_hand <> 0 or ${scope.includesEmpty})
      and ${inScope(asJson)} and ${notVisitedIn(choice)}`;
  if (!choosesLots(choice.countType))
    return sql`select c.*, null::jsonb as because from (${candidates}) c`;
  return sql`select c.*, ${becauseOf(choice)} as because
    from (${measured(choice, candidates)}) c
    where ${limitOf(choice)}
    order by ${rankOf(choice)}, c.id limit ${scope.lotsToCount}`;
}

function notVisitedIn({ warehouseId, scope }: Choice): RawBuilder<unknown> {
  if (scope.notVisitedIn === null) return sql`true`;
  return sql`exists (
    select 1 from count_line v
    where v.warehouse_id = ${warehouseId} and v.session_id = ${scope.notVisitedIn}
      and v.state = 'NOT_VISITED' and v.item_id = q.item_id and v.location_id = q.location_id
      and v.lot_id is not distinct from q.lot_id and v.stock_status = q.status)`;
}

/** How often each was moved, for the types that ask. */
function measured({ warehouseId, countType, movesSince }: Choice, candidates: RawBuilder<unknown>) {
  if (countType !== "FAST_MOVERS" && countType !== "SLOW_MOVERS") return candidates;
  return sql`
    select c.*, coalesce(m.moves, 0) as moves from (${candidates}) c
    left join (
      select quant_id, count(*) as moves from stock_move
      where warehouse_id = ${warehouseId} and effective_at >= ${movesSince}::timestamptz
      group by quant_id
    ) m on m.quant_id = c.id`;
}

function limitOf({ countType, scope }: Choice): RawBuilder<unknown> {
  if (countType === "LOW_VALUE") return sql`c.value < ${scope.valueThreshold}::numeric`;
  if (countType === "HIGH_VALUE") return sql`c.value >= ${scope.valueThreshold}::numeric`;
  return sql`true`;
}

function rankOf({ countType, scope }: Choice): RawBuilder<unknown> {
  if (countType === "FAST_MOVERS") return sql`c.moves desc`;
  if (countType === "SLOW_MOVERS") return sql`c.moves asc`;
  if (countType === "LOW_VALUE") return sql`c.value asc`;
  if (countType === "HIGH_VALUE") return sql`c.value desc`;
  return sql`md5(${scope.seed ?? ""} || ':' || c.id)`;
}

function becauseOf({ countType, scope, movesSince }: Choice): RawBuilder<unknown> {
  const rule = sql.lit(countType);
  if (countType === "FAST_MOVERS" || countType === "SLOW_MOVERS")
    return sql`jsonb_build_object('rule', ${rule}::text, 'moves', c.moves,
      'since', ${movesSince.toISOString()}::text)`;
  if (countType === "RANDOM")
    return sql`jsonb_build_object('rule', ${rule}::text, 'seed', ${scope.seed}::text)`;
  return sql`jsonb_build_object('rule', ${rule}::text, 'value', c.value::text,
    'threshold', ${scope.valueThreshold}::text)`;
}
