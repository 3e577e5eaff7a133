import type { DecisionMade } from "../../audit/domain/audit-entry.ts";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import { sql, type Db } from "../../database/db.ts";
import { loseApprovals } from "../../review/storage/lose-approvals.ts";
import type { SessionRow } from "../domain/rows.ts";
import { isDecision, type SessionEventKind } from "../domain/session-event.ts";
import { entryColumns, entryRowOf, entryTypes, type EntryToSave } from "./entry-to-save.ts";
import { expectationOf } from "./expectation.ts";
import { lineAt } from "./line-of.ts";
import { foldedColumns, foldedRowOf, type LineToSave } from "./line-to-save.ts";

export interface EventToSave {
  kind: SessionEventKind;
  lineId: number | null;
  actorId: string | null;
  details: Record<string, unknown> | null;
}

/** What a batch leaves behind; each entry has an event of its own, before the others. */
export interface ToSave {
  entries?: readonly EntryToSave[];
  lines?: readonly LineToSave[];
  events?: readonly EventToSave[];
}

/**
 * Stores the entries; writes what the folds say, with the ledger's word on each line's own instant;
 * moves the session's counters by the difference; and appends the events behind the last: one
 * statement, so that none of it can be seen without the rest. Expects the session to be locked.
 */
export async function saveLines(
  db: Db,
  session: SessionRow,
  { entries = [], lines = [], events = [] }: ToSave,
  now: Date,
): Promise<void> {
  const { warehouseId, id, generation } = session;
  const expectation = expectationOf({
    first: sql`l.window_first_at`,
    last: sql`l.window_last_at`,
    gapAfter: sql`l.gap_after`,
    gapUntil: sql`l.gap_until`,
  });
  const happened = entries.length + events.length;
  await sql`/* prepare save_lines */
    with entry as (
      select * from rows from (
        json_to_recordset(${JSON.stringify(entries.map(entryRowOf))}::json) as (${entryTypes})
      ) with ordinality as o(${entryColumns}, position)
    ), stored as (
      insert into observation (warehouse_id, session_id, generation, received_at, ${entryColumns})
      select ${warehouseId}, ${id}::bigint, ${generation}::int, ${now}::timestamptz, ${entryColumns}
      from entry
    ), folded as (
      select l.*,
        case when l.state = 'COUNTED' then e.quantity end as expected, e.is_moved, e.is_uncertain,
        case when l.state = 'COUNTED' then l.quantity_counted - e.quantity end as variance
      from (
        select ${warehouseId}::int as warehouse_id, n.*
        from json_to_recordset(${JSON.stringify(lines.map(foldedRowOf))}::json) as n(${foldedColumns})
      ) l
      cross join lateral ${expectation} e
    ), saved as (
      update count_line l
      set state = f.state, quantity_counted = f.quantity_counted,
        window_first_at = f.window_first_at, window_last_at = f.window_last_at,
        gap_after = f.gap_after, gap_until = f.gap_until,
        quantity_expected = f.expected, quantity_variance = f.variance,
        value_variance = f.variance * l.unit_cost, is_moved_during_count = f.is_moved,
        is_time_uncertain = f.is_uncertain, is_disputed = f.is_disputed,
        counter_ids = f.counter_ids, counted_by = f.counted_by, version = l.version + 1
      from folded f
      cross join lateral ${lineAt(sql`${warehouseId}::int`, sql`f.id`)} k
      where l.ctid = k.place
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
        sequence = s.sequence + ${happened}::int
      from difference d
      where s.warehouse_id = ${warehouseId} and s.id = ${id}
      returning s.sequence - ${happened}::int as before
    ), event as (
      select position, 'OBSERVATION_' || outcome as kind, line_id, recorded_by as actor_id,
        jsonb_build_object('externalId', external_id, 'mode', mode) as details
      from entry
      union all
      select ${entries.length}::int + e.position, e.kind, e."lineId", e."actorId", e.details
      from rows from (
        json_to_recordset(${JSON.stringify(events)}::json)
          as (kind text, "lineId" bigint, "actorId" text, details jsonb)
      ) with ordinality as e(kind, "lineId", "actorId", details, position)
    )
    insert into session_event
      (warehouse_id, session_id, sequence, kind, line_id, actor_id, happened_at, details)
    select ${warehouseId}, ${id}::bigint, session.before + e.position, e.kind, e.line_id,
      e.actor_id, ${now}::timestamptz, e.details
    from session, event e`.execute(db);
  if (events.length > 0) await appendAudit(db, warehouseId, decisionsOf(session, events, now));
  await followApprovals(db, session, { entries, lines, events }, now);
}

/** What people have decided; approvals that were lost at once are one entry. */
function decisionsOf(
  { id: sessionId }: SessionRow,
  events: readonly EventToSave[],
  now: Date,
): DecisionMade[] {
  const isLost = ({ kind }: EventToSave) => kind === "APPROVAL_LOST";
  const decisions = events
    .filter((event) => isDecision(event) && !isLost(event))
    .map(({ kind, actorId, lineId, details }) => ({
      ...{ kind, actorId, now, sessionId },
      details: lineId === null ? details : { ...details, lineId },
    }));
  const lost = events.filter(isLost);
  if (lost.length === 0) return decisions;
  const lines = lost.map(({ lineId, actorId, details }) => ({ lineId, actorId, ...details }));
  const details = { lines };
  return [...decisions, { kind: "APPROVAL_LOST", actorId: null, now, sessionId, details }];
}

/** What was approved of these lines holds no more where their numbers are others now. */
async function followApprovals(
  db: Db,
  session: SessionRow,
  { entries, lines, events }: Required<ToSave>,
  now: Date,
): Promise<void> {
  if (session.approvalsStanding === 0) return;
  const touched = [
    ...entries.map(({ lineId }) => lineId),
    ...lines.map(({ line }) => line.id),
    ...events.map(({ kind, lineId }) => (kind === "APPROVAL_LOST" ? null : lineId)),
  ].filter((lineId) => lineId !== null);
  const isEveryLine = events.some(({ kind }) => kind === "SESSION_RESET");
  if (touched.length === 0 && !isEveryLine) return;
  const lost = await loseApprovals(db, session, {
    lineIds: isEveryLine ? null : touched,
    entries: entries.map(({ lineId, kept: { asked } }) => ({
      ...{ lineId, mode: asked.mode, actorId: asked.actorId },
    })),
    now,
  });
  const told = lost.map(({ lineId, because, byId }) => ({
    ...{ kind: "APPROVAL_LOST" as const, lineId, actorId: byId, details: { because } },
  }));
  if (told.length > 0) await saveLines(db, session, { events: told }, now);
}
