import type { RawBuilder } from "kysely";
import { classAt } from "../../catalogue/storage/class-at.ts";
import { sql } from "../../database/db.ts";

/**
 * Whether a counted line `l` is out of its tolerance, by the same rules as the domain's
 * `resolveTolerance` and `judgeTolerance`, for as many lines as there are.
 */
export const isOutOfTolerance: RawBuilder<unknown> = sql`(l.quantity_variance <> 0 and coalesce((
  select coalesce(
    (select ${breaks("r")} from tolerance_rule r
     where r.warehouse_id = l.warehouse_id and r.version = t.version and r.item_id = l.item_id),
    (select ${breaks("r")} from (
       select ${classAt(sql`l.warehouse_id`)} as abc_class, p.path from item i
       join location p on p.warehouse_id = l.warehouse_id and p.id = l.location_id
       where i.id = l.item_id offset 0) k
     join tolerance_rule r on r.warehouse_id = l.warehouse_id and r.version = t.version
       and r.item_id is null and (r.abc_class is null or r.abc_class = k.abc_class)
       and (r.abc_class is not null or r.location_id is not null)
     left join location q on q.warehouse_id = r.warehouse_id and q.id = r.location_id
     where r.location_id is null or starts_with(k.path, q.path)
     order by coalesce(length(q.path), 0) desc, r.abc_class nulls last limit 1),
    case when t.has_limits then ${breaks("t")} end,
    (select ${breaks("r")} from tolerance_rule r
     where r.warehouse_id = l.warehouse_id and r.version = t.version and r.item_id is null
       and r.abc_class is null and r.location_id is null))
  from session_tolerance t
  where t.warehouse_id = l.warehouse_id and t.session_id = l.session_id), true))`;

/** Whether the limits of a row do not hold for `l`; never null. */
function breaks(alias: "r" | "t"): RawBuilder<unknown> {
  const limit = (kind: string) =>
    sql`case when l.quantity_variance > 0 then ${sql.ref(`${alias}.${kind}_upper`)}
      else ${sql.ref(`${alias}.${kind}_lower`)} end`;
  const variance = sql`abs(l.quantity_variance)`;
  const expected = sql`abs(l.quantity_expected)`;
  const cost = sql`abs(l.unit_cost)`;
  const hasNoOther = sql`${limit("quantity")} is null and ${limit("percent")} is null
    and coalesce(${limit("value")}, ${limit("value_percent")}) is not null`;
  return sql`(
    coalesce(${variance} > ${limit("quantity")}, false)
    or coalesce(${variance} * 100 > ${limit("percent")} * ${expected}, false)
    or coalesce(${variance} * ${cost} > ${limit("value")}, false)
    or coalesce(${variance} * ${cost} * 100 > ${limit("value_percent")} * ${expected} * ${cost}, false)
    or (l.unit_cost is null and ${hasNoOther}))`;
}
