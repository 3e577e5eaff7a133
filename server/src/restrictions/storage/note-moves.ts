import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { CloseOffMoveRow } from "../domain/close-off.ts";
import { closeOffsOver, isAnythingClosed } from "./restrictions-over.ts";

export interface MovesToNote {
  warehouseId: number;
  firstMoveId: number;
  lastMoveId: number;
  now: Date;
  /** The count whose posting it is: what it has closed off itself is its own. */
  sessionId: number | null;
  /** Why it was done past a denial; null where nothing denied it. */
  overrideReason: string | null;
}

/** Moves that were just made inside closed places are noted there, with the reason of an override. */
export function noteMovesInClosedPlaces(db: Db, moves: MovesToNote): Promise<CloseOffMoveRow[]> {
  const { warehouseId, firstMoveId, lastMoveId, now, sessionId, overrideReason } = moves;
  return rowsOf<CloseOffMoveRow>(
    db,
    sql`with reached as (
          select m.warehouse_id, m.id as move_id, k.id as close_off_id, k.mode
          from stock_move m
          join quant q on q.warehouse_id = m.warehouse_id and q.id = m.quant_id
          join location p on p.warehouse_id = q.warehouse_id and p.id = q.location_id
          cross join lateral (
            select c.id, c.mode from ${closeOffsOver(sql`p`, now)}
              and (${sessionId}::bigint is null or c.session_id is distinct from ${sessionId})
          ) k
          where m.warehouse_id = ${warehouseId} and m.id between ${firstMoveId} and ${lastMoveId}
            and ${isAnythingClosed(warehouseId, now)}
        ), noted as (
          insert into close_off_move (warehouse_id, close_off_id, move_id, override_reason)
          select warehouse_id, close_off_id, move_id,
            case when mode = 'DENY' then ${overrideReason}::text end
          from reached
          returning close_off_id, move_id, override_reason
        )
        select close_off_id as "closeOffId", move_id as "moveId",
          override_reason as "overrideReason"
        from noted order by move_id, close_off_id`,
  );
}
