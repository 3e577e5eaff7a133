import { sql } from "../../database/db.ts";
import type { FoldedLine } from "../domain/fold-line.ts";
import type { CountedLine } from "./counted-line.ts";

/** What the entries of a line say now, and what the line was before. */
export interface LineToSave {
  line: CountedLine;
  folded: FoldedLine;
  /** The widest span in which an entry of unknown time may lie; null where all times are known. */
  gap: { after: Date; until: Date } | null;
}

export const foldedColumns = sql`id bigint, item_id bigint, location_id bigint, lot_id bigint,
  stock_status text, state_before text, was_different boolean, state text, quantity_counted numeric,
  window_first_at timestamptz, window_last_at timestamptz, gap_after timestamptz,
  gap_until timestamptz, is_disputed boolean, counter_ids text[], counted_by text`;

/** Under the names of the columns; what is left out is null, and costs the database nothing to read. */
export function foldedRowOf({ line, folded, gap }: LineToSave): Record<string, unknown> {
  return {
    id: line.id,
    item_id: line.itemId,
    location_id: line.locationId,
    lot_id: line.lotId ?? undefined,
    stock_status: line.stockStatus,
    state_before: line.state,
    was_different: line.isDifferent,
    state: folded.state,
    quantity_counted: folded.quantityCounted?.toFixed(),
    window_first_at: folded.window?.first,
    window_last_at: folded.window?.last,
    gap_after: gap?.after,
    gap_until: gap?.until,
    is_disputed: folded.isDisputed,
    counter_ids: folded.counterIds,
    counted_by: folded.counterIds.at(-1),
  };
}
