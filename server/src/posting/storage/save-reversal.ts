import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { closeOffsOver, holdOf } from "../../restrictions/storage/restrictions-over.ts";
import type { AppendedSpan } from "../../stock/storage/append-legs.ts";
import type { PostingRow } from "../domain/rows.ts";
import { postingColumns } from "./posting-columns.ts";

/** The asked lines of a posting that were not taken back yet; null asks for all. */
export async function readReversibleLines(
  db: Db,
  { warehouseId, id }: PostingRow,
  lineIds: readonly number[] | null,
): Promise<number[]> {
  if (lineIds === null) return readStandingLines(db, { warehouseId, id });
  // A piece that moved between two lines moves back as a whole.
  const rows = await rowsOf<{ lineId: number }>(
    db,
    sql`with recursive wanted as (
          select unnest(${[...lineIds]}::bigint[]) as line_id
          union
          select other.line_id from wanted w
          join posting_move v on v.warehouse_id = ${warehouseId} and v.posting_id = ${id}
            and v.line_id = w.line_id
          join stock_move m on m.warehouse_id = v.warehouse_id and m.id = v.move_id
            and m.kind = 'MOVE'
          join posting_move other on other.warehouse_id = v.warehouse_id
            and other.move_id = m.id + case m.leg when 0 then 1 else -1 end
        )
        select p.line_id as "lineId" from wanted w
        join posting_line p on p.warehouse_id = ${warehouseId} and p.posting_id = ${id}
          and p.line_id = w.line_id
        where p.reversed_by_id is null order by 1`,
  );
  return rows.map(({ lineId }) => lineId);
}

async function readStandingLines(
  db: Db,
  { warehouseId, id }: Pick<PostingRow, "warehouseId" | "id">,
): Promise<number[]> {
  const rows = await rowsOf<{ lineId: number }>(
    db,
    sql`select p.line_id as "lineId" from posting_line p
        where p.warehouse_id = ${warehouseId} and p.posting_id = ${id}
          and p.reversed_by_id is null
        order by 1`,
  );
  return rows.map(({ lineId }) => lineId);
}

export async function countPostedLines(
  db: Db,
  { warehouseId, id }: PostingRow,
  lineIds: readonly number[],
): Promise<number> {
  const row = await firstRowOf<{ lines: number }>(
    db,
    sql`select count(*)::int as lines from posting_line p
        where p.warehouse_id = ${warehouseId} and p.posting_id = ${id}
          and p.line_id = any(${[...lineIds]}::bigint[])`,
  );
  return row?.lines ?? 0;
}

/** The reversal that took the asked lines back last: what a repetition is answered with. */
export function findReversal(
  db: Db,
  { warehouseId, id }: PostingRow,
  lineIds: readonly number[] | null,
): Promise<PostingRow | null> {
  const ids = lineIds === null ? null : [...lineIds];
  return firstRowOf<PostingRow>(
    db,
    sql`select ${postingColumns} from posting p
        where p.warehouse_id = ${warehouseId} and p.id = (
          select max(l.reversed_by_id) from posting_line l
          where l.warehouse_id = ${warehouseId} and l.posting_id = ${id}
            and coalesce(l.line_id = any(${ids}::bigint[]), true))`,
  );
}

export interface ReversalToSave {
  reversed: PostingRow;
  lineIds: readonly number[];
  reason: string;
  actorId: string;
  now: Date;
}

/** The lines with their deltas turned round, linked both ways. */
export async function saveReversal(db: Db, reversal: ReversalToSave): Promise<PostingRow> {
  const { reversed, reason, actorId, now } = reversal;
  const { warehouseId, sessionId } = reversed;
  const row = await firstRowOf<PostingRow>(
    db,
    sql`with head as (
      select nextval(pg_get_serial_sequence('posting', 'id')) as id
    ), taken_back as (
      update posting_line l set reversed_by_id = head.id from head
      where l.warehouse_id = ${warehouseId} and l.posting_id = ${reversed.id}
        and l.line_id = any(${[...reversal.lineIds]}::bigint[]) and l.reversed_by_id is null
      returning l.*
    ), stored as (
      insert into posting_line (warehouse_id, posting_id, line_id, quantity_counted,
        quantity_expected, quantity_delta, unit_cost, currency, counted_at, reverses_posting_id)
      select l.warehouse_id, head.id, l.line_id, l.quantity_counted, l.quantity_expected,
        - l.quantity_delta, l.unit_cost, l.currency, l.counted_at, l.posting_id
      from taken_back l, head
      returning quantity_delta
    )
    insert into posting as p (warehouse_id, id, session_id, kind, digest, posted_by, posted_at,
      reason, reverses_id, line_count, adjusted_count,
      ledger_position)
    overriding system value
    select ${warehouseId}, head.id, ${sessionId}, 'REVERSAL', 'reversal ' || head.id, ${actorId},
      ${now}::timestamptz, ${reason}, ${reversed.id},
      (select count(*) from stored), (select count(*) from stored where quantity_delta <> 0),
      (select last_move_id from ledger_head where warehouse_id = ${warehouseId})
    from head
    returning ${postingColumns}`,
  );
  return row as PostingRow;
}

/** The moves to turn round, the last first; each with what stands against it by now. */
const movesBack = ({ warehouseId, id }: PostingRow, lineIds: readonly number[]) => sql`
  select m.*, v.line_id, v.is_counterpart, row_number() over (order by m.id desc) as position
  from posting_move v
  join stock_move m on m.warehouse_id = v.warehouse_id and m.id = v.move_id
  where v.warehouse_id = ${warehouseId} and v.posting_id = ${id}
    and v.line_id = any(${[...lineIds]}::bigint[])`;

export interface StandsAgainst {
  lineId: number;
  reason: "PLACE_CLOSED_OFF" | "ON_HOLD" | "WOULD_GO_NEGATIVE" | "SERIAL_CONFLICT";
  closeOffId: number | null;
  holdId: number | null;
}

/**
 * Lines whose stock somebody keeps where it is, or has left since, and pieces that no longer are where
 * the posting put them.
 */
export function readWhatStandsAgainst(
  db: Db,
  posting: PostingRow,
  lineIds: readonly number[],
  now: Date,
): Promise<StandsAgainst[]> {
  return rowsOf<StandsAgainst>(
    db,
    sql`with back as materialized (${movesBack(posting, lineIds)}), kept as materialized (
          select b.line_id, p.is_closed_off or k.close_off_id is not null as is_closed_off,
            k.close_off_id, k.hold_id
          from back b
          join quant q on q.warehouse_id = b.warehouse_id and q.id = b.quant_id
          join location p on p.warehouse_id = q.warehouse_id and p.id = q.location_id
          cross join lateral (
            select (select min(c.id) from ${closeOffsOver(sql`p`, now)} and c.mode = 'DENY'
                and c.session_id is distinct from ${posting.sessionId}::bigint) as close_off_id,
              ${holdOf({
                warehouseId: sql`q.warehouse_id`,
                itemId: sql`q.item_id`,
                lotId: sql`q.lot_id`,
                location: sql`p`,
              })} as hold_id
          ) k
        )
        select line_id as "lineId", 'PLACE_CLOSED_OFF' as reason, close_off_id as "closeOffId",
          null::bigint as "holdId"
        from kept where is_closed_off
        union
        select line_id, 'ON_HOLD', null, hold_id from kept where hold_id is not null
        union
        select b.line_id, 'WOULD_GO_NEGATIVE', null, null
        from back b
        join quant q on q.warehouse_id = b.warehouse_id and q.id = b.quant_id
        join warehouse w on w.id = b.warehouse_id
        where b.quantity > 0 and q.quantity_on_hand < b.quantity and not w.allows_negative_stock
        union
        select b.line_id, 'SERIAL_CONFLICT', null, null
        from back b
        join stock_move_serial s on s.warehouse_id = b.warehouse_id and s.move_id = b.id
        join serial_unit u on u.id = s.serial_unit_id
        where (b.quantity > 0 and (u.warehouse_id, u.quant_id) is distinct from (b.warehouse_id, b.quant_id))
          or (b.quantity < 0 and b.kind = 'COUNT_ADJUSTMENT' and u.quant_id is not null)
        order by 1, 2`,
  );
}

/** At the instants of what they take back: as if it had never been, whenever one looks. */
export async function appendReversals(
  db: Db,
  reversal: PostingRow,
  reversed: PostingRow,
  { lineIds, reference }: { lineIds: readonly number[]; reference: string },
): Promise<AppendedSpan | null> {
  const { warehouseId, id, postedById, postedAt } = reversal;
  const appended = await firstRowOf<{ reached: number; count: number }>(
    db,
    sql`select count(*)::int as count, append_stock_moves(${warehouseId}::int, ${postedById},
          ${postedAt}::timestamptz, coalesce(array_agg(row(q.item_id, q.location_id, q.lot_id,
            q.status, 'REVERSAL', - m.quantity, m.effective_at, ${`posting ${id} move `} || m.id, 0,
            '', ${reference}, 'stock_count', array(
              select s.serial_unit_id from stock_move_serial s
              where s.warehouse_id = m.warehouse_id and s.move_id = m.id
            ))::stock_move_entry order by m.position), '{}')) as reached
        from (${movesBack(reversed, lineIds)}) m
        join quant q on q.warehouse_id = m.warehouse_id and q.id = m.quant_id`,
  );
  if (!appended || appended.count === 0) return null;
  const { reached, count } = appended;
  await sql`insert into posting_move (warehouse_id, move_id, posting_id, line_id, is_counterpart)
      select m.warehouse_id, ${reached - count}::bigint + m.position, ${id}::bigint, m.line_id,
        m.is_counterpart
      from (${movesBack(reversed, lineIds)}) m`.execute(db);
  return { firstMoveId: reached - count + 1, lastMoveId: reached };
}
