import { sql, type Db } from "../../database/db.ts";
import type { FoldedLine } from "../domain/fold-line.ts";
import { lineOf } from "./line-of.ts";
import { expectationOf } from "./expectation.ts";
import type { SessionRow } from "../domain/rows.ts";

export interface LineToSave extends FoldedLine {
  lineId: number;
  /** The widest span in which an entry of unknown time may lie; null where all times are known. */
  gap: { after: Date; until: Date } | null;
}

export interface EventToSave {
  kind: string;
  lineId: number | null;
  actorId: string | null;
  details: Record<string, unknown> | null;
}

/**
 * Writes what the folds say, with the ledger's word on each line's own instant; moves the session's
 * counters by the difference; and appends the events behind the last: one statement, so that none of
 * it can be seen without the rest. Expects the session to be locked.
 */
export async function saveLines(
  db: Db,
  session: SessionRow,
  lines: readonly LineToSave[],
  events: readonly EventToSave[],
  now: Date,
): Promise<void> {
  const rows = lines.map(({ window, gap, ...line }) => ({
    lineId: line.lineId,
    state: line.state,
    quantityCounted: line.quantityCounted?.toFixed() ?? null,
    first: window?.first ?? null,
    last: window?.last ?? null,
    gapAfter: gap?.after ?? null,
    gapUntil: gap?.until ?? null,
    isDisputed: line.isDisputed,
    counterIds: line.counterIds,
    countedBy: line.counterIds.at(-1) ?? null,
  }));
  const expectation = expectationOf({
    first: sql`n.first`,
    last: sql`n.last`,
    gapAfter: sql`n."gapAfter"`,
    gapUntil: sql`n."gapUntil"`,
  });
  await sql`
    with folded as (
      select n.*, l.warehouse_id, l.state as state_before,
        coalesce(l.quantity_variance, 0) <> 0 as was_different,
        case when n.state = 'COUNTED' then e.quantity end as expected,
        coalesce(e.is_moved, false) as is_moved, coalesce(e.is_uncertain, false) as is_uncertain,
        case when n.state = 'COUNTED' then n."quantityCounted" - e.quantity end as variance
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("lineId" bigint, state text,
        "quantityCounted" numeric, first timestamptz, last timestamptz, "gapAfter" timestamptz,
        "gapUntil" timestamptz, "isDisputed" boolean, "counterIds" jsonb, "countedBy" text)
      cross join lateral ${lineOf(sql`${session.warehouseId}::int`, sql`n."lineId"`)} l
      cross join lateral ${expectation} e
    ), saved as (
      update count_line l
      set state = f.state, quantity_counted = f."quantityCounted", window_first_at = f.first,
        window_last_at = f.last, gap_after = f."gapAfter", gap_until = f."gapUntil",
        quantity_expected = f.expected, quantity_variance = f.variance,
        value_variance = f.variance * l.unit_cost, is_moved_during_count = f.is_moved,
        is_time_uncertain = f.is_uncertain, is_disputed = f."isDisputed",
        counter_ids = array(select jsonb_array_elements_text(f."counterIds")),
        counted_by = f."countedBy", version = l.version + 1
      from folded f
      where l.warehouse_id = f.warehouse_id and l.id = f."lineId"
    ), difference as (
      select
        coalesce(sum((state = 'COUNTED')::int - (state_before = 'COUNTED')::int), 0) as counted,
        coalesce(sum((state = 'SKIPPED')::int - (state_before = 'SKIPPED')::int), 0) as skipped,
        coalesce(sum((state = 'NOT_ACCESSIBLE')::int - (state_before = 'NOT_ACCESSIBLE')::int), 0)
          as not_accessible,
        coalesce(sum((coalesce(variance, 0) <> 0)::int - was_different::int), 0) as different
      from folded
    ), session as (
      update count_session s
      set lines_counted = s.lines_counted + d.counted, lines_skipped = s.lines_skipped + d.skipped,
        lines_not_accessible = s.lines_not_accessible + d.not_accessible,
        lines_different = s.lines_different + d.different,
        sequence = s.sequence + ${events.length}::int
      from difference d
      where s.warehouse_id = ${session.warehouseId} and s.id = ${session.id}
      returning s.sequence - ${events.length}::int as before
    )
    insert into session_event
      (warehouse_id, session_id, sequence, kind, line_id, actor_id, happened_at, details)
    select ${session.warehouseId}, ${session.id}::bigint, session.before + e.position, e.kind,
      e."lineId", e."actorId", ${now}::timestamptz, e.details
    from session, rows from (
      jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        as (kind text, "lineId" bigint, "actorId" text, details jsonb)
    ) with ordinality as e(kind, "lineId", "actorId", details, position)`.execute(db);
}

/** Marks which pieces of the lines were found; pieces nobody expected are added. */
export async function savePieces(
  db: Db,
  session: SessionRow,
  lines: readonly { lineId: number; serials: readonly string[] }[],
): Promise<void> {
  if (lines.length === 0) return;
  const ids = lines.map(({ lineId }) => lineId);
  const found = lines.flatMap(({ lineId, serials }) =>
    serials.map((serial) => ({ lineId, serial })),
  );
  await sql`update count_line_piece p
      set is_found = (p.line_id, p.serial) in (
        select f."lineId", f.serial
        from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f("lineId" bigint, serial text))
      where p.warehouse_id = ${session.warehouseId} and p.line_id = any(${ids}::bigint[])`.execute(
    db,
  );
  if (found.length === 0) return;
  await sql`insert into count_line_piece
        (warehouse_id, line_id, session_id, item_id, serial, is_expected, is_found)
      select l.warehouse_id, l.id, l.session_id, l.item_id, f.serial, false, true
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f("lineId" bigint, serial text)
      cross join lateral ${lineOf(sql`${session.warehouseId}::int`, sql`f."lineId"`)} l
      on conflict (warehouse_id, line_id, serial) do nothing`.execute(db);
}
