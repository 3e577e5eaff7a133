import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { AppendedSpan } from "../../stock/storage/append-legs.ts";
import type { PieceMove } from "../domain/plan-pieces.ts";
import type { PostingRow } from "../domain/rows.ts";
import { appendPieceMoves } from "./append-piece-moves.ts";

/**
 * An adjustment takes effect right behind the instant at which its line was counted: the line's own
 * expected quantity stays what it was, and whoever counted the place later expects what was found.
 */
const effectiveAt = sql`p.counted_at + interval '1 millisecond'`;

/**
 * Every line of the posting that differs becomes a leg, in the order of the lines, by one call of the
 * ledger's door; pieces follow. Expects the ledger to be locked. Null where nothing differed.
 */
export async function appendAdjustments(
  db: Db,
  posting: PostingRow,
  { reference, pieceMoves }: { reference: string; pieceMoves: readonly PieceMove[] },
): Promise<AppendedSpan | null> {
  const quantities = await appendQuantities(db, posting, reference);
  const pieces = await appendPieceMoves(db, posting, reference, pieceMoves);
  if (pieces) await requireWhole(db, posting);
  if (!quantities) return pieces;
  return { ...quantities, lastMoveId: pieces?.lastMoveId ?? quantities.lastMoveId };
}

const legs = ({ warehouseId, id }: PostingRow) => sql`
  select p.*, l.item_id, l.location_id, l.lot_id, l.stock_status,
    row_number() over (order by p.line_id) as position
  from posting_line p
  join count_line l on l.warehouse_id = p.warehouse_id and l.id = p.line_id
  join item i on i.id = l.item_id and i.tracking in ('BULK', 'LOT')
  where p.warehouse_id = ${warehouseId} and p.posting_id = ${id} and p.quantity_delta <> 0`;

async function appendQuantities(
  db: Db,
  posting: PostingRow,
  reference: string,
): Promise<AppendedSpan | null> {
  const { warehouseId, id, postedById, postedAt } = posting;
  const appended = await firstRowOf<{ reached: number; count: number }>(
    db,
    sql`select count(*)::int as count, append_stock_moves(${warehouseId}::int, ${postedById},
          ${postedAt}::timestamptz, coalesce(array_agg(row(p.item_id, p.location_id, p.lot_id,
            p.stock_status, 'COUNT_ADJUSTMENT', p.quantity_delta, ${effectiveAt},
            ${`posting ${id} line `} || p.line_id, 0, '', ${reference}, 'stock_count', '{}'
          )::stock_move_entry order by p.position), '{}')) as reached
        from (${legs(posting)}) p`,
  );
  if (!appended || appended.count === 0) return null;
  const { reached, count } = appended;
  await sql`insert into posting_move (warehouse_id, move_id, posting_id, line_id)
      select p.warehouse_id, ${reached - count}::bigint + p.position, p.posting_id, p.line_id
      from (${legs(posting)}) p`.execute(db);
  return { firstMoveId: reached - count + 1, lastMoveId: reached };
}

/** Pieces that do not come to the deltas are not posted: the last belt. */
async function requireWhole(db: Db, { warehouseId, id }: PostingRow): Promise<void> {
  const wrong = await firstRowOf<{ lineId: number }>(
    db,
    sql`select p.line_id as "lineId" from posting_line p
        cross join lateral (
          select sum(m.quantity) as quantity
          from posting_move v
          join stock_move m on m.warehouse_id = v.warehouse_id and m.id = v.move_id
          where v.warehouse_id = p.warehouse_id and v.posting_id = p.posting_id
            and v.line_id = p.line_id and not v.is_counterpart
        ) a
        where p.warehouse_id = ${warehouseId} and p.posting_id = ${id}
          and p.quantity_delta <> coalesce(a.quantity, 0)
        limit 1`,
  );
  if (wrong) throw new Error(`The moves of line ${wrong.lineId} are not its variance.`);
}
