import { sql, type Db } from "../../database/db.ts";
import type { SessionRow } from "../domain/rows.ts";
import type { LineToSave } from "./line-to-save.ts";

/** Marks which pieces of the lines were found; pieces nobody expected are added. */
export async function savePieces(
  db: Db,
  { warehouseId, id }: SessionRow,
  lines: readonly LineToSave[],
): Promise<void> {
  if (lines.length === 0) return;
  const lineIds = lines.map(({ line }) => line.id);
  const found = lines.flatMap(({ line, folded }) =>
    folded.serials.map((serial) => ({ line_id: line.id, item_id: line.itemId, serial })),
  );
  const rows = sql`json_to_recordset(${JSON.stringify(found)}::json)
    as f(line_id bigint, item_id bigint, serial text)`;
  await sql`update count_line_piece p
      set is_found = (p.line_id, p.serial) in (select f.line_id, f.serial from ${rows})
      where p.warehouse_id = ${warehouseId} and p.line_id = any(${lineIds}::bigint[])`.execute(db);
  if (found.length === 0) return;
  await sql`insert into count_line_piece
        (warehouse_id, line_id, session_id, item_id, serial, is_expected, is_found)
      select ${warehouseId}, f.line_id, ${id}, f.item_id, f.serial, false, true
      from ${rows}
      on conflict (warehouse_id, line_id, serial) do nothing`.execute(db);
}
