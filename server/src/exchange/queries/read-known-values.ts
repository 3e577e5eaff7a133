import { rowsOf, sql, type Db } from "../../database/db.ts";
import { looksOf, type KnownValue } from "../domain/likely-values.ts";
import { looks } from "../storage/read-stock-facts.ts";

/** Of so many that are spelled like it the likeliest are chosen. */
const nearAtMost = 40;

/** Items in use that may be meant by an id that nobody has, with many that are not. */
export function readItemsLike(db: Db, warehouseId: number, given: string): Promise<KnownValue[]> {
  return rowsOf<KnownValue>(
    db,
    sql`select i.sku as value, i.description as name,
          array(select b.code from item_barcode b where b.item_id = i.id) as barcodes,
          exists (select 1 from quant q where q.warehouse_id = ${warehouseId}
            and q.item_id = i.id and q.quantity_on_hand <> 0) as "isStocked"
        from (
          select i.id, i.sku, i.description from item i where i.is_active
          order by (${looks(sql`i.sku`)} = ${looksOf(given)} or lower(i.description) = lower(${given})
              or i.id in (select b.item_id from item_barcode b where b.code = ${given})) desc,
            similarity(i.sku, ${given}) desc, i.sku
          limit ${nearAtMost}) i`,
  );
}

/** Places in use of a warehouse that may be meant by a code that none of them has. */
export function readPlacesLike(db: Db, warehouseId: number, given: string): Promise<KnownValue[]> {
  return rowsOf<KnownValue>(
    db,
    sql`select l.code as value, l.name,
          case when l.barcode is null then '{}' else array[l.barcode] end as barcodes,
          exists (select 1 from quant q where q.warehouse_id = ${warehouseId}
            and q.location_id = l.id and q.quantity_on_hand <> 0) as "isStocked"
        from (
          select l.id, l.code, l.name, l.barcode from location l
          where l.warehouse_id = ${warehouseId} and l.is_active
          order by (${looks(sql`l.code`)} = ${looksOf(given)} or lower(l.name) = lower(${given})) desc,
            similarity(l.code, ${given}) desc, l.code
          limit ${nearAtMost}) l`,
  );
}
