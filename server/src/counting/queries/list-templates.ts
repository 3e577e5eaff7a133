import { sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { matchesWords } from "../../shared/filters.ts";
import { readPage } from "../../shared/page.ts";
import type { TemplateRow } from "../domain/count-template.ts";
import { templateColumns } from "../storage/template-row.ts";

export function listTemplates(
  db: Db,
  warehouseId: number,
  search: string | undefined,
  page: PageArgs,
): Promise<Page<TemplateRow>> {
  return readPage<TemplateRow>(
    db,
    {
      columns: templateColumns,
      from: sql`count_template t`,
      where: [sql`t.warehouse_id = ${warehouseId}`, ...matchesWords(sql`t.name`, search)],
      order: [
        { column: sql`t.name`, type: "text", direction: "ASC" },
        { column: sql`t.id`, type: "bigint", direction: "ASC" },
      ],
    },
    page,
  );
}
