import { type Db, sql } from "../database/db.ts";
import { binCodeOf, type LargeSize } from "./large-warehouse-catalogue.ts";

/** Moves from the first to the last position, both included, that are recorded together. */
export interface LargeRecording {
  first: number;
  last: number;
  recordedAt: Date;
}

const dayMs = 86_400_000;
const historyDays = 120;
const movesPerRecording = 20_000;

/** The opening fills the first morning; what came later is spread evenly up to now. */
export function planLargeRecordings(
  counts: { quantCount: number; moveCount: number },
  now: Date,
): LargeRecording[] {
  const { quantCount, moveCount } = counts;
  const startMs = now.getTime() - historyDays * dayMs;
  const opening = partsOf(0, quantCount).map((part, index) => ({
    ...part,
    recordedAt: new Date(startMs + index * 60_000),
  }));
  const later = partsOf(quantCount, moveCount).map((part, index, parts) => ({
    ...part,
    recordedAt: new Date(
      startMs + dayMs + ((historyDays - 1) * dayMs * (index + 1)) / parts.length,
    ),
  }));
  return [...opening, ...later];
}

function partsOf(from: number, upTo: number): { first: number; last: number }[] {
  const parts = [];
  for (let first = from; first < upTo; first += movesPerRecording) {
    parts.push({ first, last: Math.min(first + movesPerRecording, upTo) - 1 });
  }
  return parts;
}

export interface LargeLedger {
  warehouseId: number;
  recordedBy: string;
  quantCount: number;
  moveCount: number;
  size: LargeSize;
}

/**
 * Move g concerns quant k: the opening takes each in turn, later moves prefer the first. Quant k is
 * item k modulo the items, in a bin far from the item's other bins. A quant opens with more than
 * all its issues can take, by the number of moves to be expected there.
 */
export async function appendLargeMoves(
  db: Db,
  ledger: LargeLedger,
  { first, last, recordedAt }: LargeRecording,
): Promise<void> {
  const { warehouseId, recordedBy, size } = ledger;
  const itemCount = sql`${size.itemCount}::bigint`;
  const binCount = sql`${size.binCount}::bigint`;
  const quantCount = sql`${ledger.quantCount}::bigint`;
  const laterCount = sql`${ledger.moveCount - ledger.quantCount}::float8`;
  await sql`
    select count(*)
    from append_stock_moves(${warehouseId}::int, ${recordedBy}, ${recordedAt}::timestamptz, (
      select array_agg(row(i.id, l.id, t.id, 'AVAILABLE', m.kind, m.quantity,
          ${recordedAt}::timestamptz - make_interval(secs => h.late), n.external_id, 0,
          sha256(convert_to(n.external_id, 'UTF8')), m.reference, null, null)::stock_move_entry
        order by h.late desc, g)
      from generate_series(${first}::bigint, ${last}::bigint) as g
      cross join lateral (
        select abs(hashint8extended(g, 1) % 1000000) / 1000000.0::float8 as spot,
          abs(hashint8extended(g, 2) % 100) as dice,
          abs(hashint8extended(g, 3) % 25000) as late,
          g < ${quantCount} as is_opening
      ) h
      cross join lateral (
        select case when h.is_opening then g else floor(${quantCount} * h.spot ^ 2)::bigint end as k
      ) q
      cross join lateral (
        select 60 + h.dice + ceil(6 * ${laterCount} * (sqrt((q.k + 1)::float8 / ${quantCount})
          - sqrt(q.k::float8 / ${quantCount}))) as opening
      ) o
      cross join lateral (
        select 'RECEIPT' as kind, o.opening::numeric as quantity, 'OPENING' as reference
          where h.is_opening
        union all
        select 'RECEIPT', 1 + h.dice % 9, 'PO-' || 100000 + g / 20
          where not h.is_opening and h.dice >= 65
        union all
        select 'ISSUE', -(1 + h.dice % 5), 'SO-' || 500000 + g / 4
          where not h.is_opening and h.dice < 65
      ) m
      cross join lateral (select 'LG-' || g as external_id) n
      join item i on i.sku = 'LG-' || lpad((q.k % ${itemCount} + 1)::text, 6, '0')
      cross join lateral (
        select (q.k * 7 + q.k / ${itemCount} * 4999) % ${binCount} as bin
      ) b
      join location l on l.warehouse_id = ${warehouseId}::int
        and l.code = ${binCodeOf(sql.ref("b.bin"))}
      left join lot t on i.tracking = 'LOT' and t.item_id = i.id
        and t.code = 'G' || q.k / ${itemCount} % 2
    ))`.execute(db);
}
