import type { SessionRow } from "../../counting/domain/rows.ts";
import { saveLines } from "../../counting/storage/save-lines.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { isPosted } from "../../posting/storage/posted-line.ts";
import type { ApprovalPlan } from "../domain/decide-approval.ts";
import { lineApprovalFacts, type AskedApproval } from "./approval-facts.ts";

interface Decided {
  session: SessionRow;
  lineIds: readonly number[] | null;
  actorId: string;
  now: Date;
}

interface Told {
  lines: number;
  linesDigest: string;
}

/** What the decision was of, as one number that an auditor can make again from the rows. */
const linesDigest = (rows: string) => sql`(
  select encode(sha256(convert_to(coalesce(string_agg(line_id || ':' || numbers_digest, ';'
    order by line_id), ''), 'UTF8')), 'hex') from ${sql.raw(rows)})`;

/** Approves the lines of the planned classes with their numbers. Expects the count to be held. */
export async function saveApprovals(
  db: Db,
  { session, lineIds, actorId, now }: Decided,
  plan: ApprovalPlan,
): Promise<number> {
  const { warehouseId, id } = session;
  const asked: AskedApproval = { session, lineIds, actorId };
  const told = await firstRowOf<Told>(
    db,
    sql`with approved as (
      insert into line_approval (warehouse_id, session_id, line_id, approved_by, approved_at,
        numbers_digest, event_sequence, quantity_counted, quantity_expected, unit_cost, currency,
        value_variance, is_own_count)
      select l.warehouse_id, ${id}::bigint, l.id, ${actorId}, ${now}::timestamptz,
        line_numbers_digest(l.quantity_counted, l.quantity_expected, l.unit_cost, l.currency),
        ${session.sequence + 1}::bigint, l.quantity_counted, l.quantity_expected, l.unit_cost,
        l.currency, l.value_variance, l.is_own_count
      from ${lineApprovalFacts(asked, plan.limit)} l
      where l.key = any(${[...plan.keys]}::text[])
      returning line_id, numbers_digest
    ), session as (
      update count_session
      set approvals_standing = approvals_standing + (select count(*) from approved),
        hidden_events = hidden_events + 1
      where warehouse_id = ${warehouseId} and id = ${id}
    )
    select count(*)::int as lines, ${linesDigest("approved")} as "linesDigest" from approved`,
  );
  const details = {
    ...told,
    event: session.sequence + 1,
    valueGross: plan.valueGross.toFixed(),
    valueNet: plan.valueNet.toFixed(),
    ownCounts: plan.ownCounts,
  };
  const event = { kind: "LINES_APPROVED" as const, lineId: null, actorId, details };
  await saveLines(db, session, { events: [event] }, now);
  return told?.lines ?? 0;
}

/** Says no to the numbers of counted lines that are not posted; what was approved of them is lost. */
export async function saveRejections(
  db: Db,
  { session, lineIds, actorId, now }: Decided,
  reason: string,
): Promise<number> {
  const { warehouseId, id } = session;
  const named = lineIds === null ? sql`true` : sql`l.id = any(${[...lineIds]}::bigint[])`;
  const told = await firstRowOf<Told>(
    db,
    sql`with rejected as (
      insert into line_rejection (warehouse_id, session_id, line_id, rejected_by, rejected_at,
        reason, event_sequence, numbers_digest)
      select l.warehouse_id, l.session_id, l.id, ${actorId}, ${now}::timestamptz, ${reason},
        ${session.sequence + 1}::bigint,
        line_numbers_digest(l.quantity_counted, l.quantity_expected, l.unit_cost, l.currency)
      from count_line l
      where l.warehouse_id = ${warehouseId} and l.session_id = ${id} and l.state = 'COUNTED'
        and not (${isPosted(sql`l`)}) and ${named}
      returning line_id, numbers_digest
    ), lost as (
      update line_approval a
      set invalidated_at = ${now}::timestamptz, invalidated_because = 'REJECTED',
        invalidated_by = ${actorId}
      from rejected r
      where a.warehouse_id = ${warehouseId} and a.line_id = r.line_id and a.invalidated_at is null
      returning a.id
    ), session as (
      update count_session
      set approvals_standing = approvals_standing - (select count(*) from lost),
        hidden_events = hidden_events + sign((select count(*) from rejected))::int
      where warehouse_id = ${warehouseId} and id = ${id}
    )
    select count(*)::int as lines, ${linesDigest("rejected")} as "linesDigest" from rejected`,
  );
  if (!told || told.lines === 0) return 0;
  const details = { ...told, event: session.sequence + 1, reason };
  const event = { kind: "LINES_REJECTED" as const, lineId: null, actorId, details };
  await saveLines(db, session, { events: [event] }, now);
  return told.lines;
}
