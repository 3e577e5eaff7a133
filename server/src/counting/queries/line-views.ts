import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import { isOutOfTolerance } from "../../review/storage/out-of-tolerance.ts";
import type { LineView } from "../domain/line-view.ts";
import { halvesOfMoves } from "../storage/halves-of-moves.ts";
import type { LineConditions, SessionKey } from "./list-lines.ts";

const views: Record<Exclude<LineView, "LOCATION_MOVES">, RawBuilder<unknown>> = {
  ALL: sql`true`,
  DISCREPANCIES: sql`l.quantity_variance <> 0`,
  OVERAGES: sql`l.quantity_variance > 0`,
  SHORTAGES: sql`l.quantity_variance < 0`,
  NOT_COUNTED: sql`l.state <> 'COUNTED'`,
  FLAGGED: sql`(l.is_moved_during_count or l.is_time_uncertain or l.is_disputed
    or coalesce(l.recount in ('DISAGREED', 'EXHAUSTED'), false))`,
  OUT_OF_TOLERANCE: isOutOfTolerance,
  RECOUNT: sql`l.recount is not null`,
  NOT_POSTED: sql`(l.state = 'COUNTED' and not exists (
    select from posting_line o
    where o.warehouse_id = l.warehouse_id and o.line_id = l.id
      and o.reverses_posting_id is null and o.reversed_by_id is null))`,
};

/** The condition of a view on lines `l`. */
export function isInView(
  session: SessionKey,
  { view = "ALL", isLatestRoundOnly = false }: LineConditions,
): RawBuilder<unknown> {
  if (view !== "LOCATION_MOVES") return views[view];
  // Which lines make a pair tells what rounds before the latest have found.
  return isLatestRoundOnly ? sql`false` : sql`l.id in (${halvesOfMoves(session)})`;
}
