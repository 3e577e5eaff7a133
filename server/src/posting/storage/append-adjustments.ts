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

/** So many lines go through the ledger's door in one call: one after the other, so that somebody can be told. */
const linesInACall = 4_000;

export interface Adjusting {
  reference: string;
  pieceMoves: readonly PieceMove[];
  /** Told how many lines are through. */
  onLines: (lines: number) => Promise<void>;
}

/**
 * Every line of the posting that differs becomes a leg, in the order of the lines, by the ledger's
 * door; pieces follow. Expects the ledger to be locked. Null where nothing differed.
 */
export async function appendAdjustments(
  db: Db,
  posting: PostingRow,
  { reference, pieceMoves, onLines }: Adjusting,
): Promise<AppendedSpan | null> {
  let span: AppendedSpan | null = null;
  let lines = 0;
  for (let after = 0; ;) {
    const part = await appendQuantities(db, posting, reference, after);
    if (!part) break;
    span = joined(span, part);
    after = part.lastLineId;
    lines += part.lastMoveId - part.firstMoveId + 1;
    await onLines(lines);
  }
  const pieces = await appendPieceMoves(db, posting, reference, pieceMoves);
  if (pieces) await requireWhole(db, posting);
  return joined(span, pieces);
}

function joined(span: AppendedSpan | null, next: AppendedSpan | null): AppendedSpan | null {
  if (!span || !next) return span ?? next;
  return { firstMoveId: span.firstMoveId, lastMoveId: next.lastMoveId };
}

const legs = ({ warehouseId, id }: PostingRow, after: number) => sql`
  select p.*, l.item_id, l.location_id, l.lot_id, l.stock_status,
    row_number() over (order by p.line_id) as position
  from (
    select p.* from posting_line p
    join count_line l on l.warehouse_id = p.warehouse_id and l.id = p.line_id
    join item i on i.id = l.item_id and i.tracking in ('BULK', 'LOT')
    where p.warehouse_id = ${warehouseId} and p.posting_id = ${id} and p.quantity_delta <> 0
      and p.line_id > ${after}
    order by p.line_id limit ${linesInACall}
  ) p
  join count_line l on l.warehouse_id = p.warehouse_id and l.id = p.line_id`;

async function appendQuantities(
  db: Db,
  posting: PostingRow,
  reference: string,
  after: number,
): Promise<(AppendedSpan & { lastLineId: number }) | null> {
  const { warehouseId, id, postedById, postedAt } = posting;
  const appended = await firstRowOf<{ reached: number; count: number; lastLineId: number }>(
    db,
    sql`select count(*)::int as count, max(p.line_id) as "lastLineId",
          append_stock_moves(${warehouseId}::int, ${postedById},
          ${postedAt}::timestamptz, coalesce(array_agg(row(p.item_id, p.location_id, p.lot_id,
            p.stock_status, 'COUNT_ADJUSTMENT', p.quantity_delta, ${effectiveAt},
            ${`posting ${id} line `} || p.line_id, 0, '', ${reference}, 'stock_count', '{}'
          )::stock_move_entry order by p.position), '{}')) as reached
        from (${legs(posting, after)}) p`,
  );
  if (!appended || appended.count === 0) return null;
  const { reached, count, lastLineId } = appended;
  await sql`insert into posting_move (warehouse_id, move_id, posting_id, line_id)
      select p.warehouse_id, ${reached - count}::bigint + p.position, p.posting_id, p.line_id
      from (${legs(posting, after)}) p`.execute(db);
  return { firstMoveId: reached - count + 1, lastMoveId: reached, lastLineId };
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
