import { firstRowOf, sql, type Db } from "../../database/db.ts";

interface DeviceKey {
  warehouseId: number;
  sessionId: number;
  userId: string;
  deviceId: string;
}

export function findDevice(
  db: Db,
  key: DeviceKey,
): Promise<{ unsentCount: number; excludedAt: Date | null } | null> {
  return firstRowOf(
    db,
    sql`select unsent_count as "unsentCount", excluded_at as "excludedAt" from session_device
        where warehouse_id = ${key.warehouseId} and session_id = ${key.sessionId}
          and user_id = ${key.userId} and device_id = ${key.deviceId} for no key update`,
  );
}

export async function excludeDeviceRow(
  db: Db,
  { actorId, reason, now, ...key }: DeviceKey & { actorId: string; reason: string; now: Date },
): Promise<void> {
  await sql`update session_device
      set excluded_at = ${now}, excluded_by = ${actorId}, excluded_reason = ${reason}
      where warehouse_id = ${key.warehouseId} and session_id = ${key.sessionId}
        and user_id = ${key.userId} and device_id = ${key.deviceId}`.execute(db);
}
