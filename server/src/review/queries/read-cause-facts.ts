import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { CauseFacts } from "../domain/suggest-causes.ts";

interface CausedLine {
  warehouseId: number;
  id: number;
  sessionId: number;
  itemId: number;
  locationId: number;
  lotId: number | null;
  stockStatus: string;
  counted: string;
  expected: string;
  variance: string;
  firstAt: Date;
  lastAt: Date;
}

const atMost = 50;

/** All that the ledger and the counts know about one counted line; null where it is not counted. */
export async function readCauseFacts(
  db: Db,
  warehouseId: number,
  lineId: number,
): Promise<CauseFacts | null> {
  const line = await firstRowOf<CausedLine>(
    db,
    sql`select l.warehouse_id as "warehouseId", l.id, l.session_id as "sessionId",
          l.item_id as "itemId", l.location_id as "locationId", l.lot_id as "lotId",
          l.stock_status as "stockStatus", l.quantity_counted as counted,
          l.quantity_expected as expected, l.quantity_variance as variance,
          l.window_first_at as "firstAt", l.window_last_at as "lastAt"
        from count_line l
        where l.warehouse_id = ${warehouseId} and l.id = ${lineId} and l.state = 'COUNTED'
          and l.window_last_at is not null`,
  );
  if (!line) return null;
  const [packs, moves, others, strays, earlier] = await Promise.all([
    rowsOf<{ unitCode: string; factor: string }>(
      db,
      sql`select unit_code as "unitCode", factor from item_pack where item_id = ${line.itemId}`,
    ),
    rowsOf(db, movesAround(line)),
    rowsOf(db, othersOf(line)),
    rowsOf(db, straysOf(line)),
    rowsOf(db, earlierOf(line)),
  ]);
  return {
    variance: new Decimal(line.variance),
    counted: new Decimal(line.counted),
    expected: new Decimal(line.expected),
    window: { firstAt: line.firstAt, lastAt: line.lastAt },
    packs: packs.map((pack) => ({ ...pack, factor: new Decimal(pack.factor) })),
    moves: moves.map((move) => ({ ...move, quantity: new Decimal(move.quantity) })),
    others: others.map((other) => ({ ...other, variance: new Decimal(other.variance) })),
    strays,
    earlier: earlier.map((count) => ({ ...count, variance: new Decimal(count.variance) })),
  };
}

/** As the database gives it: decimals are text. */
type Stored<
  List extends "moves" | "others" | "earlier",
  Key extends keyof CauseFacts[List][number],
> = Omit<CauseFacts[List][number], Key> & Record<Key, string>;

/** A day before and a day after, the nearest in time first. */
const movesAround = (line: CausedLine) => sql<Stored<"moves", "quantity">>`
  select m.id as sequence, m.quantity, m.effective_at as "effectiveAt",
    m.recorded_at as "recordedAt", m.reference
  from quant q
  join stock_move m on m.warehouse_id = q.warehouse_id and m.quant_id = q.id
  where q.warehouse_id = ${line.warehouseId} and q.item_id = ${line.itemId}
    and q.location_id = ${line.locationId} and q.lot_id is not distinct from ${line.lotId}::bigint
    and q.status = ${line.stockStatus}
    and m.effective_at between ${line.firstAt}::timestamptz - interval '1 day'
      and ${line.lastAt}::timestamptz + interval '1 day'
  order by abs(extract(epoch from m.effective_at - ${line.lastAt}::timestamptz)), m.id
  limit ${atMost}`;

const othersOf = (line: CausedLine) => sql<Stored<"others", "variance">>`
  select l.id as "lineId", l.location_id as "locationId", l.quantity_variance as variance,
    p.parent_id is not distinct from own.parent_id as "isNear"
  from count_line l
  join location p on p.warehouse_id = l.warehouse_id and p.id = l.location_id
  join location own on own.warehouse_id = l.warehouse_id and own.id = ${line.locationId}::bigint
  where l.warehouse_id = ${line.warehouseId} and l.session_id = ${line.sessionId}
    and l.item_id = ${line.itemId} and l.lot_id is not distinct from ${line.lotId}::bigint
    and l.id <> ${line.id} and l.quantity_variance <> 0
    and sign(l.quantity_variance) <> sign(${line.variance}::numeric)
  order by abs(l.quantity_variance + ${line.variance}::numeric), l.line_number
  limit ${atMost}`;

/** Missing here, and found by this count elsewhere or by the books put elsewhere. */
const straysOf = (line: CausedLine) => sql<CauseFacts["strays"][number]>`
  select m.serial, coalesce(f.location_id, q.location_id) as "locationId"
  from count_line_piece m
  left join lateral (
    select l.location_id from count_line_piece o
    join count_line l on l.warehouse_id = o.warehouse_id and l.id = o.line_id
    where o.warehouse_id = m.warehouse_id and o.session_id = m.session_id
      and o.item_id = m.item_id and o.serial = m.serial and o.is_found
    limit 1) f on true
  left join serial_unit u on u.item_id = m.item_id and u.serial = m.serial
    and u.warehouse_id = m.warehouse_id
  left join quant q on q.warehouse_id = u.warehouse_id and q.id = u.quant_id
  where m.warehouse_id = ${line.warehouseId} and m.line_id = ${line.id} and m.is_expected
    and not m.is_found and coalesce(f.location_id, q.location_id) <> ${line.locationId}
  order by m.serial limit ${atMost}`;

const earlierOf = (line: CausedLine) => sql<Stored<"earlier", "variance">>`
  select s.number as "sessionNumber", l.quantity_variance as variance,
    (select v.reason_code from investigation v
     where v.warehouse_id = l.warehouse_id and v.line_id = l.id
     order by v.revision desc limit 1) as "reasonCode"
  from count_line l
  join count_session s on s.warehouse_id = l.warehouse_id and s.id = l.session_id
    and s.status <> 'CANCELLED'
  where l.warehouse_id = ${line.warehouseId} and l.item_id = ${line.itemId}
    and l.location_id = ${line.locationId} and l.lot_id is not distinct from ${line.lotId}::bigint
    and l.session_id <> ${line.sessionId} and l.quantity_variance <> 0
    and l.window_last_at < ${line.firstAt}::timestamptz
  order by l.window_last_at desc limit ${atMost}`;
