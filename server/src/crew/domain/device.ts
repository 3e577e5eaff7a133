import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import { offlineSince } from "./heartbeat.ts";

/** A device of one person, in all counts of a warehouse in which it took part. */
export interface DeviceRow {
  userId: string;
  deviceId: string;
  deviceName: string;
  appVersion: string | null;
  lastScanAt: Date | null;
  heartbeatAt: Date;
  /** In counts that somebody may still wait for; what it was excluded with is not waited for. */
  unsentCount: number;
  countsTotal: number;
  /** Counts for which it holds entries, the latest first. */
  holding: DeviceInCount[];
}

export interface DeviceInCount {
  sessionId: number;
  unsentCount: number;
  excludedReason: string | null;
}

export const forgetDeviceRejections = {
  DEVICE_UNKNOWN: "No such device has taken part in a count of this warehouse.",
  DEVICE_ONLINE: "It is in use at this moment: it would be back at once.",
  HOLDS_ENTRIES: "It holds entries that the server has not seen: exclude it from its counts first.",
} as const;
export type ForgetDeviceRejectionReason = keyof typeof forgetDeviceRejections;
const reject = rejectionsOf<ForgetDeviceRejectionReason>(forgetDeviceRejections);

export function rejectForgetting(
  device: Pick<DeviceRow, "heartbeatAt" | "unsentCount"> | null,
  now: Date,
): Rejection<ForgetDeviceRejectionReason> | null {
  if (!device) return reject("DEVICE_UNKNOWN");
  if (offlineSince(device.heartbeatAt, now) === null) return reject("DEVICE_ONLINE");
  return device.unsentCount > 0 ? reject("HOLDS_ENTRIES") : null;
}
