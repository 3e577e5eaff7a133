import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { NoticeToRaise } from "../../notices/domain/notice.ts";
import { raiseNotices } from "../../notices/storage/raise-notices.ts";
import type { SessionRow } from "../domain/rows.ts";
import { may } from "../domain/session-status.ts";
import { inScope } from "./in-scope.ts";
import { lockSession } from "./session-row.ts";
import { reevaluateLines } from "./reevaluate-lines.ts";
import { saveReevaluation } from "./save-reevaluation.ts";

/** What a batch of moves reached: the positions it took in the warehouse's ledger. */
export interface RecordedSpan {
  warehouseId: number;
  firstMoveId: number;
  lastMoveId: number;
  now: Date;
}

/**
 * Called by whoever has just appended to the ledger, in the same transaction. The sessions that count
 * what moved are held one after the other: an entry that was on its way is then either seen here, or
 * it sees the moves itself. Returns the sessions in which something changed.
 */
export async function followMoves(db: Db, span: RecordedSpan): Promise<number[]> {
  const changed: number[] = [];
  const notices: NoticeToRaise[] = [];
  for (const { sessionId } of await readSessionsReached(db, span)) {
    const session = await lockSession(db, span.warehouseId, sessionId);
    if (session.status === "DRAFT" || session.status === "CANCELLED") continue;
    const drifted = may("COUNT", session) ? await addDriftLines(db, span, sessionId) : [];
    const reevaluated = await reevaluateReached(db, span, session);
    if (drifted.length + reevaluated.length === 0) continue;
    await saveReevaluation(db, session, { drifted, reevaluated }, span.now);
    changed.push(sessionId);
    const count = reevaluated.length;
    if (count > 0) notices.push({ kind: "LATE_MOVE", sessionId, count, actorId: null });
  }
  // Behind the last session: whoever holds one may be waiting for the head of the notices.
  await raiseNotices(db, span.warehouseId, notices, span.now);
  return changed;
}

const touched = ({ warehouseId, firstMoveId, lastMoveId }: RecordedSpan) => sql`(
  select distinct q.warehouse_id, q.id, q.item_id, q.location_id, q.lot_id, q.status
  from stock_move m
  join quant q on q.warehouse_id = m.warehouse_id and q.id = m.quant_id
  where m.warehouse_id = ${warehouseId} and m.id between ${firstMoveId} and ${lastMoveId}
)`;

const countsIt = sql`l.warehouse_id = q.warehouse_id and l.item_id = q.item_id
  and l.location_id = q.location_id and l.lot_id is not distinct from q.lot_id
  and l.stock_status = q.status and l.is_active`;

/** Those with a line for what moved, and those whose scope it lies in without one. */
function readSessionsReached(db: Db, span: RecordedSpan): Promise<{ sessionId: number }[]> {
  return rowsOf(
    db,
    sql`with touched as materialized ${touched(span)}
        select l.session_id as "sessionId" from touched q join count_line l on ${countsIt}
        union
        select s.id from count_session s, touched q
        join item i on i.id = q.item_id
        join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
        where s.warehouse_id = ${span.warehouseId} and ${isDriftOf()}
        order by 1`,
  );
}

/** Sessions that count all of their scope; those that chose their lots keep to them. */
const isDriftOf = () => sql`s.status in ('OPEN', 'PARTIAL') and not s.is_submitted
  and s.count_type in ('FULL', 'LOCATIONS', 'ITEMS', 'SUPPLIER', 'CATEGORY')
  and q.status not in ('INSTALLED', 'PICKED') and ${inScope(sql`s.scope`)}`;

/** New stock in a counted scope is added visibly; a line that another session has stays there. */
function addDriftLines(db: Db, span: RecordedSpan, sessionId: number): Promise<{ id: number }[]> {
  return rowsOf(
    db,
    sql`insert into count_line (warehouse_id, session_id, line_number, origin, item_id, location_id,
          lot_id, stock_status, quantity_snapshot, ledger_position, snapshot_at, unit_cost, currency)
        select s.warehouse_id, s.id, s.lines_total + row_number() over (order by q.id), 'DRIFT',
          q.item_id, q.location_id, q.lot_id, q.status,
          coalesce((select sum(m.quantity) from stock_move m
            where m.warehouse_id = q.warehouse_id and m.quant_id = q.id
              and m.id <= s.ledger_position), 0),
          s.ledger_position, ${span.now}::timestamptz, i.unit_cost, w.currency
        from count_session s
        join warehouse w on w.id = s.warehouse_id,
        ${touched(span)} q
        join item i on i.id = q.item_id
        join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
        where s.warehouse_id = ${span.warehouseId} and s.id = ${sessionId} and ${isDriftOf()}
        on conflict do nothing
        returning id`,
  );
}

/** Counted lines whose instant a move now lies before, or whose window or gap it falls into. */
function reevaluateReached(db: Db, span: RecordedSpan, session: SessionRow) {
  return reevaluateLines(
    db,
    session,
    sql`${touched(span)} q join count_line l on ${countsIt} and l.session_id = ${session.id}`,
    sql`(e.quantity <> l.quantity_expected or e.is_moved <> l.is_moved_during_count
      or e.is_uncertain <> l.is_time_uncertain)`,
  );
}
