import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { Choice } from "../domain/choice.ts";
import { chooseQuants, isHeld } from "./choose-quants.ts";

export interface Snapshot {
  sessionId: number;
  now: Date;
  /** What to do with places that another running session counts. */
  overlap: "EXCLUDE" | "ACCEPT";
}

/**
 * Every quant in scope becomes a line, in walking order, in one statement: quantity, cost, currency
 * and the ledger's position are those of one instant. Returns how many lines there are.
 */
export async function takeSnapshot(db: Db, choice: Choice, snapshot: Snapshot): Promise<number> {
  const { sessionId, now, overlap } = snapshot;
  const made = await firstRowOf<{ lines: number }>(
    db,
    sql`with chosen as materialized (${chooseQuants(choice)}),
        free as (
          select c.* from chosen c
          where ${overlap === "ACCEPT"} or not ${isHeld(choice.warehouseId)}
        ),
        made as (
          insert into count_line (warehouse_id, session_id, line_number, origin, item_id,
            location_id, lot_id, stock_status, quantity_snapshot, ledger_position, snapshot_at,
            unit_cost, currency, chosen_because, is_overlap_accepted)
          select ${choice.warehouseId}, ${sessionId}::bigint,
            row_number() over (order by c.walk_order, c.location_code, c.sku, c.id), 'SNAPSHOT',
            c.item_id, c.location_id, c.lot_id, c.status, c.quantity_on_hand,
            (select last_move_id from ledger_head where warehouse_id = ${choice.warehouseId}),
            ${now}::timestamptz, c.unit_cost,
            (select currency from warehouse where id = ${choice.warehouseId}), c.because,
            ${overlap === "ACCEPT"}
          from free c
          returning 1
        )
        select count(*)::int as lines from made`,
  );
  await sql`insert into count_line_piece
        (warehouse_id, line_id, session_id, item_id, serial, is_expected)
      select l.warehouse_id, l.id, l.session_id, l.item_id, u.serial, true
      from count_line l
      join item i on i.id = l.item_id and i.tracking in ('SERIAL', 'RFID')
      join quant q on q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
        and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
        and q.status = l.stock_status
      join serial_unit u on u.warehouse_id = q.warehouse_id and u.quant_id = q.id
      where l.warehouse_id = ${choice.warehouseId} and l.session_id = ${sessionId}`.execute(db);
  return made?.lines ?? 0;
}
