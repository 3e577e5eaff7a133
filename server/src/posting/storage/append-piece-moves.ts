import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { AppendedSpan } from "../../stock/storage/append-legs.ts";
import type { PieceMove } from "../domain/plan-pieces.ts";
import type { PostingRow } from "../domain/rows.ts";

interface PieceLeg {
  /** Whose number it settles. */
  line_id: number;
  is_counterpart: boolean;
  /** Null for the stock of the line. */
  quant_id: number | null;
  /** It takes effect behind this line's instant, and behind the other's where that is later. */
  other_line_id: number | null;
  kind: "COUNT_ADJUSTMENT" | "MOVE";
  sign: 1 | -1;
  external_id: string;
  leg: 0 | 1;
  item_id: number;
  serials: readonly string[];
}

/** Pieces leave, arrive and move; a move between places is two legs. Null where there are none. */
export async function appendPieceMoves(
  db: Db,
  posting: PostingRow,
  reference: string,
  moves: readonly PieceMove[],
): Promise<AppendedSpan | null> {
  if (moves.length === 0) return null;
  const legs = moves.flatMap((move) => legsOf(posting, move));
  await meetSerials(db, legs);
  const { warehouseId, id, postedById, postedAt } = posting;
  const rows = sql`
    select e.*, q.location_id, q.lot_id, q.stock_status,
      greatest(p.counted_at, o.counted_at) + interval '1 millisecond' as effective_at
    from rows from (
      json_to_recordset(${JSON.stringify(legs)}::json) as (line_id bigint, is_counterpart boolean,
        quant_id bigint, other_line_id bigint, kind text, sign int, external_id text, leg smallint,
        item_id bigint, serials jsonb)
    ) with ordinality as e(line_id, is_counterpart, quant_id, other_line_id, kind, sign, external_id,
      leg, item_id, serials, position)
    join posting_line p on p.warehouse_id = ${warehouseId} and p.posting_id = ${id}
      and p.line_id = e.line_id
    left join posting_line o on o.warehouse_id = ${warehouseId} and o.posting_id = ${id}
      and o.line_id = e.other_line_id
    cross join lateral (
      select l.location_id, l.lot_id, l.stock_status from count_line l
      where e.quant_id is null and l.warehouse_id = ${warehouseId} and l.id = e.line_id
      union all
      select f.location_id, f.lot_id, f.status from quant f
      where f.warehouse_id = ${warehouseId} and f.id = e.quant_id
    ) q`;
  const appended = await firstRowOf<{ reached: number }>(
    db,
    sql`select append_stock_moves(${warehouseId}::int, ${postedById}, ${postedAt}::timestamptz,
          array_agg(row(e.item_id, e.location_id, e.lot_id, e.stock_status, e.kind,
            e.sign * jsonb_array_length(e.serials), e.effective_at, e.external_id, e.leg, '',
            ${reference}, 'stock_count', array(
              select u.id from serial_unit u
              where u.item_id = e.item_id
                and u.serial in (select jsonb_array_elements_text(e.serials))
            ))::stock_move_entry order by e.position)) as reached
        from (${rows}) e`,
  );
  const reached = appended?.reached ?? 0;
  await sql`insert into posting_move (warehouse_id, move_id, posting_id, line_id, is_counterpart)
      select ${warehouseId}::int, ${reached - legs.length}::bigint + e.position, ${id}::bigint,
        e.line_id, e.is_counterpart
      from (${rows}) e`.execute(db);
  return { firstMoveId: reached - legs.length + 1, lastMoveId: reached };
}

function legsOf({ id }: PostingRow, move: PieceMove): PieceLeg[] {
  const { lineId, kind, itemId, serials, fromQuantId, fromLineId } = move;
  const here: PieceLeg = {
    line_id: lineId,
    is_counterpart: false,
    quant_id: null,
    other_line_id: fromLineId,
    kind: "COUNT_ADJUSTMENT",
    sign: kind === "DETACH" ? -1 : 1,
    external_id: `posting ${id} line ${lineId} ${kind.toLowerCase()}`,
    leg: 0,
    item_id: itemId,
    serials,
  };
  if (kind !== "MOVE") return [here];
  const arrives = {
    ...here,
    kind,
    external_id: `${here.external_id} ${fromQuantId}`,
    leg: 1,
  } as const;
  const leaves = {
    ...arrives,
    line_id: fromLineId ?? lineId,
    other_line_id: fromLineId === null ? null : lineId,
    is_counterpart: fromLineId === null,
    quant_id: fromQuantId,
    sign: -1,
    leg: 0,
  } as const;
  return [leaves, arrives];
}

/** A piece that nobody has heard of becomes known before it stands anywhere. */
async function meetSerials(db: Db, legs: readonly PieceLeg[]): Promise<void> {
  const named = legs.flatMap(({ item_id: itemId, serials }) =>
    serials.map((serial) => ({ itemId, serial })),
  );
  await sql`
    insert into serial_unit (item_id, serial)
    select distinct n.item_id, n.serial
    from unnest(${named.map(({ itemId }) => itemId)}::bigint[],
                ${named.map(({ serial }) => serial)}::text[]) as n(item_id, serial)
    where not exists (
      select from serial_unit u where u.item_id = n.item_id and u.serial = n.serial)
    order by n.item_id, n.serial`.execute(db);
}
