import { rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import {
  proposePieceMoves,
  proposeQuantityMoves,
  type DifferingLine,
  type MisplacedPiece,
  type ProposedMove,
} from "../domain/propose-location-moves.ts";
import type { SessionKey } from "./list-lines.ts";

/** Moves that would explain what a count found in the wrong places. */
export async function readProposedMoves(db: Db, session: SessionKey): Promise<ProposedMove[]> {
  return [
    ...proposePieceMoves(await readMisplacedPieces(db, session)),
    ...proposeQuantityMoves(await readDifferingLines(db, session)),
  ];
}

async function readMisplacedPieces(
  db: Db,
  { warehouseId, id }: SessionKey,
): Promise<MisplacedPiece[]> {
  const rows = await rowsOf<{
    itemId: number;
    serial: string;
    foundLineId: number;
    foundLocationId: number;
    expectedLineId: number | null;
    expectedLocationId: number | null;
    isFoundThere: boolean | null;
    standsAtLocationId: number | null;
  }>(
    db,
    sql`select p.item_id as "itemId", p.serial, p.line_id as "foundLineId",
          l.location_id as "foundLocationId", e.line_id as "expectedLineId",
          el.location_id as "expectedLocationId", e.is_found as "isFoundThere",
          q.location_id as "standsAtLocationId"
        from count_line_piece p
        join count_line l on l.warehouse_id = p.warehouse_id and l.id = p.line_id
        left join count_line_piece e on e.warehouse_id = p.warehouse_id
          and e.session_id = p.session_id and e.item_id = p.item_id and e.serial = p.serial
          and e.is_expected
        left join count_line el on el.warehouse_id = e.warehouse_id and el.id = e.line_id
        left join serial_unit u on u.item_id = p.item_id and u.serial = p.serial
          and u.warehouse_id = p.warehouse_id
        left join quant q on q.warehouse_id = u.warehouse_id and q.id = u.quant_id
        where p.warehouse_id = ${warehouseId} and p.session_id = ${id}
          and p.is_found and not p.is_expected
        order by p.line_id, p.serial`,
  );
  return rows.map((row) => ({
    itemId: row.itemId,
    serial: row.serial,
    foundOn: { lineId: row.foundLineId, locationId: row.foundLocationId },
    expectedOn:
      row.expectedLineId === null || row.expectedLocationId === null
        ? null
        : {
            lineId: row.expectedLineId,
            locationId: row.expectedLocationId,
            isFoundThere: row.isFoundThere ?? false,
          },
    standsAt: row.standsAtLocationId === null ? null : { locationId: row.standsAtLocationId },
  }));
}

/** Pieces have their own way; here are the quantities. */
async function readDifferingLines(
  db: Db,
  { warehouseId, id }: SessionKey,
): Promise<DifferingLine[]> {
  const rows = await rowsOf<Omit<DifferingLine, "variance"> & { variance: string }>(
    db,
    sql`select l.id as "lineId", l.item_id as "itemId", l.location_id as "locationId",
          l.lot_id as "lotId", l.stock_status as "stockStatus", l.quantity_variance as variance
        from count_line l
        join item i on i.id = l.item_id and i.tracking in ('BULK', 'LOT')
        where l.warehouse_id = ${warehouseId} and l.session_id = ${id} and l.quantity_variance <> 0
        order by l.line_number`,
  );
  return rows.map((row) => ({ ...row, variance: new Decimal(row.variance) }));
}
