import { sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { readPage } from "../../shared/page.ts";
import type { DeviceRow } from "../domain/device.ts";
import { deviceColumns, devicesOf } from "../storage/devices.ts";

/** Every device that has taken part in a count of a warehouse, the one that was heard last first. */
export function listDevices(db: Db, warehouseId: number, page: PageArgs): Promise<Page<DeviceRow>> {
  return readPage<DeviceRow>(
    db,
    {
      columns: deviceColumns,
      from: sql`${devicesOf(warehouseId)} d`,
      where: [],
      order: [
        { column: sql`d.heartbeat_at`, type: "timestamptz", direction: "DESC" },
        { column: sql`d.user_id`, type: "text", direction: "ASC" },
        { column: sql`d.device_id`, type: "text", direction: "ASC" },
      ],
    },
    page,
  );
}
