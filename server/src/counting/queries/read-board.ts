import type { RawBuilder } from "kysely";
import { withinLocation } from "../../catalogue/queries/within-location.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { IdFilter } from "../../shared/filters.ts";
import { whereAll } from "../../shared/page.ts";
import { halvesOfMoves } from "../storage/halves-of-moves.ts";
import { linesInRound } from "../storage/lines-in-round.ts";
import type { SessionKey } from "./list-lines.ts";

export interface BinRow {
  locationId: number;
  /** The topmost place above it. */
  zoneId: number;
  /** How many places with lines of their own it stands for, and in how many of them nothing is left. */
  bins: number;
  settledBins: number;
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

export interface BinsWish {
  isLatestRoundOnly?: boolean;
  /** Where there are more, each aisle is told as one: its bins are summed where they are read. */
  atMost?: number | undefined;
  within?: IdFilter | undefined;
}

/** Every place that has lines of its own, as it stands; in walking order. */
export function readBins(
  db: Db,
  { warehouseId, id }: SessionKey,
  { isLatestRoundOnly = false, atMost, within }: BinsWish = {},
): Promise<BinRow[]> {
  // Which lines make a pair tells what rounds before the latest have found.
  const mayBeMoved = isLatestRoundOnly
    ? sql`false`
    : sql`quantity_variance <> 0 and l.id in (${halvesOfMoves({ warehouseId, id })})`;
  return rowsOf<BinRow>(
    db,
    sql`with bin as materialized (
          select l.*, p.parent_id, split_part(p.path, '/', 2)::bigint as zone_id,
            l.lines = l.counted + l.skipped + l.not_accessible as is_settled
          from (
            select location_id, min(line_number) as first, count(*) as lines,
              count(*) filter (where state = 'COUNTED') as counted,
              count(*) filter (where state = 'SKIPPED') as skipped,
              count(*) filter (where state = 'NOT_ACCESSIBLE') as not_accessible,
              count(*) filter (where quantity_variance < 0) as short,
              count(*) filter (where quantity_variance > 0) as over,
              count(*) filter (where ${mayBeMoved}) as moved,
              count(*) filter (where is_moved_during_count or is_time_uncertain or is_disputed) as flagged,
              coalesce(sum(value_variance), 0) as value_variance, max(window_last_at) as last_counted_at
            from ${linesShown({ warehouseId, id }, isLatestRoundOnly)} l
            where warehouse_id = ${warehouseId} and session_id = ${id}
            group by location_id
          ) l
          join location p on p.warehouse_id = ${warehouseId} and p.id = l.location_id
          ${whereAll(withinLocation(sql`p.path`, warehouseId, within))}
        ), told as (
          select coalesce(count(*) > ${atMost ?? null}::int, false) as by_aisle
          from bin
        )
        select case when t.by_aisle then coalesce(b.parent_id, b.location_id) else b.location_id end
            as "locationId",
          min(b.zone_id) as "zoneId", count(*)::int as bins,
          (count(*) filter (where b.is_settled))::int as "settledBins",
          sum(b.lines)::int as lines, sum(b.counted)::int as counted, sum(b.skipped)::int as skipped,
          sum(b.not_accessible)::int as "notAccessible", sum(b.short)::int as short,
          sum(b.over)::int as over,
          sum(b.moved)::int as moved, sum(b.flagged)::int as flagged,
          sum(b.value_variance) as "valueVariance", max(b.last_counted_at) as "lastCountedAt"
        from bin b cross join told t
        group by 1 order by min(b.first)`,
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
