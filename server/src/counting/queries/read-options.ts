import { rowsOf, sql, type Db } from "../../database/db.ts";
import { resolveOptions, type Options } from "../domain/options.ts";

/** The options in force for a warehouse at this moment. */
export async function readOptions(db: Db, warehouseId: number): Promise<Options> {
  const rows = await rowsOf<{ code: string; value: unknown; isOwn: boolean }>(
    db,
    sql`select code, value, warehouse_id is not null as "isOwn" from option_value
        where warehouse_id is null or warehouse_id = ${warehouseId}`,
  );
  const valuesOf = (isOwn: boolean) =>
    Object.fromEntries(
      rows.filter((row) => row.isOwn === isOwn).map(({ code, value }) => [code, value]),
    );
  return resolveOptions(valuesOf(false), valuesOf(true));
}
