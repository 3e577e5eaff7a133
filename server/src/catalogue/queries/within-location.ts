import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import { checkListLength, type IdFilter } from "../../shared/filters.ts";
import { matchingRowOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";

/** The subtree below a place, itself included: a prefix of the path, found by its index. */
export function withinLocation(
  path: RawBuilder<unknown>,
  warehouseId: number,
  filter: IdFilter | undefined,
): RawBuilder<unknown>[] {
  if (!filter) return [];
  const ids = filter.in ?? (filter.eq ? [filter.eq] : []);
  if (ids.length === 0 || filter.neq || (filter.isNull ?? null) !== null)
    throw new Refusal("BAD_USER_INPUT", "A place to look within is given with eq or in.");
  checkListLength(ids);
  const rowIds = ids.map((id) => matchingRowOf(id, "Location", warehouseId));
  return [
    sql`${path} like any (
      select root.path || '%' from location root
      where root.warehouse_id = ${warehouseId} and root.id = any(${rowIds}::bigint[]))`,
  ];
}
