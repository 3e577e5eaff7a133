import type { SessionRow } from "../../counting/domain/rows.ts";
import { reevaluateLines } from "../../counting/storage/reevaluate-lines.ts";
import { saveReevaluation } from "../../counting/storage/save-reevaluation.ts";
import { sql, type Db } from "../../database/db.ts";
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
  const reevaluated = await reevaluateLines(
    db,
    session,
    sql`(select * from count_line
      where warehouse_id = ${warehouseId} and session_id = ${id} and is_active) l`,
    sql`e.quantity <> l.quantity_expected`,
  );
  if (reevaluated.length > 0)
    await saveReevaluation(db, session, { drifted: [], reevaluated }, now);
}
