import { rejectionsOf } from "../../shared/rejection.ts";

/** A device as one person uses it. */
export interface DeviceOfCrew {
  userId: string;
  deviceId: string;
}

export const exclusionRejections = {
  REASON_MISSING: "Say why the count goes on without this device.",
  DEVICE_UNKNOWN: "No such device has taken part in this count.",
  NOTHING_UNSENT: "This device holds nothing back.",
  ALREADY_EXCLUDED: "This device is excluded already.",
} as const;
export type ExclusionRejectionReason = keyof typeof exclusionRejections;
const reject = rejectionsOf<ExclusionRejectionReason>(exclusionRejections);

export function rejectExclusion(
  reason: string,
  device: { unsentCount: number; excludedAt: Date | null } | null,
): ReturnType<typeof reject> | null {
  if (reason.trim() === "") return reject("REASON_MISSING");
  if (!device) return reject("DEVICE_UNKNOWN");
  if (device.unsentCount === 0) return reject("NOTHING_UNSENT");
  return device.excludedAt ? reject("ALREADY_EXCLUDED") : null;
}
