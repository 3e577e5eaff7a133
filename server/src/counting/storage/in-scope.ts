import type { RawBuilder } from "kysely";
import { classAt } from "../../catalogue/storage/class-at.ts";
import { sql } from "../../database/db.ts";

/**
 * Whether an item at a place belongs to a session's scope. Expects the scope as jsonb, an item `i`
 * and a location `l`; the snapshot, the preview and the ledger's look for new stock all use it.
 */
export function inScope(scope: RawBuilder<unknown>): RawBuilder<boolean> {
  const list = (name: string) => sql`(${scope} -> ${sql.lit(name)})`;
  const isEmpty = (name: string) => sql`jsonb_array_length(${list(name)}) = 0`;
  return sql<boolean>`(
    (${isEmpty("itemIds")} or ${list("itemIds")} @> to_jsonb(i.id))
    and (${isEmpty("locationIds")} or exists (
      select 1 from jsonb_array_elements_text(${list("locationIds")}) as chosen(id)
      where l.path like '%/' || chosen.id || '/%'))
    and (${scope} ->> 'categoryId' is null or i.category_id = (${scope} ->> 'categoryId')::int)
    and (${scope} ->> 'abcClass' is null or ${classAt(sql`l.warehouse_id`)} = ${scope} ->> 'abcClass')
    and (${scope} ->> 'supplierId' is null or exists (
      select 1 from item_supplier delivers
      where delivers.item_id = i.id and delivers.supplier_id = (${scope} ->> 'supplierId')::int))
  )`;
}
