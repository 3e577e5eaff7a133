import { sql, type Db } from "../../database/db.ts";
import type { ImportKey } from "../domain/import-row.ts";
import type { KeptError } from "../domain/row-errors.ts";

const errorsAtATime = 5_000;

/** What the latest check found, in the place of what an earlier one did. */
export async function replaceErrors(
  db: Db,
  { warehouseId, id }: ImportKey,
  errors: readonly KeptError[],
): Promise<void> {
  await sql`delete from import_error where warehouse_id = ${warehouseId} and import_id = ${id}`.execute(
    db,
  );
  for (let from = 0; from < errors.length; from += errorsAtATime) {
    const part = errors.slice(from, from + errorsAtATime);
    const rows = part.map((error, at) => ({ ...error, position: from + at + 1 }));
    await sql`insert into import_error (warehouse_id, import_id, position, row_number, field, value,
          code, message, suggestion, row_values, rows_alike)
        select ${warehouseId}, ${id}::bigint, e.position, e."row", e.field, e.value, e.code,
          e.message, e.suggestion, e."rowValues", e."rowsAlike"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(position integer, "row" integer,
          field text, value text, code text, message text, suggestion text,
          "rowValues" jsonb, "rowsAlike" integer)`.execute(db);
  }
}
