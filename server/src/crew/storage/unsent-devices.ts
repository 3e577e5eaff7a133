import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { UnsentDevice } from "../domain/unsent.ts";

export interface CrewOf {
  warehouseId: number;
  id: number;
}

/** Devices that hold entries of a count, but for those that somebody has excluded. */
export function readUnsentDevices(db: Db, { warehouseId, id }: CrewOf): Promise<UnsentDevice[]> {
  return rowsOf<UnsentDevice>(
    db,
    sql`select coalesce(u.name, d.user_id) as "userName", d.device_name as "deviceName",
          d.unsent_count as "unsentCount"
        from session_device d
        left join app_user u on u.id = d.user_id
        where d.warehouse_id = ${warehouseId} and d.session_id = ${id}
          and d.unsent_count > 0 and d.excluded_at is null
        order by 1, 2`,
  );
}
