import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { TemplateRow } from "../domain/count-template.ts";
import { templateColumns } from "../storage/template-row.ts";

/** The templates of the counts of a list, by one statement. */
export function createTemplatesLoader(db: Db): DataLoader<number, TemplateRow | null> {
  return new DataLoader(async (ids) => {
    const rows = await rowsOf<TemplateRow>(
      db,
      sql`select ${templateColumns} from count_template t where t.id = any(${[...ids]}::int[])`,
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
