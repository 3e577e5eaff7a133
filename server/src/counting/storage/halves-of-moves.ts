import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";

/**
 * The ids of a count's lines that may be half of a move: short here while the same is over elsewhere,
 * or with a piece that the books have in another place of the count.
 */
export function halvesOfMoves({
  warehouseId,
  id,
}: {
  warehouseId: number;
  id: number;
}): RawBuilder<unknown> {
  return sql`
    select d.id from (
      select c.id, min(c.quantity_variance) over alike as least,
        max(c.quantity_variance) over alike as most
      from count_line c
      join item i on i.id = c.item_id and i.tracking in ('BULK', 'LOT')
      where c.warehouse_id = ${warehouseId} and c.session_id = ${id} and c.quantity_variance <> 0
      window alike as (partition by c.item_id, c.lot_id, c.stock_status)) d
    where d.least < 0 and d.most > 0
    union
    select unnest(array[f.line_id, e.line_id])
    from count_line_piece f
    join count_line_piece e on e.warehouse_id = f.warehouse_id and e.session_id = f.session_id
      and e.item_id = f.item_id and e.serial = f.serial and e.is_expected
    where f.warehouse_id = ${warehouseId} and f.session_id = ${id}
      and f.is_found and not f.is_expected`;
}
