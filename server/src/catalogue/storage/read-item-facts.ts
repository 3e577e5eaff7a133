import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { ItemFacts } from "../domain/reject-item.ts";
import type { ItemRow } from "../domain/rows.ts";
import type { ItemDetails } from "./replace-item-details.ts";

export async function readItemFacts(
  db: Db,
  before: ItemRow | null,
  sku: string,
  details: ItemDetails,
): Promise<ItemFacts> {
  const id = before?.id ?? 0;
  const codes = details.barcodes.map((barcode) => barcode.code);
  const units = await rowsOf<{ code: string }>(db, sql`select code from unit`);
  const taken = await rowsOf<{ code: string }>(
    db,
    sql`select code from item_barcode where code = any(${codes}::text[]) and item_id <> ${id}`,
  );
  const found = await firstRowOf<{ skuIsTaken: boolean; hasMoved: boolean }>(
    db,
    sql`select
          exists (select 1 from item where sku = ${sku} and id <> ${id}) as "skuIsTaken",
          exists (select 1 from warehouse w
            join quant q on q.warehouse_id = w.id and q.item_id = ${id}
            join stock_move m on m.warehouse_id = q.warehouse_id and m.quant_id = q.id)
            as "hasMoved"`,
  );
  return {
    knownUnits: new Set(units.map((unit) => unit.code)),
    takenBarcodes: new Set(taken.map((barcode) => barcode.code)),
    before,
    skuIsTaken: found?.skuIsTaken ?? false,
    hasMoved: found?.hasMoved ?? false,
  };
}
