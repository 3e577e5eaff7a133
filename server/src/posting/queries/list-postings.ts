import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { readPage } from "../../shared/page.ts";
import type { PostingLineRow, PostingRow } from "../domain/rows.ts";
import { postingColumns, postingLineColumns } from "../storage/posting-columns.ts";

interface Key {
  warehouseId: number;
  id: number;
}

/** The postings and reversals of a count, the latest first. */
export function listPostings(
  db: Db,
  { warehouseId, id }: Key,
  page: PageArgs,
): Promise<Page<PostingRow>> {
  return readPage<PostingRow>(
    db,
    {
      columns: postingColumns,
      from: sql`posting p`,
      where: [sql`p.warehouse_id = ${warehouseId}`, sql`p.session_id = ${id}`],
      order: [{ column: sql`p.id`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}

/** What a posting did line by line: its adjustment report, matches included or left out. */
export function listPostingLines(
  db: Db,
  { warehouseId, id }: Key,
  onlyAdjusted: boolean,
  page: PageArgs,
): Promise<Page<PostingLineRow>> {
  return readPage<PostingLineRow>(
    db,
    {
      columns: postingLineColumns,
      from: sql`posting_line p`,
      where: [
        sql`p.warehouse_id = ${warehouseId}`,
        sql`p.posting_id = ${id}`,
        ...(onlyAdjusted ? [sql`p.quantity_delta <> 0`] : []),
      ],
      order: [{ column: sql`p.line_id`, type: "bigint", direction: "ASC" }],
    },
    page,
  );
}

export interface PostingSumsRow {
  receipts: number;
  issues: number;
  unitsIn: string;
  unitsOut: string;
  valueIn: string;
  valueOut: string;
  valueNet: string;
  withoutCost: number;
  takenBack: number;
}

export async function sumPosting(db: Db, { warehouseId, id }: Key): Promise<PostingSumsRow> {
  const row = await firstRowOf<PostingSumsRow>(
    db,
    sql`select count(*) filter (where p.quantity_delta > 0)::int as receipts,
          count(*) filter (where p.quantity_delta < 0)::int as issues,
          coalesce(sum(p.quantity_delta) filter (where p.quantity_delta > 0), 0) as "unitsIn",
          coalesce(- sum(p.quantity_delta) filter (where p.quantity_delta < 0), 0) as "unitsOut",
          coalesce(sum(p.quantity_delta * p.unit_cost) filter (where p.quantity_delta > 0), 0)
            as "valueIn",
          coalesce(- sum(p.quantity_delta * p.unit_cost) filter (where p.quantity_delta < 0), 0)
            as "valueOut",
          coalesce(sum(p.quantity_delta * p.unit_cost), 0) as "valueNet",
          count(*) filter (where p.quantity_delta <> 0 and p.unit_cost is null)::int
            as "withoutCost",
          count(p.reversed_by_id)::int as "takenBack"
        from posting_line p
        where p.warehouse_id = ${warehouseId} and p.posting_id = ${id}`,
  );
  return row as PostingSumsRow;
}
