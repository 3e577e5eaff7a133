import type { RawBuilder } from "kysely";
import { firstRowOf, sql, type Db } from "../database/db.ts";
import { rowsOfOften } from "../database/rows-often.ts";
import type { Page, PageArgs } from "./connection.ts";
import { Refusal } from "./refusal.ts";

export const defaultPageSize = 50;
export const maxPageSize = 250;

/** One column of the order. It must never be null; the last one must be unique. */
export interface OrderTerm {
  column: RawBuilder<unknown>;
  type: "text" | "numeric" | "timestamptz" | "date" | "bigint";
  direction: "ASC" | "DESC";
}

export interface PagedSelect {
  columns: RawBuilder<unknown>;
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>[];
  order: OrderTerm[];
  /** How many rows there are, where that is written down; counted otherwise. */
  count?: RawBuilder<unknown> | undefined;
  /** Whether the rows have to tell their cursors: to write one for each takes as long as a column or two. */
  areCursorsAsked?: boolean;
  /**
   * From the rows of the page alone to what is read of them. It stands behind the limit, and what
   * stands there is not reckoned for every row that is sorted; the rows are called `page` there, and
   * the cursor, where it is asked for, is one of their columns.
   */
  complete?: (page: RawBuilder<unknown>, cursor: RawBuilder<unknown>[]) => RawBuilder<unknown>;
}

interface Window {
  size: number;
  forwards: boolean;
  cursor: string[] | null;
}

/** Reads one page by keyset: a page far behind costs as much as the first. */
export async function readPage<Row>(
  db: Db,
  select: PagedSelect,
  args: PageArgs,
): Promise<Page<Row>> {
  const window = windowOf(args, select.order);
  const order = window.forwards ? select.order : select.order.map(reversed);
  const where = window.cursor
    ? [...select.where, behindCursor(order, window.cursor)]
    : select.where;
  const keys = order.map((term, at) => ({ ...term, name: sql.ref(`key${at}`) }));
  const { complete = withCursor, areCursorsAsked = true } = select;
  const found = await rowsOfOften(
    db,
    complete(
      sql`select ${select.columns},
          ${sql.join(keys.map(({ column, name }) => sql`${column} as ${name}`))}
        from ${select.from}
        ${whereAll(where)}
        order by ${sql.join(keys.map(({ column, direction }) => sql`${column} ${sql.raw(direction)}`))}
        limit ${sql.lit(window.size + 1)}`,
      areCursorsAsked ? [cursorOver(keys.map(({ name }) => name))] : [],
    ) as RawBuilder<Row & { cursorText?: string }>,
  );
  const hasMore = found.length > window.size;
  const rows = found.slice(0, window.size);
  if (!window.forwards) rows.reverse();
  return {
    rows,
    cursorOf: (index) => {
      if (!areCursorsAsked) throw new Error("This page was read without its cursors.");
      return writeCursor(rows.at(index)?.cursorText);
    },
    hasNextPage: window.forwards ? hasMore : window.cursor !== null,
    hasPreviousPage: window.forwards ? window.cursor !== null : hasMore,
    countAll: async () => {
      const counted = await firstRowOf<{ count: number }>(
        db,
        sql`select ${select.count ?? sql`(select count(*) from ${select.from} ${whereAll(select.where)})`}
            as count`,
      );
      return counted?.count ?? 0;
    },
  };
}

const cursorOver = (names: RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`json_build_array(${sql.join(names.map((name) => sql`page.${name}::text`))})::text as "cursorText"`;

function withCursor(page: RawBuilder<unknown>, cursor: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`select ${sql.join([sql`page.*`, ...cursor])} from (${page}) page`;
}

export function whereAll(conditions: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;
}

function windowOf(args: PageArgs, order: OrderTerm[]): Window {
  const forwards = args.last === undefined || args.last === null;
  if (!forwards && (args.first ?? null) !== null)
    throw new Refusal("BAD_USER_INPUT", "Ask for first or for last, not for both.");
  if (forwards && args.before)
    throw new Refusal("BAD_USER_INPUT", "before goes with last; with first, give after.");
  if (!forwards && args.after)
    throw new Refusal("BAD_USER_INPUT", "after goes with first; with last, give before.");
  const size = (forwards ? args.first : args.last) ?? defaultPageSize;
  if (size < 0 || size > maxPageSize)
    throw new Refusal("BAD_USER_INPUT", `A page has 0 to ${maxPageSize} rows, not ${size}.`);
  const cursor = forwards ? args.after : args.before;
  return { size, forwards, cursor: cursor ? readCursor(cursor, order) : null };
}

function reversed(term: OrderTerm): OrderTerm {
  return { ...term, direction: term.direction === "ASC" ? "DESC" : "ASC" };
}

/** Rows strictly behind the cursor; a row comparison where the order is uniform, for the index's sake. */
function behindCursor(order: OrderTerm[], values: string[]): RawBuilder<unknown> {
  const typed = order.map((term, index) => sql`${values[index]}::${sql.raw(term.type)}`);
  const ascending = order[0]?.direction === "ASC";
  if (order.every((term) => (term.direction === "ASC") === ascending)) {
    const columns = sql.join(order.map((term) => term.column));
    const sign = sql.raw(ascending ? ">" : "<");
    // The row comparison says it all; but where its columns are of several tables, only the first
    // column alone lets an index begin at the cursor.
    return sql`${order[0]?.column} ${sign}= ${typed[0]} and (${columns}) ${sign} (${sql.join(typed)})`;
  }
  const steps = order.map((term, index) => {
    const ties = order.slice(0, index).map((tied, at) => sql`${tied.column} = ${typed[at]}`);
    const step = sql`${term.column} ${sql.raw(term.direction === "ASC" ? ">" : "<")} ${typed[index]}`;
    return sql`(${sql.join([...ties, step], sql` and `)})`;
  });
  return sql`(${sql.join(steps, sql` or `)})`;
}

function writeCursor(values: string | undefined): string | null {
  return values === undefined ? null : Buffer.from(values).toString("base64url");
}

/** What the database prints for each type; anything else never reaches it. */
const cursorShape: Record<OrderTerm["type"], RegExp> = {
  text: /^[^\0]*$/u,
  numeric: /^-?\d{1,40}(\.\d{1,20})?$/u,
  bigint: /^-?\d{1,18}$/u,
  date: /^(\d{4}-\d{2}-\d{2}|-?infinity)$/u,
  timestamptz: /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00|-?infinity)$/u,
};

function readCursor(cursor: string, order: OrderTerm[]): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const fits =
      Array.isArray(values) &&
      values.length === order.length &&
      order.every(
        ({ type }, at) => typeof values[at] === "string" && cursorShape[type].test(values[at]),
      );
    if (fits) return values as string[];
  } catch {
    // Falls through to the one answer for every cursor that is not ours.
  }
  throw new Refusal("BAD_USER_INPUT", "That cursor does not belong to this list.");
}
