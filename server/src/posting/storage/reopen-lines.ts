import type { SessionRow } from "../../counting/domain/rows.ts";
import { expectationOf } from "../../counting/storage/expectation.ts";
import { saveReevaluation } from "../../counting/storage/save-reevaluation.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { isPosted } from "./posted-line.ts";

/**
 * Lines that are posted no more are the ledger's business again: what moved meanwhile is looked at now.
 * Where another count has taken the place since, both count it: nothing is silent, for the later count
 * of the two speaks against posting the earlier.
 */
export async function reopenLines(db: Db, session: SessionRow, now: Date): Promise<void> {
  const { warehouseId, id } = session;
  await sql`update count_line l
      set is_active = true,
        is_overlap_accepted = l.is_overlap_accepted or exists (
          select from count_line o
          where o.warehouse_id = l.warehouse_id and o.item_id = l.item_id
            and o.location_id = l.location_id and o.lot_id is not distinct from l.lot_id
            and o.stock_status = l.stock_status and o.is_active and o.id <> l.id)
      where l.warehouse_id = ${warehouseId} and l.session_id = ${id} and not l.is_active
        and not (${isPosted(sql`l`)})`.execute(db);
  const reevaluated = await reevaluate(db, session);
  if (reevaluated.length > 0)
    await saveReevaluation(db, session, { drifted: [], reevaluated }, now);
}

function reevaluate(db: Db, { warehouseId, id }: SessionRow) {
  const expectation = expectationOf({
    first: sql`l.window_first_at`,
    last: sql`l.window_last_at`,
    gapAfter: sql`l.gap_after`,
    gapUntil: sql`l.gap_until`,
  });
  return rowsOf<{ id: number; wasDifferent: boolean; isDifferent: boolean }>(
    db,
    sql`with told as (
          select l.warehouse_id, l.id, l.quantity_variance <> 0 as was_different,
            e.quantity, e.is_moved, e.is_uncertain
          from count_line l cross join lateral ${expectation} e
          where l.warehouse_id = ${warehouseId} and l.session_id = ${id} and l.state = 'COUNTED'
            and l.is_active and e.quantity <> l.quantity_expected
        )
        update count_line l
        set quantity_expected = t.quantity, quantity_variance = l.quantity_counted - t.quantity,
          value_variance = (l.quantity_counted - t.quantity) * l.unit_cost,
          is_moved_during_count = t.is_moved, is_time_uncertain = t.is_uncertain,
          version = l.version + 1, reevaluations = l.reevaluations + 1
        from told t
        where l.warehouse_id = t.warehouse_id and l.id = t.id
        returning l.id, t.was_different as "wasDifferent",
          l.quantity_variance <> 0 as "isDifferent"`,
  );
}
