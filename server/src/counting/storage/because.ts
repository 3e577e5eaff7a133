import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import type { Choice } from "../domain/choice.ts";

/** Why a candidate `c` is counted, for the types that count all of their scope. */
export function becauseInScope(choice: Choice): RawBuilder<unknown> {
  const { warehouseId, countType, scope } = choice;
  if (scope.notVisitedIn !== null) return becauseNotVisited(choice);
  const rule = sql.lit(countType);
  if (countType === "LOCATIONS")
    return sql`jsonb_build_object('rule', ${rule}::text, 'place', (
      select r.code from location r
      where r.warehouse_id = ${warehouseId} and r.id = any(${[...scope.locationIds]}::bigint[])
        and c.path like '%/' || r.id || '/%'
      order by length(r.path) desc limit 1))`;
  if (countType === "SUPPLIER")
    return sql`jsonb_build_object('rule', ${rule}::text, 'supplier',
      (select name from supplier where id = ${scope.supplierId}::int))`;
  if (countType === "CATEGORY")
    return sql`jsonb_build_object('rule', ${rule}::text, 'category',
      (select name from category where id = ${scope.categoryId}::int))`;
  return sql`${JSON.stringify({ rule: countType })}::jsonb`;
}

/** Why a candidate `c` was chosen among others, with the figure it was chosen by. */
export function becauseChosen(choice: Choice): RawBuilder<unknown> {
  const { countType, scope, movesSince } = choice;
  if (scope.notVisitedIn !== null) return becauseNotVisited(choice);
  const rule = sql.lit(countType);
  if (countType === "FAST_MOVERS" || countType === "SLOW_MOVERS")
    return sql`jsonb_build_object('rule', ${rule}::text, 'moves', c.moves,
      'since', ${movesSince.toISOString()}::text)`;
  if (countType === "RANDOM")
    return sql`jsonb_build_object('rule', ${rule}::text, 'seed', ${scope.seed}::text)`;
  if (countType === "ABC")
    return sql`jsonb_build_object('rule', ${rule}::text, 'abcClass', c.abc_class, 'days', c.days,
      'lastCountedAt', c.last_counted_at, 'dueSince', c.due_since)`;
  return sql`jsonb_build_object('rule', ${rule}::text, 'value', c.value::text,
    'threshold', ${scope.valueThreshold}::text)`;
}

function becauseNotVisited({ warehouseId, scope }: Choice): RawBuilder<unknown> {
  return sql`jsonb_build_object('rule', 'NOT_VISITED', 'number', (
    select number from count_session
    where warehouse_id = ${warehouseId} and id = ${scope.notVisitedIn}))`;
}
