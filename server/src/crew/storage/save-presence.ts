import { firstRowOf, sql, type Db } from "../../database/db.ts";

export interface PresenceToSave {
  warehouseId: number;
  sessionId: number;
  userId: string;
  deviceId: string;
  deviceName: string;
  unsentCount: number;
  lastScanAt: Date | null;
  /** Null where the device does not say. */
  appVersion?: string | null;
  now: Date;
}

/**
 * A beat that was overtaken by a later one changes nothing; a device that holds nothing back any more
 * is no longer excluded. Tells whether a watcher would see a change.
 */
export async function savePresence(db: Db, beat: PresenceToSave): Promise<boolean> {
  const saved = await firstRowOf<{ isNews: boolean }>(
    db,
    sql`with before as (
          select * from session_device
          where warehouse_id = ${beat.warehouseId} and session_id = ${beat.sessionId}
            and user_id = ${beat.userId} and device_id = ${beat.deviceId}
        ), saved as (
          insert into session_device as d (warehouse_id, session_id, user_id, device_id, device_name,
            unsent_count, last_scan_at, heartbeat_at, app_version)
          values (${beat.warehouseId}, ${beat.sessionId}, ${beat.userId}, ${beat.deviceId},
            ${beat.deviceName}, ${beat.unsentCount}, ${beat.lastScanAt}, ${beat.now},
            ${beat.appVersion ?? null})
          on conflict (warehouse_id, session_id, user_id, device_id) do update
          set device_name = excluded.device_name, unsent_count = excluded.unsent_count,
            last_scan_at = excluded.last_scan_at, heartbeat_at = excluded.heartbeat_at,
            app_version = coalesce(excluded.app_version, d.app_version),
            excluded_at = case when excluded.unsent_count > 0 then d.excluded_at end,
            excluded_by = case when excluded.unsent_count > 0 then d.excluded_by end,
            excluded_reason = case when excluded.unsent_count > 0 then d.excluded_reason end
          where d.heartbeat_at <= excluded.heartbeat_at
          returning *
        )
        select b.user_id is null or b.heartbeat_at < s.heartbeat_at - interval '30 seconds'
            or (b.unsent_count, b.device_name) <> (s.unsent_count, s.device_name)
            or b.last_scan_at is distinct from s.last_scan_at as "isNews"
        from saved s left join before b on true`,
  );
  return saved?.isNews ?? false;
}
