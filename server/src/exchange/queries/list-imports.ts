import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { readPage } from "../../shared/page.ts";
import type { ImportKey, ImportRow, Reading } from "../domain/import-row.ts";
import { rowDecisions, type RowDecision } from "../domain/left-out-rows.ts";
import type { KeptError, RowErrorCode } from "../domain/row-errors.ts";
import { importColumns, isImport } from "../storage/import-row.ts";

/** The latest first. */
export function listImports(db: Db, warehouseId: number, page: PageArgs): Promise<Page<ImportRow>> {
  return readPage<ImportRow>(
    db,
    {
      columns: importColumns,
      from: sql`import m`,
      where: [sql`m.warehouse_id = ${warehouseId}`],
      order: [{ column: sql`m.id`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}

export function readImport(db: Db, key: ImportKey): Promise<ImportRow | null> {
  return firstRowOf<ImportRow>(
    db,
    sql`select ${importColumns} from import m where ${isImport(key)}`,
  );
}

const errorColumns = sql`e.row_number as "row", e.field, e.value, e.code, e.message, e.suggestion,
  e.rows_alike as "rowsAlike"`;
export type ListedError = Omit<KeptError, "rowValues">;
const errorsOf = ({ warehouseId, id }: ImportKey) =>
  sql`e.warehouse_id = ${warehouseId} and e.import_id = ${id}`;

/** What somebody has chosen for the next check. */
export type Chosen = Pick<Reading, "replacements" | "leftOutRows">;

/**
 * What becomes of each row that is wrong: a row is fixed once nothing of it is left as it was. One that was
 * left out and no longer is waits for the check as well.
 */
const decisionsOf = (key: ImportKey, { replacements, leftOutRows }: Chosen) =>
  sql`select e.row_number,
        case when e.row_number = any(${[...leftOutRows]}::integer[]) then 'LEFT_OUT'
          when bool_and(e.code = 'LEFT_OUT' or c."from" is not null) then 'FIXED'
          else 'TO_DECIDE' end as decision
      from import_error e
      left join jsonb_to_recordset(${JSON.stringify(replacements)}::jsonb) as c(field text, "from" text)
        on c.field = e.field and c."from" = e.value
      where ${errorsOf(key)} group by e.row_number`;

/** How many rows are in each of the three. */
export async function countRowDecisions(
  db: Db,
  key: ImportKey,
  chosen: Chosen,
): Promise<Record<RowDecision, number>> {
  const found = await rowsOf<{ decision: RowDecision; rows: number }>(
    db,
    sql`select d.decision, count(*)::int as rows from (${decisionsOf(key, chosen)}) d
        group by d.decision`,
  );
  const rows = new Map(found.map((each) => [each.decision, each.rows]));
  return Object.fromEntries(rowDecisions.map((each) => [each, rows.get(each) ?? 0])) as Record<
    RowDecision,
    number
  >;
}

export interface ErrorFilter {
  code: RowErrorCode | null;
  search: string | null;
  decision: RowDecision | null;
  chosen: Chosen;
}

/** In the order of the file. */
export function listImportErrors(
  db: Db,
  key: ImportKey,
  filter: ErrorFilter,
  page: PageArgs,
): Promise<Page<ListedError>> {
  const { code, search, decision, chosen } = filter;
  const words = search?.trim().toLowerCase() ?? "";
  return readPage<ListedError>(
    db,
    {
      columns: errorColumns,
      from: sql`import_error e`,
      where: [
        errorsOf(key),
        sql`(${code}::text is null or e.code = ${code})`,
        sql`(${words} = '' or e.row_number::text = ${words}
          or strpos(lower(e.value || ' ' || e.message), ${words}) > 0)`,
        decision === null
          ? sql`true`
          : sql`e.row_number in (select d.row_number from (${decisionsOf(key, chosen)}) d
              where d.decision = ${decision})`,
      ],
      order: [{ column: sql`e.position`, type: "bigint", direction: "ASC" }],
    },
    page,
  );
}

export function readImportErrors(db: Db, key: ImportKey): Promise<ListedError[]> {
  return rowsOf<ListedError>(
    db,
    sql`select ${errorColumns} from import_error e where ${errorsOf(key)} order by e.position`,
  );
}

/** All that is wrong with one row, each with the row as it was read; none where it is not wrong. */
export function readRowErrors(db: Db, key: ImportKey, row: number): Promise<KeptError[]> {
  return rowsOf<KeptError>(
    db,
    sql`select ${errorColumns}, e.row_values as "rowValues" from import_error e
        where ${errorsOf(key)} and e.row_number = ${row} order by e.position`,
  );
}

export interface ErrorGroup {
  code: RowErrorCode;
  rows: number;
  values: number;
}

/** How many rows each kind of error is about, the most first. */
export function groupImportErrors(db: Db, key: ImportKey): Promise<ErrorGroup[]> {
  return rowsOf<ErrorGroup>(
    db,
    sql`select e.code, count(distinct e.row_number)::int as rows,
          count(distinct e.value)::int as "values"
        from import_error e where ${errorsOf(key)} group by e.code order by 2 desc, 1`,
  );
}

/** The import that committed the same content in the same way; null where none has. */
export function findTwin(db: Db, key: ImportKey): Promise<ImportRow | null> {
  return firstRowOf<ImportRow>(
    db,
    sql`select ${importColumns} from import m
        where m.warehouse_id = ${key.warehouseId} and m.state = 'COMMITTED' and m.id <> ${key.id}
          and m.reading_hash = (select o.reading_hash from import o
            where o.warehouse_id = ${key.warehouseId} and o.id = ${key.id})`,
  );
}
