import { createHash } from "node:crypto";
import type { RawBuilder } from "kysely";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { isPosted } from "../../posting/storage/posted-line.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { ApprovalClass, ApproverFacts } from "../domain/decide-approval.ts";
import { isCountedBy } from "./counted-by.ts";

/** Which lines of which count, and who would approve them. */
export interface AskedApproval {
  session: Pick<SessionRow, "warehouseId" | "id" | "options" | "sequence">;
  /** Null for all. */
  lineIds: readonly number[] | null;
  actorId: string;
}

export interface StoredApprovalFacts {
  classes: ApprovalClass[];
  approver: ApproverFacts;
  /** Of the exact numbers, and how far the count had come when they were read. */
  digest: string;
}

/** The chosen lines with what bears on their approval by this person; equal keys are equal facts. */
export function lineApprovalFacts(
  { session, lineIds, actorId }: AskedApproval,
  limit: Decimal | null,
): RawBuilder<unknown> {
  const actor = sql`${actorId}::text`;
  const named = lineIds === null ? sql`true` : sql`l.id = any(${[...lineIds]}::bigint[])`;
  return sql`(
    select f.*, concat_ws('', f.is_counted::int, f.is_posted::int, f.is_approved::int,
      f.is_own_count::int, f.is_disputed::int, f.is_value_unknown::int, f.is_above_limit::int) as key
    from (
      select l.warehouse_id, l.id, l.line_number, l.quantity_counted, l.quantity_expected,
        l.unit_cost, l.currency, l.value_variance, l.state = 'COUNTED' as is_counted,
        (${isPosted(sql`l`)}) as is_posted,
        exists (select from line_approval a
          where a.warehouse_id = l.warehouse_id and a.line_id = l.id and a.invalidated_at is null)
          as is_approved,
        ${isCountedBy(sql`l`, actor)} as is_own_count, l.is_disputed,
        coalesce(l.quantity_variance <> 0 and l.unit_cost is null, false) as is_value_unknown,
        coalesce(abs(l.value_variance) > ${limit?.toFixed() ?? null}::numeric, false)
          as is_above_limit
      from count_line l
      where l.warehouse_id = ${session.warehouseId} and l.session_id = ${session.id} and ${named}
    ) f
  )`;
}

type ClassRow = Omit<ApprovalClass, "valueGross" | "valueNet"> &
  Record<"valueGross" | "valueNet", string>;

/** Adds the chosen lines up in classes of equal facts, in one statement. */
export async function readApprovalFacts(
  db: Db,
  asked: AskedApproval,
): Promise<StoredApprovalFacts> {
  const { session, lineIds } = asked;
  const approver = await readApprover(db, asked);
  const found = await firstRowOf<{ classes: ClassRow[]; numbers: string }>(
    db,
    sql`with line as materialized ${lineApprovalFacts(asked, approver.limit)}
    select
      (select coalesce(json_agg(c), '[]') from (
        select key, is_counted as "isCounted", is_posted as "isPosted", is_approved as "isApproved",
          is_own_count as "isOwnCount", is_disputed as "isDisputed",
          is_value_unknown as "isValueUnknown", is_above_limit as "isAboveLimit",
          count(*) as lines, coalesce(sum(abs(value_variance)), 0)::text as "valueGross",
          coalesce(sum(value_variance), 0)::text as "valueNet",
          count(*) filter (where is_value_unknown) as "withoutCost"
        from line
        group by key, is_counted, is_posted, is_approved, is_own_count, is_disputed,
          is_value_unknown, is_above_limit
        order by key) c) as classes,
      (select encode(sha256(convert_to(coalesce(string_agg(
          id || ':' || quantity_counted || ':' || quantity_expected || ':'
            || coalesce(unit_cost::text, '-') || ':' || currency, ';' order by id), ''), 'UTF8')), 'hex')
        from line where is_counted) as numbers`,
  );
  const numbers = createHash("sha256").update(JSON.stringify([session.id, found?.numbers]));
  return {
    classes: (found?.classes ?? []).map(({ valueGross, valueNet, ...row }) => ({
      ...row,
      valueGross: new Decimal(valueGross),
      valueNet: new Decimal(valueNet),
    })),
    approver: { ...approver, isWholeCount: lineIds === null },
    digest: `${session.sequence}.${numbers.digest("hex")}`,
  };
}

async function readApprover(
  db: Db,
  { session, actorId }: AskedApproval,
): Promise<Omit<ApproverFacts, "isWholeCount">> {
  const row = await firstRowOf<{ limit: string | null; gross: string }>(
    db,
    sql`select
          (select value_at_most from approver_limit
            where warehouse_id = ${session.warehouseId} and user_id = ${actorId}) as limit,
          (select coalesce(sum(abs(value_variance)), 0) from line_approval
            where warehouse_id = ${session.warehouseId} and session_id = ${session.id}
              and invalidated_at is null and approved_by = ${actorId}) as gross`,
  );
  return {
    limit: row?.limit == null ? null : new Decimal(row.limit),
    grossStanding: new Decimal(row?.gross ?? 0),
    isSinglePerson: session.options?.singlePerson ?? false,
  };
}

export interface NamedLine {
  lineId: number;
  key: string;
}

/** The first lines of some classes, in walking order. */
export function readLinesOfClasses(
  db: Db,
  asked: AskedApproval,
  { limit, keys, most }: { limit: Decimal | null; keys: readonly string[]; most: number },
): Promise<NamedLine[]> {
  return rowsOf<NamedLine>(
    db,
    sql`select l.id as "lineId", l.key from ${lineApprovalFacts(asked, limit)} l
        where l.key = any(${[...keys]}::text[]) order by l.line_number, l.id limit ${most}`,
  );
}

/** The chosen lines that something has happened to behind a place in the count's events. */
export function readChangedSince(
  db: Db,
  { session, lineIds }: AskedApproval,
  sequence: number,
  most: number,
): Promise<{ lineId: number }[]> {
  const named = lineIds === null ? sql`true` : sql`e.line_id = any(${[...lineIds]}::bigint[])`;
  return rowsOf<{ lineId: number }>(
    db,
    sql`select distinct e.line_id as "lineId" from session_event e
        where e.warehouse_id = ${session.warehouseId} and e.session_id = ${session.id}
          and e.sequence > ${sequence} and e.line_id is not null and ${named}
        order by 1 limit ${most}`,
  );
}
