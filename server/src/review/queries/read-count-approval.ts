import { firstRowOf, sql, type Db } from "../../database/db.ts";

export interface CountApprovalRow {
  isRequired: boolean;
  isSinglePerson: boolean;
  approved: number;
  waiting: number;
  lost: number;
  rejected: number;
}

/** How many lines of a count are approved, and how many of those that are counted wait. */
export async function readCountApproval(
  db: Db,
  { warehouseId, sessionId }: { warehouseId: number; sessionId: number },
): Promise<CountApprovalRow> {
  const row = await firstRowOf<CountApprovalRow>(
    db,
    sql`select coalesce((s.options -> '170')::boolean, true) as "isRequired",
          coalesce((s.options -> 'singlePerson')::boolean, false) as "isSinglePerson",
          s.approvals_standing as approved, w.*
        from count_session s
        cross join lateral (
          select count(*)::int as waiting,
            count(*) filter (where exists (select from line_approval a
              where a.warehouse_id = l.warehouse_id and a.line_id = l.id))::int as lost,
            count(*) filter (where exists (select from line_rejection r
              where r.warehouse_id = l.warehouse_id and r.line_id = l.id
                and r.numbers_digest = line_numbers_digest(l.quantity_counted, l.quantity_expected,
                  l.unit_cost, l.currency)))::int as rejected
          from count_line l
          where l.warehouse_id = s.warehouse_id and l.session_id = s.id and l.state = 'COUNTED'
            and l.is_active and not exists (select from line_approval a
              where a.warehouse_id = l.warehouse_id and a.line_id = l.id
                and a.invalidated_at is null)
        ) w
        where s.warehouse_id = ${warehouseId} and s.id = ${sessionId}`,
  );
  return row as CountApprovalRow;
}
