import { rowsOf, sql, type Db } from "../../database/db.ts";
import { settingsOf, type OptionSetting, type SavedOption } from "../domain/option-setting.ts";

/** Every option with all its values, for a warehouse or for the company. */
export async function readOptionSettings(
  db: Db,
  warehouseId: number | null,
): Promise<OptionSetting[]> {
  const saved = await rowsOf<SavedOption>(
    db,
    sql`select code, warehouse_id as "warehouseId", value, changed_by as "changedBy",
          changed_at as "changedAt"
        from option_value order by warehouse_id`,
  );
  return settingsOf(saved, warehouseId);
}
