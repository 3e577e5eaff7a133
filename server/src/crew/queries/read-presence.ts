import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { ClaimRow, EditingRow, PresenceRow } from "../domain/rows.ts";
import { readClaims } from "../storage/claims.ts";
import { readEditing } from "../storage/line-editing.ts";

export interface Crew {
  devices: PresenceRow[];
  claims: ClaimRow[];
  editing: EditingRow[];
}

/** Who takes part in a count with which device, and where they are. */
export async function readCrew(
  db: Db,
  { warehouseId, id }: { warehouseId: number; id: number },
  now: Date,
): Promise<Crew> {
  const devices = await rowsOf<PresenceRow>(
    db,
    sql`select user_id as "userId", device_id as "deviceId", device_name as "deviceName",
          unsent_count as "unsentCount", last_scan_at as "lastScanAt",
          heartbeat_at as "heartbeatAt", excluded_at as "excludedAt",
          excluded_reason as "excludedReason"
        from session_device
        where warehouse_id = ${warehouseId} and session_id = ${id}
        order by user_id, device_id`,
  );
  const session = { warehouseId, sessionId: id };
  const claims = await readClaims(db, session, now);
  return { devices, claims, editing: await readEditing(db, session, now) };
}
