import { sql, type Db } from "../../database/db.ts";
import type { SessionRow } from "../domain/rows.ts";

/** Every line as if nobody had been there. The entries stay where they are, and count no more. */
export async function resetLines(db: Db, { warehouseId, id }: SessionRow): Promise<void> {
  await sql`update count_line
      set state = 'NOT_VISITED', quantity_counted = null, window_first_at = null,
        window_last_at = null, gap_after = null, gap_until = null, quantity_expected = null,
        quantity_variance = null, value_variance = null, is_moved_during_count = false,
        is_time_uncertain = false, is_disputed = false, counter_ids = '{}', counted_by = null,
        round = 1, standing_round = 1, recount = null,
        version = version + 1
      where warehouse_id = ${warehouseId} and session_id = ${id} and (state <> 'NOT_VISITED' or round > 1)`.execute(
    db,
  );
  await sql`update count_line_piece set is_found = false
      where warehouse_id = ${warehouseId} and session_id = ${id} and is_found`.execute(db);
  await sql`update count_session
      set generation = generation + 1, lines_counted = 0, lines_skipped = 0,
        lines_not_accessible = 0, lines_different = 0, lines_recounted = 0
      where warehouse_id = ${warehouseId} and id = ${id}`.execute(db);
}
