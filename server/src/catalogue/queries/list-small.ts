import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { matchesWords } from "../../shared/filters.ts";
import { readPage } from "../../shared/page.ts";
import { warehouseColumns } from "../storage/columns.ts";
import type { CategoryRow, SupplierRow, UnitRow, WarehouseRow } from "../domain/rows.ts";

/** Warehouses a person may see; null sees all. */
export async function listWarehouses(
  db: Db,
  visibleIds: ReadonlySet<number> | null,
  page: PageArgs,
): Promise<Page<WarehouseRow>> {
  return readPage<WarehouseRow>(
    db,
    {
      columns: warehouseColumns,
      from: sql`warehouse w`,
      where: visibleIds ? [sql`w.id = any(${[...visibleIds]}::int[])`] : [],
      order: [
        { column: sql`w.code`, type: "text", direction: "ASC" },
        { column: sql`w.id`, type: "bigint", direction: "ASC" },
      ],
    },
    page,
  );
}

export async function listUnits(db: Db): Promise<UnitRow[]> {
  return rowsOf<UnitRow>(db, sql`select u.code, u.name, u.decimals from unit u order by u.code`);
}

export async function listCategories(db: Db): Promise<CategoryRow[]> {
  return rowsOf<CategoryRow>(db, sql`select c.id, c.name from category c order by c.name`);
}

export async function listSuppliers(
  db: Db,
  search: string | undefined,
  page: PageArgs,
): Promise<Page<SupplierRow>> {
  return readPage<SupplierRow>(
    db,
    {
      columns: sql`s.id, s.name`,
      from: sql`supplier s`,
      where: matchesWords(sql`s.name`, search),
      order: [
        { column: sql`s.name`, type: "text", direction: "ASC" },
        { column: sql`s.id`, type: "bigint", direction: "ASC" },
      ],
    },
    page,
  );
}
