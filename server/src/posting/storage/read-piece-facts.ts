import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { PieceFact } from "../domain/plan-pieces.ts";
import { closeOffsOver, holdOf } from "../../restrictions/storage/restrictions-over.ts";
import type { Chosen } from "./chosen-lines.ts";
import { isPosted } from "./posted-line.ts";

/** Where the count and the ledger, at the instant each line was counted, do not agree about a piece. */
export function readPieceFacts(db: Db, { session, lineIds, now }: Chosen): Promise<PieceFact[]> {
  const { warehouseId, id } = session;
  const ids = lineIds === null ? null : [...lineIds];
  return rowsOf<PieceFact>(
    db,
    sql`with line as materialized (
      select l.id, l.item_id, l.window_last_at, q.id as quant_id,
        coalesce(l.id = any(${ids}::bigint[]), true) as is_chosen
      from count_line l
      join item i on i.id = l.item_id and i.tracking in ('SERIAL', 'RFID')
      left join quant q on q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
        and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
        and q.status = l.stock_status
      where l.warehouse_id = ${warehouseId} and l.session_id = ${id} and l.state = 'COUNTED'
        and not (${isPosted(sql`l`)})
    ), standing as (
      select line.id as line_id, u.serial
      from line
      join stock_move m on m.warehouse_id = ${warehouseId} and m.quant_id = line.quant_id
        and m.effective_at <= line.window_last_at
      join stock_move_serial s on s.warehouse_id = m.warehouse_id and s.move_id = m.id
      join serial_unit u on u.id = s.serial_unit_id
      group by line.id, u.serial having sum(sign(m.quantity)) > 0
    ), found as (
      select p.line_id, p.serial
      from line join count_line_piece p on p.warehouse_id = ${warehouseId} and p.line_id = line.id
      where p.is_found
    ), differing as (
      select coalesce(s.line_id, f.line_id) as line_id, coalesce(s.serial, f.serial) as serial,
        s.serial is null as is_found
      from standing s full join found f on f.line_id = s.line_id and f.serial = s.serial
      where s.serial is null or f.serial is null
    )
    select d.line_id as "lineId", line.is_chosen as "isChosen", line.quant_id as "lineQuantId",
      line.item_id as "itemId", d.serial, d.is_found as "isFound",
      case when d.is_found then then_at.quant_id else line.quant_id end as "stoodAt",
      case when u.warehouse_id = ${warehouseId} then u.quant_id end as "standsAt",
      coalesce(u.warehouse_id <> ${warehouseId}, false) as "isInOtherWarehouse",
      exists (
        select from quant q
        join count_line o on o.warehouse_id = q.warehouse_id and o.session_id = ${id}
          and o.item_id = q.item_id and o.location_id = q.location_id
          and o.lot_id is not distinct from q.lot_id and o.stock_status = q.status
        join count_line_piece p on p.warehouse_id = o.warehouse_id and p.line_id = o.id
        where q.warehouse_id = u.warehouse_id and q.id = u.quant_id and o.id <> line.id
          and p.serial = d.serial and p.is_found
      ) as "isFoundWhereItStands",
      case when d.is_found then (
        select case
          when p.is_closed_off or exists (select from ${closeOffsOver(sql`p`, now)}
            and c.mode = 'DENY' and c.session_id is distinct from ${id}) then 'PLACE_CLOSED_OFF'
          when ${holdOf({
            warehouseId: sql`q.warehouse_id`,
            itemId: sql`q.item_id`,
            lotId: sql`q.lot_id`,
            location: sql`p`,
          })} is not null then 'ON_HOLD' end
        from quant q
        join location p on p.warehouse_id = q.warehouse_id and p.id = q.location_id
        where q.warehouse_id = u.warehouse_id and q.id = u.quant_id
          and q.warehouse_id = ${warehouseId}
      ) end as "keptThere"
    from differing d
    join line on line.id = d.line_id
    left join serial_unit u on u.item_id = line.item_id and u.serial = d.serial
    left join lateral (
      select m.quant_id from stock_move_serial s
      join stock_move m on m.warehouse_id = s.warehouse_id and m.id = s.move_id
      where s.serial_unit_id = u.id and s.warehouse_id = ${warehouseId}
        and m.effective_at <= line.window_last_at
      group by m.quant_id having sum(sign(m.quantity)) > 0 limit 1
    ) then_at on true
    order by d.line_id, d.serial`,
  );
}

/** A serial belongs to the company: another warehouse may be moving it at this moment. */
export async function lockPieces(db: Db, pieces: readonly PieceFact[]): Promise<void> {
  await sql`select from serial_unit u
      where (u.item_id, u.serial) in (
        select * from unnest(${pieces.map(({ itemId }) => itemId)}::bigint[],
                             ${pieces.map(({ serial }) => serial)}::text[]))
      order by u.id for update of u`.execute(db);
}
