import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { SessionRow } from "../domain/rows.ts";
import { readSettled, reevaluateRounds, type SettledLine } from "./settle-lines.ts";

export interface SettledChange {
  id: number;
  wasDifferent: boolean;
  isDifferent: boolean;
}

/** Of changes that the blind are not told of, the line's own numbering keeps count. */
interface Settling {
  isHidden: boolean;
}

/**
 * The lines show the round that stands, with its pieces; the session's counters are moved by the
 * difference. Expects the session to be held and the lines' folds to be saved.
 */
export async function settleLines(
  db: Db,
  session: SessionRow,
  lineIds: readonly number[],
  settling: Settling = { isHidden: false },
): Promise<SettledChange[]> {
  if (lineIds.length === 0) return [];
  await reevaluateRounds(db, session, lineIds);
  return saveSettled(db, session, await readSettled(db, session, lineIds), settling);
}

/** For lines whose rounds were asked of the ledger already. */
export async function saveSettled(
  db: Db,
  session: SessionRow,
  settled: readonly SettledLine[],
  { isHidden }: Settling,
): Promise<SettledChange[]> {
  const { warehouseId, id, generation } = session;
  const changes = await rowsOf<SettledChange>(
    db,
    sql`with settled as (
          select l.state as state_before, coalesce(l.quantity_variance, 0) <> 0 as was_different,
            k.status, r.*
          from unnest(${settled.map(({ lineId }) => lineId)}::bigint[],
            ${settled.map(({ stands }) => stands)}::int[],
            ${settled.map(({ status }) => status)}::text[]) as k(id, stands, status)
          join count_line l on l.warehouse_id = ${warehouseId} and l.id = k.id
          join line_round r on r.warehouse_id = l.warehouse_id and r.line_id = l.id
            and r.generation = ${generation} and r.round = k.stands
        ), saved as (
          update count_line l
          set recount = f.status, standing_round = f.round, state = f.state,
            quantity_counted = f.quantity_counted, window_first_at = f.window_first_at,
            window_last_at = f.window_last_at, gap_after = f.gap_after, gap_until = f.gap_until,
            quantity_expected = f.quantity_expected, quantity_variance = f.quantity_variance,
            value_variance = f.quantity_variance * l.unit_cost,
            is_moved_during_count = f.is_moved_during_count,
            is_time_uncertain = f.is_time_uncertain, is_disputed = f.is_disputed,
            counter_ids = f.counter_ids, counted_by = f.counter_ids[cardinality(f.counter_ids)],
            version = l.version + 1, reevaluations = l.reevaluations + ${isHidden ? 1 : 0}::int
          from settled f
          where l.warehouse_id = f.warehouse_id and l.id = f.line_id
        ), difference as (
          select
            coalesce(sum((state = 'COUNTED')::int - (state_before = 'COUNTED')::int), 0) as counted,
            coalesce(sum((state = 'SKIPPED')::int - (state_before = 'SKIPPED')::int), 0) as skipped,
            coalesce(sum((state = 'NOT_ACCESSIBLE')::int
              - (state_before = 'NOT_ACCESSIBLE')::int), 0) as not_accessible,
            coalesce(sum((coalesce(quantity_variance, 0) <> 0)::int - was_different::int), 0)
              as different
          from settled
        ), session as (
          update count_session s
          set lines_counted = s.lines_counted + d.counted,
            lines_skipped = s.lines_skipped + d.skipped,
            lines_not_accessible = s.lines_not_accessible + d.not_accessible,
            lines_different = s.lines_different + d.different
          from difference d where s.warehouse_id = ${warehouseId} and s.id = ${id}
        )
        select line_id as id, was_different as "wasDifferent",
          coalesce(quantity_variance, 0) <> 0 as "isDifferent"
        from settled`,
  );
  await showPieces(db, session, settled);
  return changes;
}

/** Which pieces were found, by the round that stands. */
async function showPieces(
  db: Db,
  { warehouseId, id, generation }: SessionRow,
  settled: readonly SettledLine[],
): Promise<void> {
  const lineIds = settled.map(({ lineId }) => lineId);
  const standing = sql`(
    select l.warehouse_id, l.id, l.item_id, r.serials
    from count_line l
    join item i on i.id = l.item_id and i.tracking in ('SERIAL', 'RFID')
    join line_round r on r.warehouse_id = l.warehouse_id and r.line_id = l.id
      and r.generation = ${generation} and r.round = l.standing_round
    where l.warehouse_id = ${warehouseId} and l.id = any(${lineIds}::bigint[])
  )`;
  await sql`update count_line_piece p set is_found = p.serial = any(f.serials)
      from ${standing} f
      where p.warehouse_id = f.warehouse_id and p.line_id = f.id
        and p.is_found <> (p.serial = any(f.serials))`.execute(db);
  await sql`insert into count_line_piece
        (warehouse_id, line_id, session_id, item_id, serial, is_expected, is_found)
      select f.warehouse_id, f.id, ${id}, f.item_id, s.serial, false, true
      from ${standing} f cross join lateral unnest(f.serials) as s(serial)
      on conflict (warehouse_id, line_id, serial) do nothing`.execute(db);
}
