import { sql, type Db } from "../../database/db.ts";
import type { FoldedLine } from "../domain/fold-line.ts";
import type { SessionRow } from "../domain/rows.ts";
import type { LineToSave } from "./line-to-save.ts";

/** What the entries of one round of a line say. */
export interface RoundToSave extends Pick<LineToSave, "gap"> {
  lineId: number;
  round: number;
  folded: FoldedLine;
}

const columns = sql`line_id bigint, round integer, state text, quantity_counted numeric,
  window_first_at timestamptz, window_last_at timestamptz, gap_after timestamptz,
  gap_until timestamptz, is_disputed boolean, counter_ids text[], serials text[]`;

/** What was expected is 0 until it is asked for: whoever saves folds settles the lines after it. */
export async function saveRoundFolds(
  db: Db,
  { warehouseId, generation }: SessionRow,
  rounds: readonly RoundToSave[],
): Promise<void> {
  const rows = rounds.map(({ lineId, round, folded, gap }) => ({
    line_id: lineId,
    round,
    state: folded.state,
    quantity_counted: folded.quantityCounted?.toFixed(),
    window_first_at: folded.window?.first,
    window_last_at: folded.window?.last,
    gap_after: gap?.after,
    gap_until: gap?.until,
    is_disputed: folded.isDisputed,
    counter_ids: folded.counterIds,
    serials: folded.serials,
  }));
  await sql`update line_round r
      set state = f.state, quantity_counted = f.quantity_counted,
        window_first_at = f.window_first_at, window_last_at = f.window_last_at,
        gap_after = f.gap_after, gap_until = f.gap_until, is_disputed = f.is_disputed,
        counter_ids = f.counter_ids, serials = f.serials,
        quantity_expected = case when f.state = 'COUNTED' then 0 end,
        quantity_variance = case when f.state = 'COUNTED' then f.quantity_counted end,
        is_moved_during_count = false, is_time_uncertain = false
      from json_to_recordset(${JSON.stringify(rows)}::json) as f(${columns})
      where r.warehouse_id = ${warehouseId} and r.line_id = f.line_id
        and r.generation = ${generation} and r.round = f.round`.execute(db);
}
