import type { RawBuilder } from "kysely";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { DeviceRow } from "../domain/device.ts";

export interface DeviceKey {
  warehouseId: number;
  userId: string;
  deviceId: string;
}

/** The devices of a warehouse, each with what it told last of itself; the forgotten are left out. */
export function devicesOf(warehouseId: number): RawBuilder<unknown> {
  return sql`(
    select d.user_id, d.device_id,
      (array_agg(d.device_name order by d.heartbeat_at desc))[1] as device_name,
      (array_agg(d.app_version order by d.heartbeat_at desc)
        filter (where d.app_version is not null))[1] as app_version,
      max(d.last_scan_at) as last_scan_at, max(d.heartbeat_at) as heartbeat_at,
      count(*)::int as counts_total,
      coalesce(sum(d.unsent_count) filter (where d.excluded_at is null
        and s.status <> 'CANCELLED'), 0)::int as unsent_count,
      coalesce(json_agg(json_build_object('sessionId', s.id, 'unsentCount', d.unsent_count,
          'excludedReason', d.excluded_reason) order by s.id desc)
        filter (where d.unsent_count > 0 and s.status <> 'CANCELLED'), '[]') as holding
    from session_device d
    join count_session s on s.warehouse_id = d.warehouse_id and s.id = d.session_id
    where d.warehouse_id = ${warehouseId}
      and (d.forgotten_at is null or d.heartbeat_at > d.forgotten_at)
    group by d.user_id, d.device_id)`;
}

export const deviceColumns = sql`d.user_id as "userId", d.device_id as "deviceId",
  d.device_name as "deviceName", d.app_version as "appVersion", d.last_scan_at as "lastScanAt",
  d.heartbeat_at as "heartbeatAt", d.unsent_count as "unsentCount",
  d.counts_total as "countsTotal", d.holding`;

/** Holds its rows: a beat at the same moment comes before, or makes it known again after. */
export async function lockDevice(db: Db, key: DeviceKey): Promise<DeviceRow | null> {
  const { warehouseId, userId, deviceId } = key;
  await sql`select from session_device where warehouse_id = ${warehouseId}
      and user_id = ${userId} and device_id = ${deviceId}
    order by session_id for no key update`.execute(db);
  return firstRowOf<DeviceRow>(
    db,
    sql`select ${deviceColumns} from ${devicesOf(warehouseId)} d
        where d.user_id = ${userId} and d.device_id = ${deviceId}`,
  );
}

export async function forgetDeviceRows(db: Db, key: DeviceKey, now: Date): Promise<void> {
  await sql`update session_device set forgotten_at = ${now}::timestamptz
    where warehouse_id = ${key.warehouseId} and user_id = ${key.userId}
      and device_id = ${key.deviceId}`.execute(db);
}
