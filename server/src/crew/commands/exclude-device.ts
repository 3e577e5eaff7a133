import type { EntityManager } from "@mikro-orm/postgresql";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { saveLines } from "../../counting/storage/save-lines.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { crewTopic } from "../domain/crew-topic.ts";
import {
  rejectExclusion,
  type DeviceOfCrew,
  type ExclusionRejectionReason,
} from "../domain/reject-exclusion.ts";
import { excludeDeviceRow, findDevice } from "../storage/exclude-device-row.ts";

export interface ExcludeDevice extends DeviceOfCrew {
  warehouseId: number;
  sessionId: number;
  actorId: string;
  reason: string;
  now: Date;
}

/** The count may be closed without what this device still holds; what it sends later is kept apart. */
export async function excludeDevice(
  em: EntityManager,
  doorbell: Doorbell,
  asked: ExcludeDevice,
): Promise<Rejection<ExclusionRejectionReason> | null> {
  const { warehouseId, sessionId, userId, deviceId, actorId, now } = asked;
  const rejection = await inTransaction(em, async ({ db }) => {
    const session = await lockSession(db, warehouseId, sessionId);
    const device = await findDevice(db, asked);
    const no = rejectExclusion(asked.reason, device);
    if (no) return no;
    await excludeDeviceRow(db, asked);
    const details = { userId, deviceId, unsentCount: device?.unsentCount, reason: asked.reason };
    const event = { kind: "DEVICE_EXCLUDED" as const, lineId: null, actorId, details };
    await saveLines(db, session, { events: [event] }, now);
    return null;
  });
  if (rejection) return rejection;
  doorbell.ring(crewTopic(warehouseId, sessionId));
  doorbell.ring(sessionTopic(warehouseId, sessionId));
  return null;
}
