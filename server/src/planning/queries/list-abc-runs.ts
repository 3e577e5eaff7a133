import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { readPage } from "../../shared/page.ts";
import type { AbcItemRow, AbcRunRow } from "../domain/abc-run.ts";
import type { AbcClass } from "../domain/classify-items.ts";
import { abcRunColumns } from "../storage/abc-run-row.ts";

/** The latest first. */
export function listAbcRuns(db: Db, warehouseId: number, page: PageArgs): Promise<Page<AbcRunRow>> {
  return readPage<AbcRunRow>(
    db,
    {
      columns: abcRunColumns,
      from: sql`abc_run r`,
      where: [sql`r.warehouse_id = ${warehouseId}`],
      order: [{ column: sql`r.id`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}

export function findAbcRun(db: Db, warehouseId: number, id: number): Promise<AbcRunRow | null> {
  return firstRowOf<AbcRunRow>(
    db,
    sql`select ${abcRunColumns} from abc_run r
        where r.warehouse_id = ${warehouseId} and r.id = ${id}`,
  );
}

export interface AbcItemQuestion {
  /** Only what is in another class than before. */
  onlyChanged: boolean;
  classNow: AbcClass | null;
}

/** In the order of their value. */
export function listAbcItems(
  db: Db,
  { warehouseId, id }: Pick<AbcRunRow, "warehouseId" | "id">,
  { onlyChanged, classNow }: AbcItemQuestion,
  page: PageArgs,
): Promise<Page<AbcItemRow>> {
  return readPage<AbcItemRow>(
    db,
    {
      columns: sql`x.warehouse_id as "warehouseId", x.run_id as "runId", x.rank,
        x.item_id as "itemId", x.value_used as "valueUsed", x.moves, x.share,
        x.share_cumulative as "shareCumulative", x.class_before as "classBefore",
        x.class_by_value as "classByValue", x.class_now as "classNow"`,
      from: sql`abc_run_item x`,
      where: [
        sql`x.warehouse_id = ${warehouseId} and x.run_id = ${id}`,
        ...(onlyChanged ? [sql`x.class_before is distinct from x.class_now`] : []),
        ...(classNow ? [sql`x.class_now = ${classNow}`] : []),
      ],
      order: [{ column: sql`x.rank`, type: "bigint", direction: "ASC" }],
    },
    page,
  );
}

export interface AbcClassSum {
  abcClass: AbcClass;
  items: number;
  valueUsed: string;
  /** Items that were in another class before. */
  changed: number;
}

export function sumAbcClasses(
  db: Db,
  { warehouseId, id }: Pick<AbcRunRow, "warehouseId" | "id">,
): Promise<AbcClassSum[]> {
  return rowsOf<AbcClassSum>(
    db,
    sql`select class_now as "abcClass", count(*)::int as items,
          coalesce(sum(value_used), 0) as "valueUsed",
          (count(*) filter (where class_before is distinct from class_now))::int as changed
        from abc_run_item where warehouse_id = ${warehouseId} and run_id = ${id}
        group by 1 order by 1`,
  );
}

/** Points of the curve: rank and what all up to it come to. A hundred draw it as well as all would. */
export function readAbcCurve(
  db: Db,
  { warehouseId, id, itemCount }: Pick<AbcRunRow, "warehouseId" | "id" | "itemCount">,
): Promise<{ rank: number; shareCumulative: string }[]> {
  const step = Math.max(1, Math.floor(itemCount / 100));
  return rowsOf(
    db,
    sql`select rank, share_cumulative as "shareCumulative" from abc_run_item
        where warehouse_id = ${warehouseId} and run_id = ${id}
          and (rank % ${step}::int = 0 or rank = 1 or rank = ${itemCount}::int)
        order by rank`,
  );
}
