import type { RawBuilder } from "kysely";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import {
  conditionsOn,
  matchesWords,
  type DateTimeFilter,
  type EnumFilter,
} from "../../shared/filters.ts";
import { readPage, whereAll, type OrderTerm } from "../../shared/page.ts";
import type { Looker } from "../domain/blindness.ts";
import { sessionStatuses, type CountType, type SessionStatus } from "../domain/words.ts";
import type { SessionRow } from "../domain/rows.ts";
import { sessionColumns } from "../storage/session-row.ts";

export interface SessionConditions {
  search?: string;
  filter?: {
    status?: EnumFilter<SessionStatus>;
    countType?: EnumFilter<CountType>;
    createdAt?: DateTimeFilter;
    deadlineAt?: DateTimeFilter;
  };
  orderBy?: { field: "NUMBER" | "CREATED_AT" | "DEADLINE_AT"; direction: "ASC" | "DESC" };
}

const columns: Record<"NUMBER" | "CREATED_AT" | "DEADLINE_AT", Omit<OrderTerm, "direction">> = {
  NUMBER: { column: sql`s.number`, type: "bigint" },
  CREATED_AT: { column: sql`s.created_at`, type: "timestamptz" },
  DEADLINE_AT: { column: sql`coalesce(s.deadline_at, 'infinity')`, type: "timestamptz" },
};

/** A filter on the status sees what the looker is shown, no more. */
const statusFor = ({ seesExpected }: Looker) =>
  seesExpected
    ? sql`s.status`
    : sql`case when s.is_blind and s.status in ('OPEN', 'PARTIAL', 'POSTED')
        then case when s.is_submitted then 'PENDING_APPROVAL' else 'OPEN' end
        else s.status end`;

/** Of which warehouses; null where of all there are. */
type Warehouses = readonly number[] | null;

export function listSessions(
  db: Db,
  warehouseIds: Warehouses,
  looker: Looker,
  conditions: SessionConditions,
  page: PageArgs,
): Promise<Page<SessionRow>> {
  const { field, direction } = conditions.orderBy ?? { field: "NUMBER", direction: "DESC" };
  // Each warehouse has numbers of its own: counts of several stand in the order in which they were made.
  const isOfOne = warehouseIds?.length === 1 || conditions.orderBy !== undefined;
  return readPage<SessionRow>(
    db,
    {
      columns: sessionColumns,
      from: sql`count_session s`,
      where: whereOf(warehouseIds, looker, conditions),
      order: [
        ...(isOfOne ? [{ ...columns[field], direction }] : []),
        { column: sql`s.id`, type: "bigint", direction },
      ],
    },
    page,
  );
}

export interface SessionTotals {
  sessions: number;
  byStatus: Record<SessionStatus, number>;
  lines: number;
  counted: number;
  skipped: number;
  notAccessible: number;
  different: number;
  valueVariance: string;
  valueVarianceGross: string;
  /** Values of several currencies are not added up. */
  isOneCurrency: boolean;
  /** Whether a count among them is blind, or counted again: then what the books say of them is not for everybody. */
  isAnyBlind: boolean;
}

/** Sums over all counts of a list, in one statement; of their lines only those that differ are read. */
export async function sumSessions(
  db: Db,
  warehouseIds: Warehouses,
  looker: Looker,
  conditions: SessionConditions,
): Promise<SessionTotals> {
  const status = statusFor(looker);
  const byStatus = sessionStatuses.map(
    (each) => sql`${sql.lit(each)}, count(*) filter (where ${status} = ${sql.lit(each)})`,
  );
  const row = await firstRowOf<SessionTotals>(
    db,
    sql`select count(*)::int as sessions, jsonb_build_object(${sql.join(byStatus)}) as "byStatus",
          coalesce(sum(s.lines_total), 0)::int as lines,
          coalesce(sum(s.lines_counted), 0)::int as counted,
          coalesce(sum(s.lines_skipped), 0)::int as skipped,
          coalesce(sum(s.lines_not_accessible), 0)::int as "notAccessible",
          coalesce(sum(s.lines_different), 0)::int as different,
          coalesce(sum(v.net), 0) as "valueVariance",
          coalesce(sum(v.gross), 0) as "valueVarianceGross",
          count(distinct w.currency) <= 1 as "isOneCurrency",
          coalesce(bool_or(s.is_blind or s.lines_recounted > 0), false) as "isAnyBlind"
        from count_session s
        join warehouse w on w.id = s.warehouse_id
        left join lateral (
          select sum(l.value_variance) as net, sum(abs(l.value_variance)) as gross
          from count_line l
          where l.warehouse_id = s.warehouse_id and l.session_id = s.id and l.quantity_variance <> 0
        ) v on s.lines_different > 0
        ${whereAll(whereOf(warehouseIds, looker, conditions))}`,
  );
  return row as SessionTotals;
}

function whereOf(
  warehouseIds: Warehouses,
  looker: Looker,
  { search, filter: said }: SessionConditions,
): RawBuilder<unknown>[] {
  const filter = said ?? {}; // null is as good as left out
  return [
    ...(warehouseIds ? [sql`s.warehouse_id = any(${warehouseIds}::int[])`] : []),
    ...matchesWords(sql`s.number || ' ' || s.title || ' ' || coalesce(s.reference, '')`, search),
    ...conditionsOn(statusFor(looker), filter.status),
    ...conditionsOn(sql`s.count_type`, filter.countType),
    ...conditionsOn(sql`s.created_at`, filter.createdAt),
    ...conditionsOn(sql`s.deadline_at`, filter.deadlineAt),
  ];
}
