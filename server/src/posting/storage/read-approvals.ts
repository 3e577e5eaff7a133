import type { RawBuilder } from "kysely";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { sql } from "../../database/db.ts";

/**
 * The state of approval of a count_line `l`. An approval is of particular numbers: of others it says
 * nothing. Without option 170 nobody has to approve.
 */
export function approvalOf(
  { warehouseId, id }: Pick<SessionRow, "warehouseId" | "id">,
  isRequired: boolean,
): RawBuilder<unknown> {
  if (!isRequired) return sql`'APPROVED'`;
  // Asked once: of 100,000 lines none has an approval before somebody has given the first.
  const isAnythingApproved = sql`(select exists (
    select from line_approval where warehouse_id = ${warehouseId} and session_id = ${id}))`;
  return sql`coalesce(case when ${isAnythingApproved} then (
    select case when a.invalidated_at is null and a.numbers_digest = line_numbers_digest(
        l.quantity_counted, l.quantity_expected, l.unit_cost, l.currency)
      then 'APPROVED' else 'INVALID' end
    from line_approval a
    where a.warehouse_id = l.warehouse_id and a.line_id = l.id
    order by a.invalidated_at is null desc, a.id desc limit 1
  ) end, 'MISSING')`;
}
