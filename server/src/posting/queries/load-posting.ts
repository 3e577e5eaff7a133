import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { notFound } from "../../shared/refusal.ts";
import type { PostingRow } from "../domain/rows.ts";
import { postingColumns } from "../storage/posting-columns.ts";

export function findPosting(db: Db, warehouseId: number, id: number): Promise<PostingRow | null> {
  return firstRowOf<PostingRow>(
    db,
    sql`select ${postingColumns} from posting p
        where p.warehouse_id = ${warehouseId} and p.id = ${id}`,
  );
}

export async function loadPosting(db: Db, warehouseId: number, id: number): Promise<PostingRow> {
  const posting = await findPosting(db, warehouseId, id);
  if (!posting) throw notFound("posting");
  return posting;
}
