import type { RawBuilder } from "kysely";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { halvesOfMoves } from "../storage/halves-of-moves.ts";
import { linesInRound } from "../storage/lines-in-round.ts";
import type { SessionKey } from "./list-lines.ts";

export interface BinRow {
  locationId: number;
  /** The topmost place above it. */
  zoneId: number;
  lines: number;
  counted: number;
  skipped: number;
  notAccessible: number;
  short: number;
  over: number;
  /** How many of those that are short or over may be half of a move. */
  moved: number;
  /** Moved while it was counted, of uncertain time, or disputed. */
  flagged: number;
  valueVariance: string;
  lastCountedAt: Date | null;
}

/** Every place that has lines of its own, as it stands; in walking order. */
export function readBins(
  db: Db,
  { warehouseId, id }: SessionKey,
  isLatestRoundOnly = false,
): Promise<BinRow[]> {
  // Which lines make a pair tells what rounds before the latest have found.
  const mayBeMoved = isLatestRoundOnly
    ? sql`false`
    : sql`quantity_variance <> 0 and l.id in (${halvesOfMoves({ warehouseId, id })})`;
  return rowsOf<BinRow>(
    db,
    sql`select l.*, split_part(p.path, '/', 2)::bigint as "zoneId"
        from (
          select location_id as "locationId", min(line_number) as first, count(*)::int as lines,
            (count(*) filter (where state = 'COUNTED'))::int as counted,
            (count(*) filter (where state = 'SKIPPED'))::int as skipped,
            (count(*) filter (where state = 'NOT_ACCESSIBLE'))::int as "notAccessible",
            (count(*) filter (where quantity_variance < 0))::int as short,
            (count(*) filter (where quantity_variance > 0))::int as over,
            (count(*) filter (where ${mayBeMoved}))::int as moved,
            (count(*) filter (where is_moved_during_count or is_time_uncertain or is_disputed))::int
              as flagged,
            coalesce(sum(value_variance), 0) as "valueVariance", max(window_last_at) as "lastCountedAt"
          from ${linesShown({ warehouseId, id }, isLatestRoundOnly)} l
          where warehouse_id = ${warehouseId} and session_id = ${id}
          group by location_id
        ) l
        join location p on p.warehouse_id = ${warehouseId} and p.id = l."locationId"
        order by l.first`,
  );
}

/** Which round stands tells whether they agree: it is not for those who count by it. */
function linesShown(session: SessionKey, isLatestRoundOnly: boolean): RawBuilder<unknown> {
  return isLatestRoundOnly ? linesInRound(session) : sql`count_line`;
}

export interface PaceRow {
  at: Date;
  lines: number;
}

/**
 * How many lines stood counted by the end of each span, as of now: a line that was counted again counts
 * where it was counted last. Spans in which nothing happened are left out.
 */
export function readPace(
  db: Db,
  { warehouseId, id }: SessionKey,
  spanMinutes: number,
  isLatestRoundOnly = false,
): Promise<PaceRow[]> {
  return rowsOf<PaceRow>(
    db,
    sql`select at, (sum(lines) over (order by at))::int as lines
        from (
          select date_bin(span, l.window_last_at, 'epoch'::timestamptz) + span as at, count(*) as lines
          from ${linesShown({ warehouseId, id }, isLatestRoundOnly)} l,
            make_interval(mins => ${spanMinutes}::int) as span
          where l.warehouse_id = ${warehouseId} and l.session_id = ${id} and l.state = 'COUNTED'
          group by 1
        ) spans
        order by at`,
  );
}
