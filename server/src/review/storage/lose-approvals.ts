import type { SessionRow } from "../../counting/domain/rows.ts";
import { beforeCommit } from "../../database/before-commit.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { raiseNotices } from "../../notices/storage/raise-notices.ts";
import type { LossReason } from "../domain/approval.ts";
import { isCountedBy } from "./counted-by.ts";

/** What has just been saved of a count, as far as it may cost an approval. */
export interface Happened {
  /** Lines that were touched; null where all were. */
  lineIds: readonly number[] | null;
  entries: readonly { lineId: number | null; mode: string; actorId: string }[];
  now: Date;
}

export interface LostApproval {
  lineId: number;
  because: LossReason;
  byId: string | null;
  approvedBy: string;
}

/**
 * Ends the approvals of touched lines whose numbers are not those that were approved any more, in the
 * transaction that changed them: one statement, asked only of counts that have approvals. An approver
 * who counts what she has approved loses it too, whatever she found.
 */
export async function loseApprovals(
  db: Db,
  session: Pick<SessionRow, "warehouseId" | "id" | "approvalsStanding">,
  { lineIds, entries, now }: Happened,
): Promise<LostApproval[]> {
  if (session.approvalsStanding === 0) return [];
  const { warehouseId, id } = session;
  const touched = lineIds === null ? sql`true` : sql`a.line_id = any(${[...lineIds]}::bigint[])`;
  const entered = entries.filter(({ lineId }) => lineId !== null);
  const lost = await rowsOf<LostApproval>(
    db,
    sql`with entered as (
      select line_id, (array_agg(mode order by position desc))[1] as mode,
        (array_agg(actor_id order by position desc))[1] as actor_id
      from rows from (
        json_to_recordset(${JSON.stringify(entered)}::json)
          as ("lineId" bigint, mode text, "actorId" text)
      ) with ordinality as e(line_id, mode, actor_id, position)
      group by line_id
    ), lost as (
      update line_approval a
      set invalidated_at = ${now}::timestamptz, invalidated_because = x.because,
        invalidated_by = case when x.because <> 'COST_CHANGED' then x.by_id end
      from (
        select a.id, e.actor_id as by_id, case
            when l.state <> 'COUNTED' and e.line_id is null then 'COUNT_RESET'
            when a.quantity_counted is distinct from l.quantity_counted or e.line_id is not null
                and a.quantity_expected is distinct from l.quantity_expected then
              case when e.mode = 'VOID' then 'ENTRY_VOIDED' else 'ENTRY_RECORDED' end
            when a.quantity_expected <> l.quantity_expected then 'MOVED_LATE'
            when (a.unit_cost, a.currency) is distinct from (l.unit_cost, l.currency)
              then 'COST_CHANGED'
            when l.is_disputed then 'DISPUTED'
            when not a.is_own_count and ${isCountedBy(sql`l`, sql`a.approved_by`)}
              then 'COUNTED_BY_APPROVER'
          end as because
        from line_approval a
        join count_line l on l.warehouse_id = a.warehouse_id and l.id = a.line_id
        left join entered e on e.line_id = a.line_id
        where a.warehouse_id = ${warehouseId} and a.session_id = ${id}
          and a.invalidated_at is null and ${touched}
      ) x
      where a.warehouse_id = ${warehouseId} and a.id = x.id and x.because is not null
      returning a.line_id, a.invalidated_because, a.invalidated_by, a.approved_by
    ), session as (
      update count_session
      set approvals_standing = approvals_standing - (select count(*) from lost),
        hidden_events = hidden_events + (select count(*) from lost)
      where warehouse_id = ${warehouseId} and id = ${id} and exists (select from lost)
    )
    select line_id as "lineId", invalidated_because as because, invalidated_by as "byId",
      approved_by as "approvedBy"
    from lost order by line_id`,
  );
  await tellApprovers(db, session, lost, now);
  return lost;
}

/** Each approver is told once, behind all other locks. */
async function tellApprovers(
  db: Db,
  { warehouseId, id: sessionId }: Pick<SessionRow, "warehouseId" | "id">,
  lost: readonly LostApproval[],
  now: Date,
): Promise<void> {
  if (lost.length === 0) return;
  const byApprover = Map.groupBy(lost, ({ approvedBy }) => approvedBy);
  const notices = [...byApprover].map(([recipientId, lines]) => ({
    kind: "APPROVAL_LOST" as const,
    sessionId,
    count: lines.length,
    actorId: lines.every(({ byId }) => byId === lines[0]?.byId) ? (lines[0]?.byId ?? null) : null,
    recipientId,
  }));
  await beforeCommit(db, "NOTICES", () => raiseNotices(db, warehouseId, notices, now));
}
