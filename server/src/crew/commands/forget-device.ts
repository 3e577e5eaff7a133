import type { EntityManager } from "@mikro-orm/postgresql";
import { appendAudit } from "../../audit/storage/append-audit.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { rejectForgetting, type ForgetDeviceRejectionReason } from "../domain/device.ts";
import { forgetDeviceRows, lockDevice, type DeviceKey } from "../storage/devices.ts";

export interface ForgetDevice extends DeviceKey {
  actorId: string;
  now: Date;
}

/** Takes a device off the list until it is heard again; what it did in its counts stays with them. */
export function forgetDevice(
  em: EntityManager,
  { actorId, now, ...key }: ForgetDevice,
): Promise<Rejection<ForgetDeviceRejectionReason> | null> {
  return inTransaction(em, async ({ db }) => {
    const device = await lockDevice(db, key);
    const rejection = rejectForgetting(device, now);
    if (rejection) return rejection;
    await forgetDeviceRows(db, key, now);
    const { userId, deviceId } = key;
    const details = { userId, deviceId, deviceName: device?.deviceName };
    await appendAudit(db, key.warehouseId, [
      { kind: "DEVICE_FORGOTTEN", actorId, now, sessionId: null, details },
    ]);
    return null;
  });
}
