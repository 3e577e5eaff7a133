import type { RawBuilder } from "kysely";
import {
  withRelated,
  type RelatedAsked,
  type WithRelated,
} from "../../catalogue/queries/related-rows.ts";
import { withinLocation } from "../../catalogue/queries/within-location.ts";
import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import {
  conditionsOn,
  type EnumFilter,
  type IdFilter,
  type StringFilter,
} from "../../shared/filters.ts";
import { singleKeyOf } from "../../shared/opaque-id.ts";
import { readPage, whereAll, type OrderTerm } from "../../shared/page.ts";
import type { LineOrderColumn, LineView } from "../domain/line-view.ts";
import type { LineState } from "../domain/words.ts";
import type { ShownLineRow } from "../domain/rows.ts";
import { columnsOfLine } from "../storage/line-columns.ts";
import { lineOf } from "../storage/line-of.ts";
import { foundByWords } from "./found-by-words.ts";
import { linePartsFor } from "./line-parts.ts";
import { isWhole, sourceOf } from "./line-source.ts";
import { isInView } from "./line-views.ts";

export interface LineConditions {
  view?: LineView;
  search?: string;
  filter?: {
    itemId?: IdFilter;
    withinLocationId?: IdFilter;
    categoryId?: IdFilter;
    state?: EnumFilter<LineState>;
    reasonCode?: StringFilter;
  };
  /** The token of a selection that may be used. */
  selection?: string | undefined;
  /** Of lines that are counted again, what the latest round alone has come to. */
  isLatestRoundOnly?: boolean;
  /** Whether the looker may find pieces by what only the books know of them. */
  seesSecondSerials?: boolean;
  changedSince?: { position: number; isBlind: boolean } | undefined;
  orderBy?: { field: LineOrderColumn; direction: "ASC" | "DESC" } | undefined;
}

export type ListedLine = ShownLineRow & WithRelated;

export interface SessionKey {
  warehouseId: number;
  id: number;
}

/** What of each line is asked for: no more is read. */
export interface LinesAsked {
  line: ReadonlySet<string> | "everything" | null;
  related: RelatedAsked;
  areCursorsAsked: boolean;
}

const linesAlone: LinesAsked = {
  line: "everything",
  related: { item: null, location: null },
  areCursorsAsked: true,
};

export function listLines(
  db: Db,
  session: SessionKey,
  conditions: LineConditions,
  page: PageArgs,
  asked: LinesAsked = linesAlone,
): Promise<Page<ListedLine>> {
  return readPage<ListedLine>(
    db,
    {
      columns: lineKey,
      from: sourceOf(session, conditions),
      where: whereOf(session, conditions),
      order: orderOf(conditions),
      count: isWhole(conditions) ? linesIn(session) : undefined,
      areCursorsAsked: asked.areCursorsAsked,
      complete: (keys, cursor) => completeLines(keys, asked, conditions, cursor),
    },
    page,
  );
}

/** For grids that jump: any part of the list by its offset. */
export function readLineWindow(
  db: Db,
  session: SessionKey,
  conditions: LineConditions,
  { offset, limit }: { offset: number; limit: number },
  asked: LinesAsked = linesAlone,
): Promise<ListedLine[]> {
  const order = orderOf(conditions).map(
    ({ column, direction }) => sql`${column} ${sql.raw(direction)}`,
  );
  const keys = sql`select ${lineKey} from ${sourceOf(session, conditions)}
    ${whereAll(whereOf(session, conditions))}
    order by ${sql.join(order)} offset ${offset} limit ${limit}`;
  return rowsOf(db, completeLines(keys, asked, conditions, []) as RawBuilder<ListedLine>);
}

/** The count keeps its number of lines, and `verify` sees that it is true. */
function linesIn({ warehouseId, id }: SessionKey): RawBuilder<unknown> {
  return sql`(select s.lines_total from count_session s
    where s.warehouse_id = ${warehouseId} and s.id = ${id})`;
}

const lineKey = sql`l.warehouse_id, l.id`;

/**
 * First the keys of the lines, which indexes alone can put in order, then those lines: to sort
 * 100,000 whole lines takes several times as long.
 */
function completeLines(
  keys: RawBuilder<unknown>,
  { line, related }: LinesAsked,
  { isLatestRoundOnly = false }: LineConditions,
  cursor: RawBuilder<unknown>[],
): RawBuilder<unknown> {
  const columns = columnsOfLine(linePartsFor(line, isLatestRoundOnly));
  const lines = sql`select ${sql.join([columns, ...cursor])}
    from (${keys}) page
    cross join lateral ${lineOf(sql`page.warehouse_id`, sql`page.id`)} l`;
  return withRelated(lines, related);
}

/** The ids of the lines but for some, in walking order, as one array: for whoever freezes them. */
export function lineIdsOf(
  session: SessionKey,
  conditions: LineConditions,
  exceptIds: readonly number[],
): RawBuilder<unknown> {
  const all = [...whereOf(session, conditions), sql`l.id <> all(${[...exceptIds]}::bigint[])`];
  return sql`array(
    select l.id from ${sourceOf(session, { ...conditions, orderBy: undefined })} ${whereAll(all)}
    order by l.line_number)`;
}

export interface LineTotals {
  lines: number;
  counted: number;
  quantityCounted: string;
  quantityExpected: string;
  quantityVariance: string;
  /** Without a sign: +5 and -5 are 10 apart, not 0. */
  quantityVarianceGross: string;
  valueVariance: string;
  valueVarianceGross: string;
  /** Counted lines that differ and have no cost: their value is not in the totals. */
  withoutCost: number;
}

/** Of lines `l`. */
export const lineSums = sql`
  count(*)::int as lines, count(l.quantity_counted)::int as counted,
  coalesce(sum(l.quantity_counted), 0) as "quantityCounted",
  coalesce(sum(l.quantity_expected), 0) as "quantityExpected",
  coalesce(sum(l.quantity_variance), 0) as "quantityVariance",
  coalesce(sum(abs(l.quantity_variance)), 0) as "quantityVarianceGross",
  coalesce(sum(l.value_variance), 0) as "valueVariance",
  coalesce(sum(abs(l.value_variance)), 0) as "valueVarianceGross",
  (count(*) filter (where l.quantity_variance <> 0 and l.unit_cost is null))::int
  as "withoutCost"`;

export async function sumLines(
  db: Db,
  session: SessionKey,
  conditions: LineConditions,
): Promise<LineTotals> {
  const row = await firstRowOf<LineTotals>(
    db,
    sql`select ${lineSums}
        from ${sourceOf(session, { ...conditions, orderBy: undefined })}
        ${whereAll(whereOf(session, conditions))}`,
  );
  return row as LineTotals;
}

export function whereOf(session: SessionKey, conditions: LineConditions): RawBuilder<unknown>[] {
  const { warehouseId, id } = session;
  const { filter = {} } = conditions;
  return [
    sql`l.warehouse_id = ${warehouseId}`,
    sql`l.session_id = ${id}`,
    isInView(session, conditions),
    ...foundByWords(session, conditions),
    ...conditionsOn(sql`l.item_id`, filter.itemId, (key) => singleKeyOf(key, "Item")),
    ...withinLocation(sql`p.path`, warehouseId, filter.withinLocationId),
    ...conditionsOn(sql`i.category_id`, filter.categoryId, (key) => singleKeyOf(key, "Category")),
    ...conditionsOn(sql`l.state`, filter.state),
    ...conditionsOn(sql`v.reason_code`, filter.reasonCode),
  ];
}

/** Before 0: what was not counted is not nothing. */
const none = sql`-1::numeric`;
const terms: Record<LineOrderColumn, Omit<OrderTerm, "direction">[]> = {
  LINE_NUMBER: [],
  ITEM: [{ column: sql`i.sku`, type: "text" }],
  LOCATION: [{ column: sql`p.code`, type: "text" }],
  QUANTITY_COUNTED: [{ column: sql`coalesce(l.quantity_counted, ${none})`, type: "numeric" }],
  QUANTITY_EXPECTED: [
    { column: sql`coalesce(l.quantity_expected, l.quantity_snapshot)`, type: "numeric" },
  ],
  QUANTITY_VARIANCE: [{ column: sql`coalesce(l.quantity_variance, 0)`, type: "numeric" }],
  VALUE_VARIANCE: [{ column: sql`coalesce(l.value_variance, 0)`, type: "numeric" }],
};

function orderOf({ orderBy }: LineConditions): OrderTerm[] {
  const { field, direction } = orderBy ?? { field: "LINE_NUMBER", direction: "ASC" };
  return [
    ...terms[field].map((term) => ({ ...term, direction })),
    { column: sql`l.line_number`, type: "bigint", direction },
    { column: sql`l.id`, type: "bigint", direction },
  ];
}
