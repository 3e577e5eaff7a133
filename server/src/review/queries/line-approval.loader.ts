import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { LineApprovalRow } from "../domain/approval.ts";
import type { VerdictKey } from "./tolerance-verdict.loader.ts";

/**
 * What is known of the approval of each line: what holds; else the last word, a rejection of the numbers
 * that the line still has, or an approval that was lost. Null where nobody has said anything.
 */
export function createLineApprovalLoader(
  db: Db,
): DataLoader<VerdictKey, LineApprovalRow | null, string> {
  const keyText = ({ warehouseId, lineId }: VerdictKey) => `${warehouseId}:${lineId}`;
  return new DataLoader(
    async (keys) => {
      const rows = await rowsOf<LineApprovalRow>(db, lastWords(keys));
      const found = new Map(rows.map((row) => [keyText(row), row]));
      return keys.map((key) => found.get(keyText(key)) ?? null);
    },
    { cacheKeyFn: keyText },
  );
}

const lastWords = (keys: readonly VerdictKey[]) => sql<LineApprovalRow>`
  select w.*
  from unnest(${keys.map((key) => key.warehouseId)}::int[],
              ${keys.map((key) => key.lineId)}::bigint[]) as k(warehouse_id, line_id)
  join count_line l on l.warehouse_id = k.warehouse_id and l.id = k.line_id
  cross join lateral (
    select a.warehouse_id as "warehouseId", a.line_id as "lineId",
      case when a.invalidated_at is null then 'APPROVED' else 'LOST' end as state,
      a.approved_by as "byId", a.approved_at as at, a.is_own_count as "isOwnCount",
      a.invalidated_because as "lostBecause", a.invalidated_at as "lostAt",
      a.invalidated_by as "lostById", null as "rejectionReason",
      a.quantity_counted as "quantityCounted", a.quantity_expected as "quantityExpected",
      a.event_sequence
    from line_approval a
    where a.warehouse_id = l.warehouse_id and a.line_id = l.id
      and a.invalidated_because is distinct from 'REJECTED'
    union all
    select r.warehouse_id, r.line_id, 'REJECTED', r.rejected_by, r.rejected_at, false, null, null,
      null, r.reason, null, null, r.event_sequence
    from line_rejection r
    where r.warehouse_id = l.warehouse_id and r.line_id = l.id and l.state = 'COUNTED'
      and r.numbers_digest = line_numbers_digest(
        l.quantity_counted, l.quantity_expected, l.unit_cost, l.currency)
    order by event_sequence desc limit 1
  ) w`;
