import { sql } from "../../database/db.ts";
import type { LineName } from "../domain/asked-observation.ts";

/** A line as far as entries need it: its name, its number, and what the session's counters say of it. */
export interface CountedLine extends LineName {
  id: number;
  lotId: number | null;
  state: string;
  isDifferent: boolean;
  version: number;
  isPosted: boolean;
}

/** Of a count_line `l` and its lot `t`. */
export const countedLineColumns = sql`l.id, l.item_id as "itemId", l.location_id as "locationId",
  l.lot_id as "lotId", t.code as "lotCode", l.stock_status as "stockStatus", l.state,
  coalesce(l.quantity_variance, 0) <> 0 as "isDifferent", l.version,
  not l.is_active as "isPosted"`;
